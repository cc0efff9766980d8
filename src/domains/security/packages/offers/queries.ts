import { type RawBuilder, sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import { mostOffers, type Offer } from './offer.ts'

const read = async (db: Db, where: RawBuilder<unknown>, limit: number): Promise<Offer[]> => {
  const { rows } = await sql<Offer>`
    select o.id, o.programme_id as "programmeId", o.key, o.title, o.kind, o.detail, o.description, o.price_cents as "priceCents",
           o.work_days as "workDays", o.acceptance_days as "acceptanceDays", o.starts_on::text as "startsOn",
           o.available_until::text as "availableUntil", o.capacity,
           case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end as contractor,
           o.closes, o.valid_from::text as "validFrom", o.valid_until::text as "validUntil", o.version
      from packages.offer o left join organizations.organization c on c.id = o.contractor_id
     where ${where} order by o.key limit ${limit}`.execute(db)
  return rows
}

/** Ended ones of years do not crowd out those that count. */
const mostEver = mostOffers * 5

/** All of a programme, by key; ended ones too. */
export const offersOf = (db: Db, programmeId: string): Promise<Offer[]> =>
  isId(programmeId) ? read(db, sql`o.programme_id = ${programmeId}::uuid`, mostEver) : Promise.resolve([])

/** One of them; undefined when it is not there. */
export const findOffer = async (db: Db, id: string): Promise<Offer | undefined> =>
  isId(id) ? (await read(db, sql`o.id = ${id}::uuid`, 1))[0] : undefined

/** Those that can be had on a day, and how often those that run out were decided on in the whole programme. */
export async function offersWithTaken(
  db: Db,
  programmeId: string,
  on: string,
): Promise<{ offers: Offer[]; taken: Map<string, number> }> {
  const offers = await read(
    db,
    sql`o.programme_id = ${programmeId}::uuid and o.valid_from <= ${on}::date and (o.valid_until is null or o.valid_until >= ${on}::date)`,
    mostEver,
  )
  const scarce = offers.filter(({ capacity }) => capacity !== null).map(({ id }) => id)
  return { offers, taken: await countTaken(db, scarce) }
}

/**
 * How often each was decided on in its whole programme, whoever asks. With `keep` those that run out are held until the end of the
 * transaction, in one order: two municipalities do not both get the last one.
 */
export async function countTaken(db: Db, ids: readonly string[], keep = false): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ offer_id: string; taken: number }>`
    select offer_id, taken from packages.taken(${[...ids]}::uuid[], ${keep})`.execute(db)
  return new Map(rows.map(({ offer_id, taken }) => [offer_id, taken]))
}

/** One page of them, by key. */
export async function listOffers(
  db: Db,
  {
    programmeId,
    on,
    limit,
    cursor,
  }: { programmeId: string; on?: string | undefined; limit: number; cursor?: string | undefined },
): Promise<Outcome<{ items: Offer[]; next: string | null }>> {
  const after = decodeCursor(cursor, ['text'])
  if (isRefusal(after)) return after
  const where = sql`o.programme_id = ${programmeId}::uuid
    and (${on ?? null}::date is null or (o.valid_from <= ${on ?? null}::date and (o.valid_until is null or o.valid_until >= ${on ?? null}::date)))
    and (${after?.[0] ?? null}::text is null or o.key > ${after?.[0] ?? null})`
  return listPage(await read(db, where, limit + 1), limit, ({ key }) => [key])
}

/** Whom a programme can buy from. */
export const listContractors = (db: Db): Promise<{ id: string; name: string }[]> =>
  db
    .selectFrom('organizations.organization')
    .select(['id', 'name'])
    .where('kind', '=', 'contractor')
    .orderBy('sort_key')
    .limit(200)
    .execute()
