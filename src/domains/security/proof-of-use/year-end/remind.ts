import { sql } from 'kysely'
import { germanTime, localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { euro } from '#kernel/money.ts'
import { deliveryRoutes } from '#domains/security/deliveries/index.ts'
import { record } from '#foundation/audit/index.ts'
import { postMails } from '#foundation/notifications/index.ts'
import { programmeRoutes } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { draftReminders } from './draft-reminders.ts'
import type { Filter } from './filter.ts'
import type { Item } from './lack.ts'
import type { YearEnd } from './load-year-end.ts'
import { amountOf, deadlineInWords, inCases, itemsInWords, type Letter } from './reminder.ts'

export interface ReminderWish {
  filter: Filter
  /** Only these; empty: everybody who must act. */
  personIds: readonly string[]
  /** Also those who were reminded today already. */
  again: boolean
}

export interface Reminded {
  sent: readonly Letter[]
  /** Left out, because they were reminded today. */
  spared: readonly Letter[]
}

/** One mail to each who must act, with all that waits for them; noted, and not twice on the same day unless that is wanted. */
export async function remind(
  ctx: Context,
  yearEnd: YearEnd,
  { filter, personIds, again }: ReminderWish,
): Promise<Outcome<Reminded>> {
  const { programme } = yearEnd
  const draft = await draftReminders(ctx, yearEnd, filter)
  const asked = draft.letters.filter(({ personId }) => personIds.length === 0 || personIds.includes(personId))
  if (asked.length === 0)
    return refuse('Es gibt niemanden, der erinnert werden könnte. Gesendet ist nichts.', [
      { path: 'personIds', message: 'Bitte mindestens eine Person wählen, die noch etwas zu tun hat.' },
    ])
  const due = again ? asked : asked.filter(({ isAgain }) => !isAgain)
  const kept = await keep(ctx, programme.id, due)
  const sent = due.filter(({ personId }) => kept.has(personId))
  if (sent.length === 0)
    return refuse(
      `Alle Ausgewählten sind heute schon erinnert worden${timeOf(asked)}. Gesendet ist nichts noch einmal.`,
      [{ path: 'again', message: 'Bitte sagen Sie es, wenn sie heute trotzdem noch eine E-Mail bekommen sollen.' }],
    )
  await postMails(
    ctx,
    sent.map(({ personId, name, email, items }) => ({
      to: { email, name },
      template: 'proofs.reminder',
      data: {
        programm: programme.name,
        anzahl: inCases(items.length),
        frist: deadlineInWords(programme.deadline),
        betrag: euro(amountOf(items)),
        liste: itemsInWords(items),
        adresse: addressFor(items, programme.id),
      },
      personId,
      ...(items[0]?.actsId ? { organizationId: items[0].actsId } : {}),
    })),
  )
  await record(ctx, 'yearEnd.reminded', {
    organizationId: programme.runBy.id,
    subjectId: programme.id,
    data: {
      programme: programme.name,
      people: sent.length,
      items: sent.reduce((sum, one) => sum + one.items.length, 0),
    },
  })
  return { sent, spared: asked.filter((letter) => !sent.includes(letter)) }
}

const timeOf = (letters: readonly Letter[]): string => {
  const [first] = letters.flatMap(({ last }) => last ?? [])
  return first ? ` (${germanTime(first.sentAt)})` : ''
}

/** Where the first thing can be done: on the road of the municipality, or in the list of own roads; the cooperative sees all of it. */
function addressFor(items: readonly Item[], programmeId: string): string {
  const [first] = items
  if (first?.acts === 'cooperative') return programmeRoutes.yearEnd.href({ id: programmeId })
  if (first?.acts === 'contractor') return deliveryRoutes.contractorOrders.href()
  const roads = new Set(items.map(({ enrollmentId }) => enrollmentId))
  return roads.size === 1 && first ? programmeRoutes.road.href({ id: first.enrollmentId }) : programmeRoutes.own.href()
}

/** Notes them, and answers with whom: of two who send at the same time one finds that the other was faster. */
async function keep(ctx: Context, programmeId: string, letters: readonly Letter[]): Promise<ReadonlySet<string>> {
  const rows = letters.flatMap(({ personId, items, last, isAgain }) =>
    [...Map.groupBy(items, ({ actsId }) => actsId)].flatMap(([organizationId, own]) =>
      organizationId === null
        ? []
        : [
            {
              id: newId(),
              organization_id: organizationId,
              programme_id: programmeId,
              person_id: personId,
              on_day: localDay(ctx.now).toString(),
              turn: isAgain ? (last?.turn ?? 0) + 1 : 1,
              amount_cents: amountOf(own),
              lacks: own.map(({ orderId, lack }) => ({ orderId, lack })),
              sent_by: ctx.actor.personId,
              sent_at: ctx.now.toString(),
            },
          ],
    ),
  )
  if (rows.length === 0) return new Set()
  const { rows: kept } = await sql<{ person_id: string }>`
    insert into proofs.reminder (id, organization_id, programme_id, person_id, on_day, turn, amount_cents, lacks, sent_by, sent_at)
    select r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, organization_id uuid, programme_id uuid, person_id uuid,
      on_day date, turn integer, amount_cents bigint, lacks jsonb, sent_by uuid, sent_at timestamptz)
    on conflict (programme_id, organization_id, person_id, on_day, turn) do nothing returning person_id`.execute(ctx.db)
  return new Set(kept.map(({ person_id }) => person_id))
}
