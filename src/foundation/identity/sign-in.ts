import { sql } from 'kysely'
import { normalizeEmail } from '#kernel/email.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { verifyPassword } from '#platform/crypto/password.ts'
import { newSecret } from '#platform/crypto/random.ts'
import { type Database, type Db } from '#platform/db/database.ts'
import { nobody, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Clock } from '#platform/clock.ts'
import { openedSince } from './session.ts'

/** Attempts within the window: of one address for one account, and of one address altogether (a town hall has one). */
const limits = { account: 5, address: 60 }
const windowMinutes = 15

export interface SignInAttempt {
  email: string
  password: string
  /** Network address of the client. */
  address: string
}

export type SignIn = { secret: string } | { waitSeconds: number }

/**
 * Checks the password outside of any transaction and opens a session. Every attempt counts, also of addresses nobody has,
 * and takes as long. Too many: `waitSeconds`. Otherwise one sentence that does not tell which of the two was wrong.
 */
export async function signIn(database: Database, clock: Clock, attempt: SignInAttempt): Promise<Outcome<SignIn>> {
  const now = clock.now()
  const wellFormed = normalizeEmail(attempt.email)
  const email = wellFormed ?? attempt.email.trim().toLowerCase().slice(0, 254)
  const keys = { account: sha256(`account ${email} ${attempt.address}`), address: sha256(`address ${attempt.address}`) }
  const begun = await unitOfWork(database, { as: nobody, now, mode: 'read write' }, (db) =>
    begin(db, wellFormed ?? '', keys, now.toString()),
  )
  if (begun.wait_seconds > 0) return { waitSeconds: begun.wait_seconds }
  const right = await verifyPassword(attempt.password, begun.password_hash)
  const personId = begun.person_id
  if (!right || !personId)
    return refuse(
      'E-Mail-Adresse oder Passwort stimmen nicht. Ihre Adresse steht noch da; bitte geben Sie das Passwort noch einmal ein.',
    )
  const secret = newSecret()
  await unitOfWork(database, { as: { personId, actingFor: null }, now, mode: 'read write' }, async (db) => {
    await sql`select identity.open_session(${sha256(secret)}, ${personId}::uuid, ${keys.account}, ${now.toString()}, ${openedSince(now)})`.execute(
      db,
    )
    await record({ db, now }, 'session.opened', { organizationId: null, subjectId: personId })
  })
  return { secret }
}

interface Begun {
  wait_seconds: number
  person_id: string | null
  password_hash: string | null
}

async function begin(db: Db, email: string, keys: Record<keyof typeof limits, string>, now: string): Promise<Begun> {
  const { rows } =
    await sql<Begun>`select * from identity.begin_sign_in(${email}, ${[keys.account, keys.address]}::text[],
    ${[limits.account, limits.address]}::integer[], ${now}, ${`${windowMinutes} minutes`}::interval)`.execute(db)
  if (!rows[0]) throw new Error('begin_sign_in gave no row')
  return rows[0]
}

export const isWaiting = (outcome: Outcome<SignIn>): outcome is { waitSeconds: number } =>
  !isRefusal(outcome) && 'waitSeconds' in outcome
