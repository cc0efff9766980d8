import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import type { MeasureWish } from './add-measures.ts'
import type { MeasureChange } from './change-measure.ts'
import type { MeasureSource } from './measure.ts'
import type { MeasurePatch, NewMeasure } from './schemas.ts'
import { describeSources, type SourceKind } from './source-kind.ts'
import { findTemplate } from './templates/queries.ts'
import type { Template } from './templates/template.ts'

/** 2.5 days are 25 tenths. */
export const tenthsOf = (days: number | null | undefined): number | null | undefined =>
  typeof days === 'number' ? Math.round(days * 10) : days

/** Each under the name its own page has for it, unless whoever links it says another. */
export async function namedSources(
  ctx: Context,
  kinds: readonly SourceKind[],
  sources: readonly { type: string; id: string; label?: string | undefined }[],
): Promise<Outcome<MeasureSource[]>> {
  const at = sources.findIndex(({ type }) => !kinds.some((kind) => kind.type === type))
  if (at >= 0)
    return refuse('Die Maßnahme ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [
      {
        path: `sources.${at}.type`,
        message: `Diese Art von Quelle kennen wir nicht. Möglich ist: ${kinds.map(({ type }) => type).join(', ')}.`,
      },
    ])
  const unnamed = sources.filter(({ label }) => !label)
  const told = await describeSources(ctx, kinds, unnamed)
  const labelOf = (source: { type: string; id: string }): string =>
    told.find(({ type, id }) => type === source.type && id === source.id)?.label ?? source.id
  return sources.map(({ type, id, label }) => ({ type, id, label: (label || labelOf({ type, id })).slice(0, 300) }))
}

/** What the API or a form says, completed by the template it names. */
export async function wishOf(
  ctx: Context,
  body: NewMeasure,
  { organizationId, sources }: { organizationId: string; sources: MeasureSource[] },
): Promise<Outcome<MeasureWish>> {
  const template = body.templateId === undefined ? undefined : await findTemplate(ctx.db, body.templateId)
  if (body.templateId !== undefined && (!template || template.withdrawnAt !== null))
    return refuse('Die Maßnahme ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [
      { path: 'templateId', message: 'Diese Vorlage gibt es nicht mehr.' },
    ])
  const title = body.title ?? template?.title
  if (title === undefined)
    return refuse('Die Maßnahme ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [
      { path: 'title', message: 'Diese Angabe fehlt.' },
    ])
  const { programmeId, ownerId, dueOn, remindDays, state } = body
  return {
    ...(template && fromTemplate(template)),
    kind: body.kind ?? template?.kind ?? 'ownWork',
    title,
    ...said({ description: body.description, effortTenths: tenthsOf(body.effortDays), costCents: body.costCents }),
    organizationId,
    programmeId,
    ownerId,
    dueOn,
    remindDays,
    state,
    sources,
  }
}

const fromTemplate = ({ id, description, effortTenths, costCents }: Template) => ({
  templateId: id,
  description,
  effortTenths,
  costCents,
})

/** What is not said does not cover what stands there. */
const said = <Values extends Record<string, unknown>>(values: Values): Partial<Values> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<Values>

/** The fields of a patch that are no move. */
export const changeOf = (patch: MeasurePatch, sources: MeasureSource[] | undefined): MeasureChange => ({
  title: patch.title,
  kind: patch.kind,
  description: patch.description,
  effortTenths: tenthsOf(patch.effortDays),
  costCents: patch.costCents,
  programmeId: patch.programmeId,
  ownerId: patch.ownerId,
  dueOn: patch.dueOn,
  checkOn: patch.checkOn,
  remindDays: patch.remindDays,
  sources,
})
