import { sql } from 'kysely'
import { normalizeEmail } from '#kernel/email.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { verifyPassword } from '#platform/crypto/password.ts'
import type { Database, Db } from '#platform/db/database.ts'
import { nobody, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Clock } from '#platform/clock.ts'
import type { Context } from '#platform/http/context.ts'
import { askForMailedCode, askForSecondFactor, type Step } from './begin-step.ts'
import { count, forgive, limitsOf, type SignInLimits } from './limits.ts'
import { knownSince, type Opened, openSession, type Place } from './open-session.ts'

export interface SignInAttempt extends Place {
  email: string
  password: string
}

export type SignIn = { opened: Opened } | { waitSeconds: number } | { step: Step }

/**
 * Checks the password outside of any transaction and opens a session, or asks for a code. Every attempt counts, also of
 * addresses nobody has, and takes as long. Too many: `waitSeconds`. Otherwise one sentence that does not tell what was wrong.
 */
export async function signIn(database: Database, clock: Clock, attempt: SignInAttempt): Promise<Outcome<SignIn>> {
  const now = clock.now()
  const wellFormed = normalizeEmail(attempt.email)
  const email = wellFormed ?? attempt.email.trim().toLowerCase().slice(0, 254)
  const begun = await unitOfWork(database, { as: nobody, now, mode: 'read write' }, (db) =>
    begin({ db, now }, { counted: email, wellFormed: wellFormed ?? '' }, attempt),
  )
  if ('waitSeconds' in begun) return begun
  const right = await verifyPassword(attempt.password, begun.person?.password_hash ?? null)
  const person = right ? begun.person : undefined
  const as = { personId: person?.person_id ?? null, actingFor: null }
  return unitOfWork<Outcome<SignIn>>(database, { as, now, mode: 'read write' }, async (db) => {
    if (begun.guarded) return { step: await askForMailedCode({ db, now }, person) }
    if (!person) return wrong()
    await forgiveAll(db, begun.limits)
    if (person.has_second_factor) return { step: await askForSecondFactor({ db, now }, person.person_id) }
    return { opened: await openSession({ db, now }, person.person_id, attempt) }
  })
}

const wrong = () =>
  refuse(
    'E-Mail-Adresse oder Passwort stimmen nicht. Ihre Adresse steht noch da; bitte geben Sie das Passwort noch einmal ein.',
  )

interface SignInPerson {
  person_id: string
  name: string
  email: string
  password_hash: string
  has_second_factor: boolean
}

interface Begun {
  person: SignInPerson | undefined
  limits: SignInLimits
  guarded: boolean
}

async function begin(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { counted, wellFormed }: { counted: string; wellFormed: string },
  { address, device }: Place,
): Promise<Begun | { waitSeconds: number }> {
  const isKnown = device !== undefined && (await knowsDevice(db, wellFormed, device, knownSince(now)))
  const limits = limitsOf(counted, address, isKnown ? device : undefined)
  const waits = await count(db, limits.strict, now)
  const waitSeconds = Math.max(...waits)
  if (waitSeconds > 0) return { waitSeconds }
  const guarded = limits.guard !== undefined && (await count(db, [limits.guard], now)).some((wait) => wait > 0)
  const { rows } = await sql<SignInPerson>`select * from identity.sign_in_person(${wellFormed})`.execute(db)
  return { person: rows[0], limits, guarded }
}

async function knowsDevice(db: Db, email: string, device: string, since: string): Promise<boolean> {
  const { rows } = await sql<{
    known: boolean
  }>`select identity.knows_device(${email}, ${sha256(device)}, ${since}::timestamptz) as known`.execute(db)
  return rows[0]?.known ?? false
}

/** The account's own count begins anew; what others share loses only this attempt. */
const forgiveAll = (db: Db, { strict, guard }: SignInLimits): Promise<unknown> =>
  forgive(db, { gone: strict.slice(0, 1), lessened: [...strict.slice(1), ...(guard ? [guard] : [])] })

export const isWaiting = (outcome: Outcome<SignIn>): outcome is { waitSeconds: number } =>
  !isRefusal(outcome) && 'waitSeconds' in outcome
