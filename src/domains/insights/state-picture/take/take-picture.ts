import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { usualLimits } from '#kernel/disclosure/index.ts'
import { localDay } from '#kernel/local-day.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Db } from '#platform/db/database.ts'
import { canonicalForm, sha256Of } from '../canonical.ts'
import type { NamedMunicipality } from '../picture.ts'
import { nextReleaseDay, quarterly } from '../plan.ts'
import { countCells, type Counted, type Counting, type Turnover } from './count-cells.ts'
import { onCatalog, readEarlier, type ToldPicture } from './earlier.ts'
import { countAnswers } from './count-answers.ts'
import { findCatalog, type Question, readLists, readParticipants, readWords, type Words } from './read-sources.ts'

export interface Wish {
  programmeId: string
  at: Temporal.Instant
  /** ISO day from which it can be read; the next fixed day when not given. */
  releaseOn?: string | undefined
  takenBy: string | null
}

export type Taken =
  | { taken: string }
  /** There is one for that day already, or nobody receives pictures of this programme. */
  | { notTaken: 'there' | 'notObserved' }

interface Observed {
  programmeKey: string
  days: readonly string[]
}

/**
 * Counts, hides and keeps one picture; in a unit under the role that counts. Of several at once one goes first, so that each knows what the others
 * have told; for one day there is one.
 */
export async function takePicture(db: Db, { programmeId, at, releaseOn, takenBy }: Wish): Promise<Taken> {
  const { rows } = await sql<{ programmeKey: string; days: string[] | null }>`
    select o.programme_key as "programmeKey", o.days from pictures.observed o, pg_advisory_xact_lock(7112026) where o.programme_id = ${programmeId}::uuid`.execute(
    db,
  )
  const [found] = rows
  if (!found) return { notTaken: 'notObserved' }
  const observed: Observed = { programmeKey: found.programmeKey, days: found.days ?? quarterly }
  const day = releaseOn ?? nextReleaseDay(observed.days, localDay(at)).toString()
  if (await isThere(db, programmeId, day)) return { notTaken: 'there' }
  const question: Question = { programmeId, at, catalogId: await findCatalog(db, { programmeId, at }) }
  const counting = await prepare(db, question)
  const counted = countCells(counting)
  const named = namedOf(counting, counted)
  return { taken: await keep(db, { counting, counted, named, observed, day, at, takenBy }) }
}

async function isThere(db: Db, programmeId: string, day: string): Promise<boolean> {
  const { rows } =
    await sql`select from pictures.picture p where p.programme_id = ${programmeId}::uuid and p.release_on = ${day}::date`.execute(
      db,
    )
  return rows.length > 0
}

async function prepare(db: Db, question: Question): Promise<Counting> {
  const participants = await readParticipants(db, question)
  const words = await readWords(db, question)
  const earlier = await readEarlier(db, question)
  const now = new Map(
    participants.flatMap(({ assessmentId, lists }) => (assessmentId && lists ? [[assessmentId, lists] as const] : [])),
  )
  const turnover: Turnover[] = []
  for (const picture of onCatalog(earlier, question.catalogId))
    turnover.push(await turnoverSince(db, picture, now, words))
  return { question, participants, words, earlier, turnover }
}

async function turnoverSince(
  db: Db,
  { subjects }: ToldPicture,
  now: ReadonlyMap<string, Record<string, string>>,
  words: Words,
): Promise<Turnover> {
  const before = new Set(subjects.map(({ assessmentId }) => assessmentId))
  const came = [...now].flatMap(([id, lists]) => (before.has(id) ? [] : [lists]))
  const gone = [...before].filter((id) => !now.has(id))
  return { came: countAnswers(came, words), left: countAnswers(await readLists(db, gone), words) }
}

function namedOf({ participants, words }: Counting, { scored }: Counted): NamedMunicipality[] {
  const phases = new Map(words.phases.map(({ key, label }) => [key, label]))
  const scores = new Map(scored.map(({ organizationId, score }) => [organizationId, score]))
  return participants
    .filter(({ isNamed }) => isNamed)
    .map(({ organizationId, name, phaseKey }) => {
      const score = scores.get(organizationId)
      return {
        organizationId,
        name,
        percent: score === undefined ? null : Math.round(score),
        phaseLabel: phases.get(phaseKey) ?? '',
      }
    })
}

interface Result {
  counting: Counting
  counted: Counted
  named: NamedMunicipality[]
  observed: Observed
  day: string
  at: Temporal.Instant
  takenBy: string | null
}

async function keep(db: Db, { counting, counted, named, observed, day, at, takenBy }: Result): Promise<string> {
  const { question, words } = counting
  const id = newId()
  const participants = counting.participants.length
  const assessed = counted.scored.length < usualLimits.least ? null : counted.scored.length
  const { families } = counted
  const published = {
    programmeKey: observed.programmeKey,
    releaseOn: day,
    catalogSha256: words.catalogSha256,
    participants,
    assessed,
    families,
    named,
  }
  const sha256 = sha256Of(canonicalForm(published))
  await sql`insert into pictures.picture (id, programme_id, catalog_id, previous_id, taken_at, release_on, participants, assessed, sha256, taken_by)
    values (${id}::uuid, ${question.programmeId}::uuid, ${question.catalogId}::uuid,
      (select p.id from pictures.picture p where p.programme_id = ${question.programmeId}::uuid and p.release_on < ${day}::date order by p.release_on desc limit 1),
      ${at.toString()}::timestamptz, ${day}::date, ${participants}, ${assessed}, ${sha256}, ${takenBy}::uuid)`.execute(
    db,
  )
  const cells = families.flatMap(({ dimension, cells: own }) =>
    own.map((cell, position) => ({ dimension, position, ...cell })),
  )
  await sql`insert into pictures.cell (picture_id, dimension, key, position, label, count, percent, bound, hidden, as_of)
    select ${id}::uuid, c.dimension, c.key, c.position, c.label, c.count, c.percent, c.bound, c.hidden, c."asOf"
      from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c(dimension text, key text, position integer, label text, count integer, percent integer,
        bound text, hidden text, "asOf" date)`.execute(db)
  await sql`insert into pictures.named (picture_id, municipality_id, name, percent, phase_label)
    select ${id}::uuid, n."organizationId", n.name, n.percent, n."phaseLabel"
      from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as n("organizationId" uuid, name text, percent integer, "phaseLabel" text)`.execute(
    db,
  )
  const subjects = counted.scored.map(
    ({ organizationId, assessmentId, score, isKnown, groups, listScores: lists }) => ({
      organizationId,
      assessmentId,
      score,
      isKnown,
      groups,
      lists,
    }),
  )
  await sql`insert into pictures.subject (picture_id, organization_id, assessment_id, score, is_known, groups, lists)
    select ${id}::uuid, s."organizationId", s."assessmentId", s.score, s."isKnown", s.groups, s.lists
      from jsonb_to_recordset(${JSON.stringify(subjects)}::jsonb) as s("organizationId" uuid, "assessmentId" uuid, score double precision, "isKnown" boolean,
        groups jsonb, lists jsonb)`.execute(db)
  return id
}
