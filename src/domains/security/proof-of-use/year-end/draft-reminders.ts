import { localDay } from '#kernel/local-day.ts'
import type { Context } from '#platform/http/context.ts'
import { type Filter, filtered } from './filter.ts'
import type { YearEnd } from './load-year-end.ts'
import { lastReminders, listHolders } from './queries.ts'
import { lettersOf, type ReminderDraft, wantedHolders } from './reminder.ts'

/** What preview and sending have in common: so what is sent is what was shown. */
export async function draftReminders(
  ctx: Context,
  { programme, items }: YearEnd,
  filter: Filter,
): Promise<ReminderDraft> {
  const wanted = filtered(items, filter)
  return lettersOf(wanted, {
    holders: await listHolders(ctx.db, programme.id, wantedHolders(wanted)),
    sent: await lastReminders(ctx.db, programme.id),
    today: localDay(ctx.now).toString(),
    senderId: ctx.actor.personId,
  })
}
