import type { Consent } from './consent.ts'
import { currentText, findPurpose, isSuperseded, type Purpose, purposeTitle, textOf } from './purposes.ts'

// Field by field: a column that nobody names never leaves.

function isOnOlderText({ purpose, textVersion }: Consent): boolean {
  const known = findPurpose(purpose)
  return known !== undefined && isSuperseded(known, textVersion)
}

export const consentJson = (consent: Consent) => ({
  id: consent.id,
  organizationId: consent.organizationId,
  purpose: consent.purpose,
  title: purposeTitle(consent.purpose),
  textVersion: consent.textVersion,
  textSha256: consent.textSha256,
  isOnOlderText: isOnOlderText(consent),
  givenAt: consent.givenAt.toString(),
  givenBy: { id: consent.givenBy.id, name: consent.givenBy.name },
  revokedAt: consent.revokedAt?.toString() ?? null,
  revokedBy: consent.revokedBy && { id: consent.revokedBy.id, name: consent.revokedBy.name },
})

export function purposeJson(purpose: Purpose, standing: readonly Consent[]) {
  const { version, sha256 } = currentText(purpose)
  return {
    purpose: purpose.key,
    title: purpose.title,
    textVersion: version,
    textSha256: sha256,
    text: textOf(currentText(purpose)),
    consentId: standing.find((consent) => consent.purpose === purpose.key)?.id ?? null,
  }
}
