import { sql } from 'kysely'
import { germanDate, localDay } from '#kernel/local-day.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { soonDays } from './document.ts'
import { documentKinds } from './notifications.ts'

interface Ending {
  organization_id: string
  organization_name: string
  enrollment_id: string
  document_id: string
  title: string
  valid_until: string
  person_ids: string[]
}

/** Tells the municipality that a document ends soon, or has ended while nobody looked; once for each version. */
export async function tellEnding(ctx: PublicContext): Promise<void> {
  const today = localDay(ctx.now)
  const { rows } = await sql<Ending>`
    select * from participation.take_ending_documents(${today.add({ days: soonDays }).toString()}::date, ${ctx.now.toString()}::timestamptz)`.execute(
    ctx.db,
  )
  for (const row of rows) {
    const {
      organization_id,
      organization_name: place,
      enrollment_id,
      document_id,
      title,
      valid_until,
      person_ids,
    } = row
    const last = germanDate(valid_until)
    const said =
      valid_until < today.toString()
        ? `„${title}“ von ${place} gilt nicht mehr, letzter Tag war der ${last}.`
        : `„${title}“ von ${place} gilt nur noch bis ${last}.`
    // Written here, not taken from routes.ts: an address in a mail stays what it was.
    const url = `/teilnahmen/${enrollment_id}/unterlagen/${document_id}`
    await notify(ctx, {
      personIds: person_ids,
      kind: documentKinds.documentEnding,
      title: said,
      url,
      organizationId: organization_id,
      mail: { template: 'participation.documentEnding', data: { satz: said, adresse: url } },
    })
  }
}
