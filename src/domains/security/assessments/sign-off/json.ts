import type { Reopening, SignOff } from './sign-off.ts'

type Names = Map<string, string>

const person = (id: string, names: Names) => ({ id, name: names.get(id) ?? null })

export const signOffJson = (signOff: SignOff) => ({
  id: signOff.id,
  side: signOff.side,
  signedBy: { id: signOff.signedBy, name: signOff.signerName },
  role: signOff.role,
  actingFor: signOff.actingFor,
  signedAt: signOff.signedAt.toString(),
  shown: signOff.shown,
  shownSha256: signOff.shownSha256,
  withdrawnAt: signOff.withdrawnAt?.toString() ?? null,
})

export const reopeningJson = (reopening: Reopening, names: Names) => ({
  id: reopening.id,
  reason: reopening.reason,
  askedSide: reopening.askedSide,
  askedBy: person(reopening.askedBy, names),
  askedAt: reopening.askedAt.toString(),
  agreed: reopening.agreed,
  decidedBy: reopening.decidedBy === null ? null : person(reopening.decidedBy, names),
  decidedAt: reopening.decidedAt?.toString() ?? null,
})
