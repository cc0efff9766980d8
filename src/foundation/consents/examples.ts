const id = '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f'
const organizationId = '01940d1c-5c00-7a60-8000-2b3c4d5e6f7a'
const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'
const title = 'Mit Namen im Landesbild'

export const consentExample = {
  id,
  organizationId,
  purpose: 'namedInStatePicture',
  title,
  textVersion: 1,
  textSha256: sha256,
  isOnOlderText: false,
  givenAt: '2026-11-20T09:15:00Z',
  givenBy: { id: '01940d1c-5c00-7a60-8000-3c4d5e6f7a8b', name: 'Martin Köhler' },
  revokedAt: null,
  revokedBy: null,
}

export const purposeExample = {
  purpose: 'namedInStatePicture' as const,
  title,
  textVersion: 1,
  textSha256: sha256,
  text: 'Mit Namen im Landesbild\n',
  consentId: id,
}
