import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { declarationKinds } from '../notifications.ts'
import { agreementsPath } from '../paths.ts'
import { type AgreementKind, agreementNames, soonDays } from './agreement.ts'

interface Ending {
  organization_id: string
  organization_name: string
  enrollment_id: string
  kind: AgreementKind
  valid_until: string
  person_ids: string[]
}

/** Tells both sides that an agreement ends soon and none follows it; once. */
export async function tellEnding(ctx: PublicContext): Promise<void> {
  const until = localDay(ctx.now).add({ days: soonDays })
  const { rows } = await sql<Ending>`
    select * from declarations.take_ending_agreements(${until.toString()}::date, ${ctx.now.toString()}::timestamptz)`.execute(
    ctx.db,
  )
  for (const { organization_id, organization_name, enrollment_id, kind, valid_until, person_ids } of rows) {
    const last = germanDay(Temporal.PlainDate.from(valid_until))
    const url = agreementsPath(enrollment_id)
    await notify(ctx, {
      personIds: person_ids,
      kind: declarationKinds.agreementEnding,
      title: `${agreementNames[kind]} von ${organization_name} gilt nur bis ${last}.`,
      url,
      organizationId: organization_id,
      mail: {
        template: 'declarations.agreementEnding',
        data: { vereinbarung: agreementNames[kind], kommune: organization_name, zeit: last, adresse: url },
      },
    })
  }
}
