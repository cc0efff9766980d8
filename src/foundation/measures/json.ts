import type { Measure } from './measure.ts'
import type { Move, Proof } from './queries.ts'
import type { Template } from './templates/template.ts'

// Field by field: a column that nobody names never leaves.

const days = (tenths: number | null | undefined): number | null =>
  tenths === null || tenths === undefined ? null : tenths / 10

export const measureJson = ({ detail, ...measure }: Measure) => ({
  id: measure.id,
  organizationId: measure.organizationId,
  organizationName: measure.organizationName,
  programmeId: measure.programmeId,
  programmeName: measure.programmeName,
  title: measure.title,
  kind: measure.kind,
  costCents: measure.costCents,
  state: measure.state,
  since: measure.since.toString(),
  dueOn: measure.dueOn,
  checkOn: measure.checkOn,
  createdAt: measure.createdAt.toString(),
  version: measure.version,
  description: detail?.description ?? null,
  effortDays: days(detail?.effortTenths),
  remindDays: detail?.remindDays ?? null,
  ownerId: detail?.ownerId ?? null,
  ownerName: detail?.ownerName ?? null,
  createdBy: detail ? { id: detail.createdBy, name: detail.createdByName } : null,
  templateId: detail?.templateId ?? null,
  sources: detail?.sources.map(({ type, id, label }) => ({ type, id, label })) ?? null,
})

export const moveJson = ({ number, from, to, reason, at, personId, personName }: Move) => ({
  number,
  from,
  to,
  reason,
  at: at.toString(),
  by: { id: personId, name: personName },
})

export const proofJson = (proof: Proof) => ({
  id: proof.id,
  fileId: proof.fileId,
  name: proof.name,
  note: proof.note,
  addedBy: { id: proof.addedBy, name: proof.addedByName },
  addedAt: proof.addedAt.toString(),
  withdrawnAt: proof.withdrawnAt?.toString() ?? null,
  withdrawalReason: proof.withdrawalReason,
})

export const templateJson = (template: Template) => ({
  id: template.id,
  giver: { id: template.giverId, name: template.giverName },
  title: template.title,
  kind: template.kind,
  description: template.description,
  effortDays: days(template.effortTenths),
  costCents: template.costCents,
  releasedAt: template.releasedAt.toString(),
  withdrawnAt: template.withdrawnAt?.toString() ?? null,
})
