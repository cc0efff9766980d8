import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import type { PublicContext } from '#platform/http/context.ts'
import type { ChainFault, ChainHead } from './chain-fault.ts'

export interface InspectedPart {
  /** The last link that was looked at; undefined when there is none after `after`. */
  head: ChainHead | undefined
  /** The place of the last entry it covers. */
  last: number
  links: number
  faults: ChainFault[]
}

/** Links after `after`, at most so many, so that nobody else waits long. For the operator; no content is read out. */
export async function inspectLinks({ db }: PublicContext, after: number, most: number): Promise<InspectedPart> {
  const { rows } = await sql<ChainHead & { last: number; faults: ChainFault[] }>`
    select number, made_at as "madeAt", last, hash, faults from audit.inspect_seals(${after}, ${most})`.execute(db)
  const head = rows.at(-1)
  return {
    head: head && { number: head.number, hash: head.hash, madeAt: head.madeAt },
    last: head?.last ?? 0,
    links: rows.length,
    faults: rows.flatMap(({ faults }) => faults),
  }
}

export interface InspectedRest {
  /** Entries that no link covers yet. */
  waiting: number
  oldest: Temporal.Instant | null
  faults: ChainFault[]
}

export async function inspectRest({ db, now }: PublicContext): Promise<InspectedRest> {
  const { rows } = await sql<InspectedRest>`
    select waiting, oldest, faults from audit.inspect_rest(${now.toString()}::timestamptz)`.execute(db)
  return rows[0] ?? { waiting: 0, oldest: null, faults: [] }
}

/** The link with a hash that was kept elsewhere; undefined when the chain does not hold it. */
export async function findLink({ db }: PublicContext, hash: string): Promise<number | undefined> {
  const { rows } = await sql<{ number: number | null }>`select audit.find_seal(${hash}) as number`.execute(db)
  return rows[0]?.number ?? undefined
}
