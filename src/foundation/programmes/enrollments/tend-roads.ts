import { Temporal } from 'temporal-polyfill'
import { startOfDay } from '#kernel/local-day.ts'
import { sql } from 'kysely'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'
import { noteChange } from './note-change.ts'

/** What is known of a road beside its steps. What is left out stays as it is. */
export interface RoadCare {
  organizationId: string
  /** Who of the cooperative looks after it. */
  guideId?: string | undefined
  /** Local days. */
  lastContactOn?: string | undefined
  withdrawn?: { on: string; reason: string } | undefined
}

/** Writes who looks after many roads of one programme, the last contact, and which of them have ended, as a workbook tells it. */
export async function tendRoads(
  ctx: Context,
  { id: programmeId }: Pick<Programme, 'id'>,
  care: readonly RoadCare[],
): Promise<void> {
  if (care.length === 0) return
  const rows = care.map(({ withdrawn, ...row }) => ({
    ...row,
    withdrawnAt: withdrawn && startOfDay(Temporal.PlainDate.from(withdrawn.on)).toString(),
    reason: withdrawn?.reason,
  }))
  const { rows: ended } = await sql<{ enrollmentId: string; organizationId: string }>`
    with wanted as (
      select e.id as road, e.state as was, r.*
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r("organizationId" uuid, "guideId" uuid, "lastContactOn" date, "withdrawnAt" timestamptz, reason text)
        join programmes.enrollment e on e.organization_id = r."organizationId" and e.programme_id = ${programmeId}::uuid),
    written as (
      update programmes.enrollment e
         set guide_id = coalesce(w."guideId", e.guide_id), last_contact_on = coalesce(w."lastContactOn", e.last_contact_on),
             state = case when w."withdrawnAt" is null then e.state else 'withdrawn' end,
             withdrawn_at = coalesce(w."withdrawnAt", e.withdrawn_at),
             withdrawn_by = case when w."withdrawnAt" is null then e.withdrawn_by else ${ctx.actor.personId}::uuid end,
             withdrawal_reason = coalesce(w.reason, e.withdrawal_reason), version = e.version + 1
        from wanted w where e.id = w.road
      returning e.id, e.organization_id, e.state, w.was)
    select id as "enrollmentId", organization_id as "organizationId" from written where state = 'withdrawn' and was = 'active'`.execute(
    ctx.db,
  )
  for (const road of ended)
    await noteChange(ctx, { ...road, programmeId }, { step: null, what: 'withdrawn', before: null, origin: 'import' })
}
