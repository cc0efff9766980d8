import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { checkPath } from '../assessment.ts'
import { assessmentKinds } from '../notifications.ts'

interface Due {
  organization_id: string
  assessment_id: string
  person_id: string
  delegator: string
}

/** Reminds everybody whose lists are due on this day, once a day. */
export async function remindDelegates(
  ctx: PublicContext,
  today: Temporal.PlainDate,
  due: Temporal.PlainDate,
): Promise<void> {
  const { rows } = await sql<Due>`
    select * from security.take_reminders(${due.toString()}::date, ${today.toString()}::date)`.execute(ctx.db)
  for (const { organization_id, assessment_id, person_id, delegator } of rows) {
    const url = checkPath(assessment_id)
    await notify(ctx, {
      personIds: [person_id],
      kind: assessmentKinds.delegationDue,
      title: `${delegator} wartet bis ${germanDay(due)} auf Ihre Antworten in der Sicherheitsprüfung.`,
      url,
      organizationId: organization_id,
      mail: { template: 'assessments.delegationDue', data: { wer: delegator, zeit: germanDay(due), adresse: url } },
    })
  }
}
