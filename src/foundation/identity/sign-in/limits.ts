import { sql } from 'kysely'
import { sha256 } from '#platform/crypto/hash.ts'
import type { Db } from '#platform/db/database.ts'
import type { Temporal } from 'temporal-polyfill'

/** How many attempts within which time. */
interface Limit {
  key: string
  most: number
  minutes: number
}

/** One account from one network address, and one address altogether: a town hall has one. */
const accountHere = (email: string, address: string): Limit => ({
  key: sha256(`account ${email} ${address}`),
  most: 5,
  minutes: 15,
})
const wholeAddress = (address: string): Limit => ({ key: sha256(`address ${address}`), most: 60, minutes: 15 })

/** A browser in which the person has signed in before counts for itself: nobody else's guesses can shut it out. */
const knownDevice = (email: string, device: string): Limit => ({
  key: sha256(`device ${email} ${device}`),
  most: 10,
  minutes: 15,
})

/** One account from everywhere: beyond it a mailed code is asked for, nobody is turned away (docs/decisions/0012). */
const accountAnywhere = (email: string): Limit => ({ key: sha256(`anywhere ${email}`), most: 20, minutes: 60 })

export const secondFactorTries = (personId: string, device: string | undefined): Limit => ({
  key: sha256(`code ${personId} ${device ?? ''}`),
  most: 10,
  minutes: 60,
})

export const codeMails = (personId: string): Limit => ({ key: sha256(`code mail ${personId}`), most: 5, minutes: 60 })

export const ownPasswordTries = (personId: string): Limit => ({
  key: sha256(`own password ${personId}`),
  most: 10,
  minutes: 15,
})

export const resetMails = (email: string): Limit => ({ key: sha256(`reset ${email}`), most: 3, minutes: 60 })
export const resetsFrom = (address: string): Limit => ({ key: sha256(`reset from ${address}`), most: 30, minutes: 60 })

/** Counts an attempt under each limit; the seconds to wait for each, 0 within the limit. */
export async function count(db: Db, limits: readonly Limit[], now: Temporal.Instant): Promise<number[]> {
  const { rows } = await sql<{
    waits: number[]
  }>`select identity.count_attempts(${limits.map(({ key }) => key)}::text[],
    ${limits.map(({ most }) => most)}::integer[], ${limits.map(({ minutes }) => `${minutes} minutes`)}::interval[],
    ${now.toString()}::timestamptz) as waits`.execute(db)
  return rows[0]?.waits ?? []
}

/** `gone` start anew; `lessened` lose the one attempt that turned out to be right. */
export const forgive = (
  db: Db,
  { gone = [], lessened = [] }: { gone?: readonly Limit[]; lessened?: readonly Limit[] },
): Promise<unknown> =>
  sql`select identity.forgive_attempts(${gone.map(({ key }) => key)}::text[], ${lessened.map(({ key }) => key)}::text[])`.execute(
    db,
  )

export interface SignInLimits {
  strict: Limit[]
  /** Undefined in a known browser, which is never asked for a mailed code. */
  guard: Limit | undefined
}

export const limitsOf = (email: string, address: string, device: string | undefined): SignInLimits =>
  device === undefined
    ? { strict: [accountHere(email, address), wholeAddress(address)], guard: accountAnywhere(email) }
    : { strict: [knownDevice(email, device)], guard: undefined }
