const id = '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f'
const other = '01940d1c-5c00-7a60-8000-2b3c4d5e6f7a'

export const interestExample = {
  id,
  programmeId: other,
  municipality: { id: other, name: 'Stadt Musterstadt' },
  municipalityName: 'Stadt Musterstadt',
  name: 'Katrin Vogt',
  function: 'Hauptamt',
  email: 'hauptamt@musterstadt.example',
  phone: '030 23125 130',
  message: 'Wann könnten wir anfangen?',
  receivedAt: '2026-11-20T09:15:00Z',
  outcome: null,
  enrollmentId: null,
  decidedAt: null,
  reason: '',
}

const sha256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'

export const declarationExample = {
  declaration: {
    id,
    textVersion: 1,
    contractor: { id: other, name: 'Prüfhaus GmbH' },
    attachments: ['councilResolution'],
    way: 'portal' as const,
    signedBy: 'Martin Köhler',
    signedOn: '2026-11-20',
    text: 'Erklärung zur Teilnahme: SicherKOMMUNAL\n',
    sha256,
    fileId: null,
    withdrawnAt: null,
    withdrawalReason: '',
  },
  toSign: null,
  missingContacts: ['dataProtection'],
  admission: {
    decision: 'admitted' as const,
    decidedAt: '2026-11-21T10:00:00Z',
    decidedBy: { id: other, name: 'Torsten Ehlers' },
    reason: '',
  },
  isNewerText: false,
}

export const agreementExample = {
  id,
  enrollmentId: other,
  organizationId: other,
  organizationName: 'Stadt Musterstadt',
  programmeId: other,
  kind: 'scanPermission' as const,
  state: 'valid' as const,
  contractor: { id: other, name: 'Prüfhaus GmbH' },
  targets: 'www.musterstadt.example\n192.0.2.0/28',
  timeWindow: 'werktags 18 bis 22 Uhr',
  systemsOwner: '',
  validFrom: '2026-11-20',
  validUntil: '2026-12-31',
  way: 'portal' as const,
  signedBy: 'Martin Köhler',
  signedOn: '2026-11-20',
  text: 'Erlaubnis zum Scannen: SicherKOMMUNAL\n',
  sha256,
  fileId: null,
  ownerSignedOn: null,
  revokedAt: null,
  revocationReason: '',
}
