import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { findOrganization } from '#foundation/organizations/index.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { isValidOn, mostOffers, type Offer } from './offer.ts'
import { findOffer, offersOf } from './queries.ts'
import type { OfferWish } from './schemas.ts'

type Facts = Omit<OfferWish, 'key'>

/** Adds an offer to the price list of a programme. */
export async function addOffer(
  ctx: Context,
  programme: Programme,
  { key, ...facts }: OfferWish,
): Promise<Outcome<string>> {
  const there = await offersOf(ctx.db, programme.id)
  if (there.some((one) => one.key === key))
    return fault('key', 'Diesen Schlüssel hat schon ein anderes Angebot, vielleicht ein beendetes.')
  const today = localDay(ctx.now).toString()
  if (there.filter((one) => isValidOn(one, today) || one.validFrom > today).length >= mostOffers)
    return refuse(`Mehr als ${mostOffers} Angebote auf einmal sind nicht möglich. Bitte beenden Sie zuerst eines.`)
  const wrong = await factsFault(ctx, facts)
  if (wrong) return wrong
  const id = newId()
  await ctx.db
    .insertInto('packages.offer')
    .values({ id, programme_id: programme.id, key, ...columns(ctx, facts) })
    .execute()
  await note(ctx, 'offer.added', { id, title: facts.title, programme: programme.name })
  return id
}

/** `theirs`: somebody else has changed it since; nothing is written. */
export async function changeOffer(
  ctx: Context,
  programme: Programme,
  { id }: Pick<Offer, 'id'>,
  { version, ...facts }: Facts & { version: number },
): Promise<Outcome<{ changed: true } | { theirs: Offer }>> {
  const wrong = await factsFault(ctx, facts)
  if (wrong) return wrong
  return write(ctx, programme, { id, version, title: facts.title, set: columns(ctx, facts), what: 'offer.changed' })
}

/** It can be had until that day; what was drafted or decided with it stays. */
export async function endOffer(
  ctx: Context,
  programme: Programme,
  offer: Offer,
  { version, lastDay }: { version: number; lastDay: string },
): Promise<Outcome<{ changed: true } | { theirs: Offer }>> {
  if (lastDay < offer.validFrom) return fault('lastDay', 'Dieser Tag liegt vor dem Beginn der Preisliste.')
  const set = { valid_until: lastDay, changed_by: ctx.actor.personId, changed_at: ctx.now.toString() }
  return write(ctx, programme, { id: offer.id, version, title: offer.title, set, what: 'offer.ended' })
}

interface Written {
  id: string
  version: number
  title: string
  set: Partial<ReturnType<typeof columns>>
  what: 'offer.changed' | 'offer.ended'
}

async function write(
  ctx: Context,
  programme: Programme,
  { id, version, title, set, what }: Written,
): Promise<{ changed: true } | { theirs: Offer }> {
  const done = await ctx.db
    .updateTable('packages.offer')
    .set({ ...set, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (done.numUpdatedRows !== 1n) {
    const theirs = await findOffer(ctx.db, id)
    if (!theirs) throw new Error(`offer ${id} is gone`)
    return { theirs }
  }
  await note(ctx, what, { id, title, programme: programme.name })
  return { changed: true }
}

async function factsFault(ctx: Context, facts: Facts): Promise<Refusal | undefined> {
  if (facts.validUntil !== null && facts.validUntil < facts.validFrom)
    return fault('validUntil', 'Dieser Tag liegt vor dem ersten.')
  if (facts.startsOn !== null && facts.availableUntil !== null && facts.availableUntil < facts.startsOn)
    return fault('availableUntil', 'Dieser Tag liegt vor dem frühesten Beginn.')
  if (facts.contractorId === null) return undefined
  const place = await findOrganization(ctx.db, facts.contractorId)
  return place?.kind === 'contractor' ? undefined : fault('contractorId', 'Das ist kein Dienstleister im Portal.')
}

const fault = (path: string, message: string): Refusal =>
  refuse('Das Angebot ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [{ path, message }])

const columns = ({ actor, now }: Context, facts: Facts) => ({
  title: facts.title,
  kind: facts.kind,
  detail: facts.detail,
  description: facts.description,
  price_cents: facts.priceCents,
  work_days: facts.workDays,
  acceptance_days: facts.acceptanceDays,
  starts_on: facts.startsOn,
  available_until: facts.availableUntil,
  capacity: facts.capacity,
  contractor_id: facts.contractorId,
  closes: sql<never>`${JSON.stringify(facts.closes)}::jsonb`,
  valid_from: facts.validFrom,
  valid_until: facts.validUntil,
  changed_by: actor.personId,
  changed_at: now.toString(),
})

const note = (
  ctx: Context,
  what: 'offer.added' | 'offer.changed' | 'offer.ended',
  { id, ...data }: { id: string; title: string; programme: string },
) => record(ctx, what, { organizationId: null, subjectId: id, data })
