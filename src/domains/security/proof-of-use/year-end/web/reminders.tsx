import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { type Answer, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { proofRoutes } from '../../routes.ts'
import { onLed, programmeCrumbs } from '../../web/on-programme.ts'
import { draftReminders } from '../draft-reminders.ts'
import { readFilter } from '../filter.ts'
import { loadYearEnd, type YearEnd } from '../load-year-end.ts'
import { listReminders } from '../queries.ts'
import { remind } from '../remind.ts'
import { RemindersView } from './reminders-view.tsx'
import { titleOf } from './words.ts'

const shownSent = 50
/** A tick for each person of very many. */
const longestForm = 256 * 1024

/** Who would get which mail, sent with one button; and who was reminded when. */
export const reminderPages: PageRoute[] = [
  show(proofRoutes.reminders, (ctx, { params, query }) =>
    onLed(ctx, params['id'], async (programme) => remindersPage(ctx, await loadYearEnd(ctx, programme), query)),
  ),
  submit(
    proofRoutes.reminders,
    (ctx, { params, form }) => onLed(ctx, params['id'], (programme) => send(ctx, programme, form)),
    { bodyLimit: longestForm },
  ),
]

async function send(ctx: Context, programme: Programme, form: Record<string, string>): Promise<Answer> {
  const yearEnd = await loadYearEnd(ctx, programme)
  const personIds = Object.keys(form).flatMap((name) =>
    name.startsWith('an-') && form[name] === 'ja' ? [name.slice(3)] : [],
  )
  const again = form['again'] === 'ja'
  const done =
    personIds.length === 0
      ? { refused: 'Es ist niemand ausgewählt. Gesendet ist nichts.', errors: [] }
      : await remind(ctx, yearEnd, { filter: readFilter(form), personIds, again })
  if (isRefusal(done)) return remindersPage(ctx, yearEnd, form, { refusal: done, chosen: personIds, again })
  const { sent, spared } = done
  return redirect(
    proofRoutes.yearEnd.href({ id: programme.id }),
    `${sent.length === 1 ? '1 Person wird' : `${sent.length} Personen werden`} erinnert: ${sent.map(({ name }) => name).join(', ')}.${spared.length === 0 ? '' : ` Heute schon erinnert und nicht noch einmal angeschrieben: ${spared.map(({ name }) => name).join(', ')}.`}`,
  )
}

interface Typed {
  refusal: Refusal
  chosen: readonly string[]
  again: boolean
}

async function remindersPage(
  ctx: Context,
  yearEnd: YearEnd,
  query: Record<string, string>,
  typed?: Typed,
): Promise<Answer> {
  const { programme } = yearEnd
  const filter = readFilter(query)
  const draft = await draftReminders(ctx, yearEnd, filter)
  const sent = await listReminders(ctx.db, programme.id, { limit: shownSent, cursor: query['ab'] || undefined })
  if (isRefusal(sent)) return unprocessable(sent)
  const title = 'Erinnern'
  return page({
    title,
    status: typed ? 422 : 200,
    refusal: typed?.refusal,
    crumbs: programmeCrumbs(
      programme,
      { label: titleOf(programme), href: proofRoutes.yearEnd.href({ id: programme.id }) },
      { label: title },
    ),
    view: () => (
      <RemindersView {...{ programme, filter, draft, typed }} sent={sent.items} next={sent.next} now={ctx.now} />
    ),
  })
}
