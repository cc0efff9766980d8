import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { germanDate, localDay } from '#kernel/local-day.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { measureKinds } from './notifications.ts'
import { pathOf } from './tell.ts'

type Occasion = 'dueSoon' | 'overdue' | 'check'

interface Due {
  organization_id: string
  measure_id: string
  title: string
  occasion: Occasion
  day: string
  person_ids: string[]
}

/** Reminds of what is due soon, overdue, or to be looked at again; of each day once, also where the job missed some days. */
export async function remindOfMeasures(ctx: PublicContext): Promise<void> {
  const today = localDay(ctx.now)
  const { rows } = await sql<Due>`
    select organization_id, measure_id, title, occasion, day::text, person_ids
      from measures.take_reminders(${today.toString()}::date, ${ctx.now.toString()}::timestamptz)`.execute(ctx.db)
  for (const due of rows)
    await notify(ctx, {
      personIds: due.person_ids,
      kind: measureKinds[due.occasion],
      title: sentence(due, today),
      url: pathOf(due.measure_id),
      organizationId: due.organization_id,
    })
}

function sentence({ title, occasion, day }: Due, today: Temporal.PlainDate): string {
  const on = germanDate(day)
  switch (occasion) {
    case 'dueSoon':
      return `Die Maßnahme „${title}“ ist ${day === today.toString() ? 'heute' : `am ${on}`} fällig.`
    case 'overdue':
      return `Die Maßnahme „${title}“ war am ${on} fällig und ist noch nicht erledigt.`
    case 'check':
      return `Die Maßnahme „${title}“ ist wieder zu prüfen: Gilt noch, was damals erledigt wurde?`
  }
}
