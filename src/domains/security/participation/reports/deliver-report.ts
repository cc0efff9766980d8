import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, keepRoad, setStep } from '#foundation/programmes/index.ts'
import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { tellSide } from '../tell-side.ts'
import { mostVersions, versionName } from './report.ts'

export interface Delivery {
  file: PreparedFile
  summary: string
  /** Needed after an accepted report only. */
  reason: string
}

/**
 * Delivers a version of the report: it replaces the one before, and the municipality is waited for. After an accepted one there is a further
 * report only with a reason; the road stays where it is then.
 */
export async function deliverReport(
  ctx: Context,
  road: EnrollmentWithSteps,
  { file, summary, reason }: Delivery,
): Promise<Outcome<string>> {
  const moved = await waitForOrganization(ctx, road)
  if (isRefusal(moved)) return moved
  const last = await newest(ctx, road.id)
  if (last?.state === 'accepted' && reason === '')
    return refuse('Der Bericht ist abgenommen und bleibt, wie er ist. Ein neuer Bericht braucht einen Grund.', [
      { path: 'reason', message: 'Warum gibt es einen neuen Bericht?' },
    ])
  const number = (last?.number ?? 0) + 1
  if (number > mostVersions) return refuse(`Es gibt schon ${mostVersions} Fassungen; mehr sind nicht möglich.`)
  const { organizationId, programmeId, id: enrollmentId } = road
  const id = newId()
  const fileId = await storeFile(ctx, { organizationId, type: 'contractorReport', id }, file)
  if (isRefusal(fileId)) return fileId
  const at = ctx.now.toString()
  if (last) await supersede(ctx, last.id)
  await sql`
    with added as (
      insert into participation.report (id, organization_id, programme_id, enrollment_id, number, state, delivered_by, delivered_at)
      values (${id}::uuid, ${organizationId}::uuid, ${programmeId}::uuid, ${enrollmentId}::uuid, ${number}, 'submitted',
              ${ctx.actor.personId}::uuid, ${at}::timestamptz))
    insert into participation.report_content (report_id, organization_id, enrollment_id, file_id, file_name, file_sha256, summary, reason)
    values (${id}::uuid, ${organizationId}::uuid, ${enrollmentId}::uuid, ${fileId}::uuid, ${file.name}, ${file.sha256}, ${summary}, ${reason})`.execute(
    ctx.db,
  )
  await record(ctx, 'report.delivered', { organizationId, subjectId: id, data: { number } })
  await tellSide(ctx, { enrollmentId }, 'reportDelivered', { about: versionName({ number, state: 'submitted' }) })
  return id
}

/** A step that is over stays over: what follows rests on it. Either way the road is held. */
async function waitForOrganization(ctx: Context, road: EnrollmentWithSteps): Promise<Outcome<unknown>> {
  const step = road.steps.find(({ key }) => key === 'report')
  if (step?.state === 'done' || step?.state === 'notNeeded') return keepRoad(ctx, road)
  const wish = { state: 'inProgress', waitingFor: 'organization', missing: 'Berichtsentwurf prüfen' } as const
  return setStep(ctx, road, 'report', wish, 'deed')
}

const newest = ({ db }: Context, enrollmentId: string) =>
  db
    .selectFrom('participation.report')
    .select(['id', 'number', 'state'])
    .where('enrollment_id', '=', enrollmentId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()

const supersede = ({ db }: Context, id: string) =>
  db
    .updateTable('participation.report')
    .set({ state: 'superseded' })
    .where('id', '=', id)
    .where('state', 'in', ['submitted', 'changesAsked'])
    .execute()
