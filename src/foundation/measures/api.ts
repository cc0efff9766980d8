import { z } from 'zod'
import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from './access.ts'
import { addMeasures } from './add-measures.ts'
import { changeMany } from './change-many.ts'
import { changeMeasure } from './change-measure.ts'
import { checkMeasure } from './check-measure.ts'
import { measureExample as example, moveExample } from './examples.ts'
import { measureJson, moveJson } from './json.ts'
import type { Measure } from './measure.ts'
import { moveMeasure } from './move-measure.ts'
import { findMeasure, isTheirs, listMeasures, movesOf } from './queries.ts'
import { notesOfReading, withNote } from './read-notes.ts'
import {
  changedOut,
  manyChange,
  measureChange,
  measureList,
  measureOut,
  type MeasurePatch,
  measureQuery,
  moveList,
  newCheck,
  newMeasure,
} from './schemas.ts'
import type { SourceKind } from './source-kind.ts'
import { staleMeasure } from './stale.ts'
import { changeOf, namedSources, wishOf } from './wish-of.ts'

const tag = 'Measures'
const who =
  'Own staff and the assessor while assigned; the programme that pays sees title, kind, cost, days and state, a guide those of their own proposals'
const staff = 'Own staff'
const one = z.object({ id: idSchema })
const none = 'Diese Maßnahme gibt es nicht, oder sie gehört einer anderen Organisation.'
const reply = { status: 200, description: 'The measure', schema: measureOut, example } as const
const notTheirs = 'Only own staff'
const stale409 = 'Somebody else changed it since; `yours`, `theirs` and the `version` of now'

/** A measure, as far as the actor sees it. */
export async function onMeasure(
  ctx: Context,
  id: string,
  work: (measure: Measure) => Promise<Answer>,
): Promise<Answer> {
  const measure = await findMeasure(ctx.db, id)
  return measure ? withNote(ctx, measure, await work(measure)) : notFound(none)
}

/** The same, for what only own staff may do. */
export const onOwn = (ctx: Context, id: string, work: (measure: Measure) => Promise<Answer>): Promise<Answer> =>
  onMeasure(ctx, id, async (measure) => {
    const allowed = may.keep(ctx.actor, measure)
    return isRefusal(allowed) ? forbidden(allowed) : work(measure)
  })

const staleAnswer = (theirs: Measure, patch: MeasurePatch): ProblemAnswer => ({
  kind: 'problem',
  status: 409,
  type: 'inzwischen-geaendert',
  title: staleMeasure(theirs).refused,
  more: { yours: patch, theirs: measureJson(theirs), version: theirs.version },
})

async function shown(ctx: Context, id: string, status: 200 | 201 = 200): Promise<Answer> {
  const measure = await findMeasure(ctx.db, id)
  return measure ? json(measureJson(measure), status) : notFound(none)
}

/** Fields first, then the state: both or neither. */
async function patched(
  ctx: Context,
  measure: Measure,
  patch: MeasurePatch,
  kinds: readonly SourceKind[],
): Promise<Answer> {
  const { state, reason, proofNote, version, ...fields } = patch
  const sources = fields.sources ? await namedSources(ctx, kinds, fields.sources) : undefined
  if (isRefusal(sources)) return unprocessable(sources)
  if (version !== undefined && version !== measure.version) return staleAnswer(measure, patch)
  if (Object.values(fields).some((value) => value !== undefined)) {
    const changed = await changeMeasure(ctx, measure, changeOf(patch, sources))
    if (isRefusal(changed)) return unprocessable(changed)
    if (changed === 'stale') return staleAnswer((await findMeasure(ctx.db, measure.id)) ?? measure, patch)
  }
  if (state !== undefined) {
    const moved = await moveMeasure(ctx, measure.id, state, {
      reason,
      proof: proofNote ? { note: proofNote } : undefined,
      checkOn: fields.checkOn,
    })
    if (isRefusal(moved)) return unprocessable(moved)
  }
  return shown(ctx, measure.id)
}

/** For whom somebody adds: named, or whom they act for. */
const placeOf = ({ actor }: Context, organizationId: string | undefined): Outcome<string> =>
  organizationId ??
  actor.actingFor?.id ??
  refuse('Bitte sagen Sie, für welche Organisation.', [{ path: 'organizationId', message: 'Diese Angabe fehlt.' }])

/** Measures, and the ways they take. `kinds`: what they come from, as the modules describe it. */
export const measureOperationsWith = (kinds: readonly SourceKind[]): Operation[] => [
  listing,
  adding(kinds),
  changingMany,
  showing,
  changing(kinds),
  telling,
  checking,
]

const listing: Operation = operation({
  method: 'get',
  path: '/measures',
  id: 'listMeasures',
  title: 'Maßnahmen auflisten',
  summary: 'Measures, the most urgent first',
  who,
  tag,
  query: measureQuery,
  reply: {
    status: 200,
    description: 'One page of measures',
    schema: measureList,
    example: { items: [example], next: null },
  },
  work: async (ctx, { query: { state, q, ...query } }) => {
    const found = await listMeasures(ctx.db, { ...query, text: q, states: state && [state] })
    if (isRefusal(found)) return unprocessable(found)
    const answer = json({ items: found.items.map(measureJson), next: found.next })
    return { ...answer, notes: notesOfReading(ctx, found.items) }
  },
})

const adding = (kinds: readonly SourceKind[]): Operation =>
  operation({
    method: 'post',
    path: '/measures',
    id: 'addMeasure',
    title: 'eine Maßnahme anlegen oder vorschlagen',
    summary: 'Add a measure; assessors and guides propose. From a template: what is not given comes from it',
    who: 'Own staff; the assessor while assigned and the guide as a proposal',
    tag,
    body: newMeasure,
    bodyExample: {
      title: example.title,
      kind: 'ownWork',
      costCents: 0,
      state: 'proposed',
      dueOn: '2026-12-04',
      sources: [{ type: 'control', id: example.sources[0]?.id }],
    },
    problems: { 403: 'Neither own staff nor assigned nor guide' },
    reply: { ...reply, status: 201 },
    work: async (ctx, { body }) => {
      const organizationId = placeOf(ctx, body.organizationId)
      if (isRefusal(organizationId)) return unprocessable(organizationId)
      const allowed = await mayAdd(ctx, organizationId, body.state)
      if (allowed !== true) return allowed
      const sources = await namedSources(ctx, kinds, body.sources)
      if (isRefusal(sources)) return unprocessable(sources)
      const wish = await wishOf(ctx, body, { organizationId, sources })
      if (isRefusal(wish)) return unprocessable(wish)
      const ids = await addMeasures(ctx, [wish])
      return isRefusal(ids) ? unprocessable(ids) : shown(ctx, ids[0] ?? '', 201)
    },
  })

const changingMany: Operation = operation({
  method: 'patch',
  path: '/measures',
  id: 'changeManyMeasures',
  title: 'mehrere Maßnahmen auf einmal ändern',
  summary: 'The same owner, day or state for several measures of one organization, all or none',
  who: staff,
  tag,
  body: manyChange,
  bodyExample: { ids: [example.id], state: 'decided' },
  problems: { 403: notTheirs },
  reply: { status: 200, description: 'How many', schema: changedOut, example: { changed: 1 } },
  work: async (ctx, { body: { ids, organizationId: named, ...change } }) => {
    const organizationId = placeOf(ctx, named)
    if (isRefusal(organizationId)) return unprocessable(organizationId)
    const allowed = may.keep(ctx.actor, { organizationId })
    if (isRefusal(allowed)) return forbidden(allowed)
    const changed = await changeMany(ctx, { organizationId, ids }, change)
    return isRefusal(changed) ? unprocessable(changed) : json({ changed })
  },
})

const showing: Operation = operation({
  method: 'get',
  path: '/measures/{id}',
  id: 'getMeasure',
  title: 'eine Maßnahme zeigen',
  summary: 'One measure',
  who,
  tag,
  params: one,
  reply,
  work: (ctx, { params }) => onMeasure(ctx, params.id, async (measure) => json(measureJson(measure))),
})

const changing = (kinds: readonly SourceKind[]): Operation =>
  operation({
    method: 'patch',
    path: '/measures/{id}',
    id: 'changeMeasure',
    title: 'eine Maßnahme ändern oder ihren Stand setzen',
    summary: 'Change fields, the state, or both at once',
    who: staff,
    tag,
    params: one,
    body: measureChange,
    bodyExample: { state: 'started', version: 2 },
    problems: { 403: notTheirs, 409: stale409 },
    reply,
    work: (ctx, { params, body }) => onOwn(ctx, params.id, (measure) => patched(ctx, measure, body, kinds)),
  })

const telling: Operation = operation({
  method: 'get',
  path: '/measures/{id}/history',
  id: 'listMeasureMoves',
  title: 'den Weg einer Maßnahme zeigen',
  summary: 'Every change of the state with its reason, the first one first',
  who: 'Own staff and the assessor while assigned; for others it is empty',
  tag,
  params: one,
  reply: {
    status: 200,
    description: 'All moves',
    schema: moveList,
    example: { items: [moveExample], next: null },
  },
  work: (ctx, { params }) =>
    onMeasure(ctx, params.id, async ({ id }) => json({ items: (await movesOf(ctx.db, id)).map(moveJson), next: null })),
})

const checking: Operation = operation({
  method: 'post',
  path: '/measures/{id}/checks',
  id: 'addMeasureCheck',
  title: 'festhalten, dass eine Maßnahme noch gilt',
  summary: 'Somebody looked again at what was done, and it still holds',
  who: staff,
  tag,
  params: one,
  body: newCheck,
  bodyExample: { note: 'Rücksicherung am 12.11. geübt.' },
  problems: { 403: notTheirs, 409: 'Somebody else changed it at the same moment' },
  reply,
  work: (ctx, { params, body }) =>
    onOwn(ctx, params.id, async (measure) => {
      const done = await checkMeasure(ctx, measure, body)
      if (isRefusal(done)) return unprocessable(done)
      return done === 'stale' ? staleAnswer(measure, {}) : shown(ctx, measure.id)
    }),
})

/** Whoever may only propose decides nothing; a municipality that is not theirs they do not find. */
async function mayAdd(ctx: Context, organizationId: string, state: 'proposed' | 'decided'): Promise<Answer | true> {
  const own = may.keep(ctx.actor, { organizationId })
  if (own === true) return true
  const allowed = may.propose(ctx.actor, { organizationId })
  if (isRefusal(allowed)) return forbidden(allowed)
  if (!(await isTheirs(ctx.db, organizationId))) return notFound()
  return state === 'proposed'
    ? true
    : forbidden(refuse('Beschließen kann nur die Kommune selbst. Sie können die Maßnahme vorschlagen.'))
}
