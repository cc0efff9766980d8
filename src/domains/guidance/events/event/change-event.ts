import { sql } from 'kysely'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import { organizers } from '../access.ts'
import { setCapacity } from '../places/set-capacity.ts'
import { wakeTeller } from '../places/wake-teller.ts'
import type { EventChange, EventInput } from '../schemas.ts'
import { factColumns } from './add-event.ts'
import { checkRules } from './check-rules.ts'
import { datesDiffer, datesOf, writeDates } from './dates.ts'
import { type Event, type EventDate, spanOf } from './event.ts'

/** `overtaken`: somebody has changed it since it was read, and nothing is written. */
export type ChangeOutcome = 'done' | 'overtaken'

/** What is named changes, everything else stays. Everybody with a place is told when dates change after the publication. */
export async function changeEvent(ctx: Context, event: Event, change: EventChange): Promise<Outcome<ChangeOutcome>> {
  const plan = await planOf(ctx, event, change)
  if (isRefusal(plan)) return plan
  const { facts, dates, isNew, isMoved } = plan
  if (!(await writeFacts(ctx, event, plan))) return 'overtaken'
  const rewrites = change.dates !== undefined || facts.kind !== event.kind
  const kept = rewrites ? await writeDates(ctx, { ...event, kind: facts.kind }, dates) : true
  if (isRefusal(kept)) return kept
  await record(ctx, isNew ? 'event.published' : 'event.changed', {
    organizationId: event.organizerId,
    subjectId: event.id,
    data: { title: facts.title },
    needs: organizers,
  })
  if (event.publishedAt && isMoved) await tellOfMove(ctx, event)
  const { capacity, keepSeats = true } = change
  if (capacity === undefined || capacity === event.capacity) return 'done'
  const done = await setCapacity(ctx, event, { capacity, keepSeats })
  return isRefusal(done) ? done : 'done'
}

interface Plan {
  facts: Omit<EventInput, 'dates'>
  dates: readonly EventDate[]
  version: number
  isNew: boolean
  isMoved: boolean
}

/** How the event is to be; refused where the rules do not let it. */
async function planOf(ctx: Context, event: Event, change: EventChange): Promise<Outcome<Plan>> {
  const { version = event.version, keepSeats: _, capacity: __, dates: wanted, published: wish, ...rest } = change
  const published = wish ?? event.publishedAt !== null
  if (event.cancelledAt) return refuse('Die Veranstaltung ist abgesagt. Geändert ist nichts.')
  if (event.publishedAt && !published)
    return refuse('Veröffentlicht bleibt veröffentlicht: Absagen können Sie die Veranstaltung, verstecken nicht.')
  const dates = wanted ? datesOf(wanted, event.dates, ctx.now) : event.dates
  if (isRefusal(dates)) return dates
  const facts = { ...inputOf(event), ...defined(rest), published }
  const checked = await checkRules(ctx, facts, { dates, span: spanOf(facts.kind, dates), id: event.id })
  if (isRefusal(checked)) return checked
  const isMoved = wanted !== undefined && datesDiffer(event.dates, dates)
  return { facts, dates, version, isNew: published && !event.publishedAt, isMoved }
}

/** False where somebody was quicker. */
async function writeFacts(
  { db, now, actor }: Context,
  event: Event,
  { facts, version, isNew, isMoved }: Plan,
): Promise<boolean> {
  const written = await db
    .updateTable('guidance.event')
    .set({
      ...factColumns(facts),
      ...(isNew ? { published_at: now.toString(), published_by: actor.personId } : {}),
      sequence: event.publishedAt && isMoved ? event.sequence + 1 : event.sequence,
      version: event.version + 1,
      changed_at: now.toString(),
    })
    .where('id', '=', event.id)
    .where('version', '=', version)
    .where('version', '=', event.version)
    .returning('id')
    .executeTakeFirst()
  return written !== undefined
}

async function tellOfMove(ctx: Context, event: Event): Promise<void> {
  const before = event.dates.map(({ id, startsAt, endsAt, place }) => ({
    id,
    startsAt: startsAt.toString(),
    endsAt: endsAt.toString(),
    place,
  }))
  await sql`select guidance.announce(${event.id}::uuid, 'moved', ${JSON.stringify({ before })}::jsonb, ${ctx.now.toString()}::timestamptz)`.execute(
    ctx.db,
  )
  await wakeTeller(ctx, event.id)
}

/** As somebody would have sent it. */
export const inputOf = (event: Event): Omit<EventInput, 'dates'> => ({
  ...event,
  populationQuota: event.populationQuota ? [...event.populationQuota] : null,
  opensAt: event.opensAt?.toString() ?? null,
  closesAt: event.closesAt?.toString() ?? null,
  published: event.publishedAt !== null,
})

function defined<T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>
  }
}
