import type { Figures, Sums } from '../books/figures.ts'
import type { Voucher } from '../books/vouchers.ts'
import { dueOn, keptUntil, type Narrative, type Proof, type ProofVersion } from './proof.ts'

// Field by field: a column that nobody names never leaves.

export const sumsJson = (sums: Sums) => ({
  releasedCents: sums.released,
  remainingCents: sums.limit,
  plannedCents: sums.planned,
  committedCents: sums.committed,
  deliveredCents: sums.delivered,
  acceptedCents: sums.accepted,
  invoicedCents: sums.invoiced,
  settledCents: sums.settled,
})

export const versionJson = (version: ProofVersion) => ({
  id: version.id,
  number: version.number,
  kind: version.kind,
  reason: version.reason,
  narrativeVersion: version.narrativeNumber,
  asOf: version.asOf.toString(),
  entries: version.entries,
  releasedCents: version.releasedCents,
  settledCents: version.settledCents,
  vouchers: version.vouchers,
  pdfFileId: version.pdfFileId,
  pdfSha256: version.pdfSha256,
  sheetFileId: version.sheetFileId,
  sheetSha256: version.sheetSha256,
  frozenAt: version.frozenAt.toString(),
  frozenBy: version.frozenBy,
})

export const proofJson = (proof: Proof) => ({
  id: proof.id,
  programmeId: proof.programmeId,
  programmeName: proof.programmeName,
  deadline: proof.deadline,
  dueOn: dueOn(proof.deadline, proof.dueMonths),
  dueMonths: proof.dueMonths,
  keepYears: proof.keepYears,
  keepUntil: keptUntil(proof.deadline, proof.keepYears),
  termsVersion: proof.termsVersion,
  narrativeVersion: proof.narrative.number,
  versions: proof.versions.map(versionJson),
})

export const figuresJson = ({ total, byStage, byKind, byCounty, byMonth, byPlace }: Figures) => ({
  total: sumsJson(total),
  byStage: byStage.map(({ number, title, sums }) => ({ number, title, ...sumsJson(sums) })),
  byKind: byKind.map(({ name, municipalities, sums }) => ({ name, municipalities, ...sumsJson(sums) })),
  byCounty: byCounty.map(({ name, municipalities, sums }) => ({ name, municipalities, ...sumsJson(sums) })),
  byMonth: byMonth.map(({ month, released, settled }) => ({ month, releasedCents: released, settledCents: settled })),
  byMunicipality: byPlace.map(({ organizationId, name, sums }) => ({ organizationId, name, ...sumsJson(sums) })),
})

export const voucherJson = (voucher: Voucher) => ({
  organizationId: voucher.organizationId,
  organizationName: voucher.organizationName,
  orderReference: voucher.orderReference,
  title: voucher.title,
  contractorName: voucher.contractorName,
  number: voucher.number,
  issuedOn: voucher.issuedOn,
  settledOn: voucher.settledOn,
  amountCents: voucher.amountCents,
  note: voucher.note,
})

export const narrativeJson = (narrative: Narrative) => ({
  version: narrative.number,
  origin: narrative.origin,
  text: narrative.text,
  savedAt: narrative.savedAt.toString(),
  savedBy: narrative.savedBy,
})
