import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import type { Context } from '#platform/http/context.ts'
import { isPlanDay, mostDays } from '../plan.ts'
import { findPlan, type Plan } from './queries.ts'

/** `theirs`: somebody was faster than the version that was read; nothing is written. */
export type PlanOutcome = { saved: Plan } | { theirs: Plan }

/** On which days of the year the pictures of a programme appear from now on. What is taken already appears when it was to. */
export async function changePlan(
  ctx: Context,
  programme: Programme,
  { days, version }: { days: readonly string[]; version: number },
): Promise<Outcome<PlanOutcome>> {
  const wanted = [...new Set(days)].toSorted()
  const fault = faultOf(wanted)
  if (fault) return refuse('Der Plan ist noch nicht geändert.', [{ path: 'days', message: fault }])
  const saved = await write(ctx, programme.id, wanted, version)
  if (saved === undefined) return { theirs: await findPlan(ctx.db, programme.id) }
  await record(ctx, 'statePicture.planChanged', {
    organizationId: programme.runBy.id,
    subjectId: programme.id,
    data: { programme: programme.name, days: wanted.length },
    needs: ['programmeManager'],
  })
  return { saved: { days: wanted, version: saved } }
}

/** The new version; undefined when the one that was read is not the newest any more. */
async function write(
  { db, now, actor }: Context,
  programmeId: string,
  days: readonly string[],
  version: number,
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    insert into pictures.release_plan as r (programme_id, days, changed_at, changed_by)
    values (${programmeId}::uuid, ${[...days]}::text[], ${now.toString()}::timestamptz, ${actor.personId}::uuid)
    on conflict (programme_id) do update
      set days = excluded.days, version = r.version + 1, changed_at = excluded.changed_at, changed_by = excluded.changed_by
      where r.version = ${version}
    returning r.version`.execute(db)
  return rows[0]?.version
}

function faultOf(days: readonly string[]): string | undefined {
  if (days.length === 0) return 'Bitte nennen Sie mindestens einen Tag.'
  if (days.length > mostDays)
    return `Höchstens ${mostDays} Tage im Jahr: Zwischen zwei Bildern muss sich etwas ändern können.`
  if (days.includes('02-29'))
    return 'Den 29. Februar gibt es nicht in jedem Jahr. Bitte nehmen Sie den 28. Februar oder den 1. März.'
  const wrong = days.find((day) => !isPlanDay(day))
  return wrong === undefined
    ? undefined
    : `„${wrong}“ ist kein Tag im Jahr. Bitte schreiben Sie Tag und Monat, zum Beispiel 01.02.`
}
