import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import type { Db } from '#platform/db/database.ts'
import type { Look } from '../queries.ts'

/** How long open roads have been waiting in one step. */
export interface StepWaiting {
  step: string
  count: number
  medianDays: number
}

/** Steps that were done in a week, and in how many municipalities. */
export interface Week {
  /** Its Monday. */
  monday: string
  steps: number
  municipalities: number
}

export const weeksShown = 12

/** In the order of the steps. */
export async function medianWaiting(db: Db, { programme, now }: Look): Promise<StepWaiting[]> {
  const today = localDay(now).toString()
  const { rows } = await sql<StepWaiting>`
    select e.current_step as step, count(*)::integer as count,
           percentile_cont(0.5) within group (order by (${today}::date - (e.waiting_since at time zone 'Europe/Berlin')::date))::float8 as "medianDays"
      from programmes.enrollment e
     where e.programme_id = ${programme.id}::uuid and e.state = 'active' and e.current_step is not null
     group by e.current_step`.execute(db)
  return programme.steps.flatMap(({ key }) => rows.find(({ step }) => step === key) ?? [])
}

/** The last weeks, the present one at the end; weeks in which nothing was done too. */
export async function doneByWeek(db: Db, { programme, now }: Look): Promise<Week[]> {
  const today = localDay(now)
  const first = today.subtract({ days: today.dayOfWeek - 1, weeks: weeksShown - 1 })
  const { rows } = await sql<Week>`
    select date_trunc('week', c.day)::date::text as monday, count(*)::integer as steps,
           count(distinct c.enrollment_id)::integer as municipalities
      from (select c.enrollment_id, coalesce(c.on_day, (c.at at time zone 'Europe/Berlin')::date) as day
              from programmes.step_change c
             where c.programme_id = ${programme.id}::uuid and c.what = 'done'
               and coalesce(c.on_day, (c.at at time zone 'Europe/Berlin')::date) >= ${first.toString()}::date
               and coalesce(c.on_day, (c.at at time zone 'Europe/Berlin')::date) <= ${today.toString()}::date) c
     group by 1`.execute(db)
  return Array.from({ length: weeksShown }, (_, at) => {
    const monday = first.add({ weeks: at }).toString()
    return rows.find((week) => week.monday === monday) ?? { monday, steps: 0, municipalities: 0 }
  })
}
