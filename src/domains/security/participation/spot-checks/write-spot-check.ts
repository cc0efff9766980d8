import { sql } from 'kysely'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, keepRoad } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { findClosing } from './queries.ts'
import type { SpotCheckInput } from './schemas.ts'
import { mostSpotChecks, type SpotCheck } from './spot-check.ts'

/** What a sample says, with the question it belongs to: the caller has looked whether there is such a question. */
export interface Written extends Omit<SpotCheckInput, 'controlId'> {
  control: { assessmentId: string; id: string } | null
  file?: PreparedFile | undefined
}

const frozen = 'Das Protokoll der Stichproben ist abgeschlossen und bleibt, wie es ist. Gespeichert ist nichts.'

const no = (path: string, message: string): Refusal =>
  refuse('Die Stichprobe ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [{ path, message }])

/** Adds a sample to the protocol; returns its id. */
export async function addSpotCheck(
  ctx: Context,
  road: EnrollmentWithSteps,
  written: Written,
): Promise<Outcome<string>> {
  await keepRoad(ctx, road)
  if (await findClosing(ctx.db, road.id)) return refuse(frozen)
  const wrong = objectionTo(ctx, written)
  if (wrong) return wrong
  const last = await lastNumber(ctx, road.id)
  if (last >= mostSpotChecks)
    return no('object', `Dieses Protokoll hat schon ${mostSpotChecks} Stichproben; mehr sind nicht möglich.`)
  const id = newId()
  const done = await insert(ctx, road, written, { id, number: last + 1, version: 1, reason: '', fileId: null })
  if (isRefusal(done)) return done
  await record(ctx, 'spotCheck.written', {
    organizationId: road.organizationId,
    subjectId: id,
    data: { number: last + 1, object: written.object },
  })
  return id
}

/** Corrects a sample by a further version. `stale`: somebody else has corrected it since it was read. */
export async function correctSpotCheck(
  ctx: Context,
  road: EnrollmentWithSteps,
  { check, version, reason, written }: { check: SpotCheck; version: number; reason: string; written: Written },
): Promise<Outcome<'corrected' | 'stale'>> {
  await keepRoad(ctx, road)
  if (await findClosing(ctx.db, road.id)) return refuse(frozen)
  const wrong = objectionTo(ctx, written)
  if (wrong) return wrong
  if ((await newestVersion(ctx, check.id)) !== version) return 'stale'
  const place = { id: check.id, number: check.number, version: version + 1, reason, fileId: check.file?.id ?? null }
  const done = await insert(ctx, road, written, place)
  if (isRefusal(done)) return done
  await record(ctx, 'spotCheck.corrected', {
    organizationId: road.organizationId,
    subjectId: check.id,
    data: { number: check.number, version: version + 1 },
  })
  return 'corrected'
}

function objectionTo({ now }: Context, { checkedOn, result, seen, control }: Written): Refusal | undefined {
  const today = localDay(now)
  if (checkedOn > today.toString())
    return no('checkedOn', `Dieser Tag kommt erst noch. Spätestens heute, ${germanDay(today)}.`)
  if (result === 'deviates' && seen === '') return no('seen', 'Bitte schreiben Sie, was Sie stattdessen gesehen haben.')
  if (result === 'notCheckable' && seen === '')
    return no('seen', 'Bitte schreiben Sie, warum es sich nicht prüfen ließ.')
  if (control && result !== 'deviates')
    return no('controlId', 'Eine Frage der Prüfung nennt nur eine Stichprobe, die abweicht.')
  return undefined
}

async function lastNumber({ db }: Context, enrollmentId: string): Promise<number> {
  const row = await db
    .selectFrom('participation.spot_check')
    .select(sql<number | null>`max(number)`.as('last'))
    .where('enrollment_id', '=', enrollmentId)
    .executeTakeFirst()
  return row?.last ?? 0
}

async function newestVersion({ db }: Context, id: string): Promise<number> {
  const row = await db
    .selectFrom('participation.spot_check')
    .select(sql<number | null>`max(version)`.as('newest'))
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.newest ?? 0
}

async function insert(
  ctx: Context,
  { organizationId, programmeId, id: enrollmentId }: EnrollmentWithSteps,
  { file, control, ...text }: Written,
  place: { id: string; number: number; version: number; reason: string; fileId: string | null },
): Promise<Outcome<true>> {
  const stored = file ? await storeFile(ctx, { organizationId, type: 'spotCheck', id: place.id }, file) : place.fileId
  if (isRefusal(stored)) return stored
  await ctx.db
    .insertInto('participation.spot_check')
    .values({
      id: place.id,
      version: place.version,
      organization_id: organizationId,
      programme_id: programmeId,
      enrollment_id: enrollmentId,
      number: place.number,
      object: text.object,
      what: text.what,
      expected: text.expected,
      seen: text.seen,
      result: text.result,
      evidence_note: text.evidenceNote,
      file_id: stored,
      assessment_id: control?.assessmentId ?? null,
      control_id: control?.id ?? null,
      checked_on: text.checkedOn,
      reason: place.reason,
      written_by: ctx.actor.personId,
      written_at: ctx.now.toString(),
    })
    .execute()
  return true
}
