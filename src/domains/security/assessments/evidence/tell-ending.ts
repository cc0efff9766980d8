import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { checkPath } from '../assessment.ts'
import { soonDays } from './evidence.ts'
import { assessmentKinds } from '../notifications.ts'

interface Ending {
  organization_id: string
  assessment_id: string
  control_id: string
  title: string
  valid_until: string
  person_ids: string[]
}

/** Tells whoever added evidence, or who is there in their place, that it ends soon; once. */
export async function tellEnding(ctx: PublicContext): Promise<void> {
  const until = localDay(ctx.now).add({ days: soonDays })
  const { rows } = await sql<Ending>`
    select * from security.take_ending_evidence(${until.toString()}::date, ${ctx.now.toString()}::timestamptz)`.execute(
    ctx.db,
  )
  for (const { organization_id, assessment_id, control_id, title, valid_until, person_ids } of rows) {
    const last = germanDay(Temporal.PlainDate.from(valid_until))
    const url = checkPath(assessment_id, `/fragen/${encodeURIComponent(control_id)}#nachweise`)
    await notify(ctx, {
      personIds: person_ids,
      kind: assessmentKinds.evidenceEnding,
      title: `Der Nachweis „${title}“ gilt nur bis ${last}. Bitte legen Sie einen neuen ab.`,
      url,
      organizationId: organization_id,
      mail: { template: 'assessments.evidenceEnding', data: { nachweis: title, zeit: last, adresse: url } },
    })
  }
}
