import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import {
  addMeasures,
  changeMeasure,
  findMeasure,
  type MeasureKind,
  type MeasureSource,
  type MeasureState,
  moveMeasure,
  releaseTemplate,
} from '#foundation/measures/index.ts'
import { findProgrammeByKey, findRoad } from '#foundation/programmes/index.ts'
import { findQuestion, listAssessments, questionSource } from '#domains/security/assessments/index.ts'
import { documentsOf } from '#domains/security/participation/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Context } from '#platform/http/context.ts'
import type { Places, Speaker } from './demo-organizations.ts'

interface ToldMove {
  to: MeasureState
  by: string
  daysAgo: number
  reason?: string
  note?: string
  checkInDays?: number
  owner?: string
  dueInDays?: number
}

interface ToldTemplate {
  by: string
  daysAgo: number
  title: string
  description: string
  effortTenths?: number
  costCents?: number
}

interface ToldMeasure {
  place: string
  by: string
  /** For whom the person acts, where that is another one. */
  from?: string
  daysAgo: number
  title: string
  kind: MeasureKind
  description?: string
  effortTenths?: number
  costCents?: number
  owner?: string
  dueInDays?: number
  /** SicherKOMMUNAL pays. */
  programme?: boolean
  /** Question of the first check of the municipality. */
  control?: string
  /** Key of the document whose finding it answers. */
  finding?: string
  moves: ToldMove[]
  offer?: ToldTemplate
}

/** demo/measures.json: what municipalities have taken on, and what they offer each other. */
interface Story {
  measures: ToldMeasure[]
  templates: (ToldTemplate & { from: string; kind: MeasureKind })[]
}

interface Cast {
  places: Places
  speaker: Speaker
  now: Temporal.Instant
  personId: (email: string) => string
}

const done = <Value>(outcome: Outcome<Value>): Value => {
  if (isRefusal(outcome)) throw new Error(`the story of measures: ${outcome.refused}`)
  return outcome
}

/** Each measure and each step of it, at its time and by its person. */
export async function tellMeasures(cast: Cast): Promise<void> {
  const { measures, templates } = JSON.parse(readFileSync(join(packageRoot, 'demo/measures.json'), 'utf8')) as Story
  for (const told of measures) await tellMeasure(cast, told)
  for (const { by, from, daysAgo, ...wish } of templates)
    done(await releaseTemplate(await cast.speaker(by, from, daysAgo, '14:30'), wish))
}

async function tellMeasure(cast: Cast, told: ToldMeasure): Promise<void> {
  const organizationId = cast.places.get(told.place)?.id ?? ''
  const dayIn = (days: number | undefined): string | undefined =>
    days === undefined ? undefined : localDay(cast.now).add({ days }).toString()
  const ctx = await cast.speaker(told.by, told.from ?? told.place, told.daysAgo, '10:05')
  const programme = await findProgrammeByKey(ctx.db, 'sicherkommunal')
  const programmeId = programme?.id ?? ''
  const { title, kind, description, effortTenths, costCents } = told
  const [id = ''] = done(
    await addMeasures(ctx, [
      {
        organizationId,
        programmeId: told.programme ? programmeId : null,
        title,
        kind,
        description,
        effortTenths,
        costCents,
        ownerId: told.owner && cast.personId(told.owner),
        dueOn: dayIn(told.dueInDays),
        sources: await sourcesOf(ctx, told, { organizationId, programmeId }),
      },
    ]),
  )
  for (const [at, { to, by, daysAgo, reason, note, checkInDays, owner, dueInDays }] of told.moves.entries()) {
    const mover = await cast.speaker(by, told.place, daysAgo, `${11 + at}:20`)
    if (owner) {
      const measure = await findMeasure(mover.db, id)
      if (measure) done(await changeMeasure(mover, measure, { ownerId: cast.personId(owner), dueOn: dayIn(dueInDays) }))
    }
    const proof = note === undefined ? undefined : { note }
    done(await moveMeasure(mover, id, to, { reason, proof, checkOn: dayIn(checkInDays) }))
  }
  if (told.offer) await tellOffer(cast, told, id)
}

async function tellOffer({ speaker }: Cast, { place, kind, offer }: ToldMeasure, id: string): Promise<void> {
  if (!offer) return
  const { by, daysAgo, ...wish } = offer
  const ctx = await speaker(by, place, daysAgo, '15:10')
  done(await releaseTemplate(ctx, { ...wish, kind }, await findMeasure(ctx.db, id)))
}

async function sourcesOf(
  { db }: Context,
  { control, finding, place }: ToldMeasure,
  of: { organizationId: string; programmeId: string },
): Promise<MeasureSource[]> {
  if (control) {
    const checks = done(await listAssessments(db, { limit: 50, withoutClosed: true })).items
    for (const check of checks.filter(({ organizationId }) => organizationId === of.organizationId)) {
      const question = await findQuestion(db, check, control)
      if (question)
        return [{ type: 'control', id: questionSource(check.id, control), label: question.title.slice(0, 300) }]
    }
    throw new Error(`the story of measures: ${place} has no question ${control}`)
  }
  if (!finding) return []
  const road = await findRoad(db, of)
  const document = road && (await documentsOf(db, road.id)).find(({ key }) => key === finding)
  const id = document?.findings.find(({ severity }) => severity !== 'none')?.id
  if (!document || !id) throw new Error(`the story of measures: ${place} has no finding on ${finding}`)
  return [{ type: 'finding', id, label: `Befund zu „${document.title}“` }]
}
