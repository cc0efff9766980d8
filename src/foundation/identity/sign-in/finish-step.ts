import { sql } from 'kysely'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { postMail } from '#foundation/notifications/index.ts'
import type { Clock } from '#platform/clock.ts'
import { sameText, sha256 } from '#platform/crypto/hash.ts'
import type { Safe } from '#platform/crypto/safe.ts'
import type { Database, Db } from '#platform/db/database.ts'
import { nobody, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Context } from '#platform/http/context.ts'
import { recoveryCodeHash } from '../second-factor/recovery-codes.ts'
import { matchingStep } from '../second-factor/one-time-code.ts'
import { sealPurpose } from '../second-factor/seal-purpose.ts'
import { askForSecondFactor, type Step } from './begin-step.ts'
import { count, forgive, secondFactorTries } from './limits.ts'
import { type Opened, openSession, type Place } from './open-session.ts'

const mostTries = 5

export interface CodeAttempt extends Place {
  token: string
  code: string
}

export type Finished = { opened: Opened } | { step: Step } | { over: string } | { waitSeconds: number }

interface TriedRow {
  person_id: string | null
  name: string | null
  email: string | null
  asks: Step['asks']
  code_hash: string | null
  has_second_factor: boolean
  sealed_secret: string | null
  tries: number
}

interface Tried extends TriedRow {
  person_id: string
  name: string
  email: string
}

/** The code after the password. A wrong one may be tried again a few times; `over` says why the sign-in begins anew. */
export async function finishStep(
  { database, clock, safe }: { database: Database; clock: Clock; safe: Safe },
  attempt: CodeAttempt,
): Promise<Outcome<Finished>> {
  const now = clock.now()
  // Two units: a wrong try must stay counted, and what follows the right one speaks for the person.
  const judged = await unitOfWork<Outcome<Judged>>(database, { as: nobody, now, mode: 'read write' }, (db) =>
    judge({ db, now }, attempt, safe),
  )
  if (isRefusal(judged) || !('person' in judged)) return judged
  const { person, recoveryCodesLeft } = judged
  const as = { personId: person.person_id, actingFor: null }
  return unitOfWork<Finished>(database, { as, now, mode: 'read write' }, async (db) => {
    const ended = await sql<{ ended: boolean }>`select identity.end_step(${sha256(attempt.token)}) as ended`.execute(db)
    if (!ended.rows[0]?.ended) return over()
    if (person.asks === 'mailedCode' && person.has_second_factor)
      return { step: await askForSecondFactor({ db, now }, person.person_id) }
    if (recoveryCodesLeft !== undefined) await tellOfRecoveryCode({ db, now }, person, recoveryCodesLeft)
    return { opened: await openSession({ db, now }, person.person_id, attempt) }
  })
}

type Judged = { person: Tried; recoveryCodesLeft?: number } | { over: string } | { waitSeconds: number }

const over = (): { over: string } => ({
  over: 'Diese Anmeldung ist abgelaufen oder wurde zu oft versucht. Bitte melden Sie sich noch einmal an.',
})

const isSomebody = (row: TriedRow): row is Tried => row.person_id !== null

async function judge(ctx: Pick<Context, 'db' | 'now'>, attempt: CodeAttempt, safe: Safe): Promise<Outcome<Judged>> {
  const { rows } =
    await sql<TriedRow>`select * from identity.try_step(${sha256(attempt.token)}, ${mostTries}, ${ctx.now.toString()}::timestamptz)`.execute(
      ctx.db,
    )
  const row = rows[0]
  if (!row) return over()
  if (row.asks === 'secondFactor' && isSomebody(row)) return judgeSecondFactor(ctx, row, attempt, safe)
  const right = row.code_hash !== null && sameText(sha256(attempt.code.replaceAll(/\s/g, '')), row.code_hash)
  if (right && isSomebody(row)) return { person: row }
  return row.tries >= mostTries
    ? over()
    : wrongCode('Dieser Code stimmt nicht. Bitte sehen Sie in Ihr Postfach und geben Sie ihn noch einmal ein.')
}

const wrongCode = (message: string) =>
  refuse(message, [{ path: 'code', message: 'Bitte den Code noch einmal eingeben.' }])

async function judgeSecondFactor(
  ctx: Pick<Context, 'db' | 'now'>,
  person: Tried,
  { code, device }: CodeAttempt,
  safe: Safe,
): Promise<Outcome<Judged>> {
  // A known browser counts for itself, so that somebody who knows the password cannot lock the owner out by wrong codes.
  const limit = secondFactorTries(person.person_id, (await isKnown(ctx.db, person.email, device)) ? device : undefined)
  const [waitSeconds = 0] = await count(ctx.db, [limit], ctx.now)
  if (waitSeconds > 0) return { waitSeconds }
  const taken = await takeCode(ctx, person, code, safe)
  if (!isRefusal(taken)) {
    await forgive(ctx.db, { lessened: [limit] })
    return { person, ...(taken === true ? {} : { recoveryCodesLeft: taken.left }) }
  }
  if (person.tries < mostTries) return taken
  await postMail(ctx, { to: person, template: 'identity.wrongCodes', data: {}, personId: person.person_id })
  return over()
}

async function isKnown(db: Db, email: string, device: string | undefined): Promise<boolean> {
  if (device === undefined) return false
  const { rows } = await sql<{
    known: boolean
  }>`select identity.knows_device(${email}, ${sha256(device)}, '-infinity') as known`.execute(db)
  return rows[0]?.known ?? false
}

/** A code of the app, once within its half minute, or a recovery code, once for ever. */
async function takeCode(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { person_id, sealed_secret }: Tried,
  given: string,
  safe: Safe,
): Promise<Outcome<true | { left: number }>> {
  const hash = recoveryCodeHash(person_id, given)
  if (hash) {
    const { rows } = await sql<{
      left: number | null
    }>`select identity.take_recovery_code(${person_id}::uuid, ${hash}, ${now.toString()}::timestamptz) as left`.execute(
      db,
    )
    const left = rows[0]?.left ?? null
    return left === null
      ? wrongCode('Dieser Wiederherstellungscode stimmt nicht oder wurde schon verwendet.')
      : { left }
  }
  const secret = safe.open(sealPurpose, sealed_secret ?? '')
  if (secret === undefined)
    return refuse(
      'Codes Ihrer App lassen sich hier nicht mehr prüfen, weil das Lotsenwerk neu eingerichtet wurde. Bitte geben Sie einen Wiederherstellungscode ein.',
      [{ path: 'code', message: 'Bitte einen Wiederherstellungscode eingeben.' }],
    )
  const step = matchingStep(secret, given, now)
  if (step === undefined)
    return wrongCode('Dieser Code stimmt nicht. Bitte geben Sie den Code ein, den Ihre App jetzt zeigt.')
  const { rows } = await sql<{
    taken: boolean
  }>`select identity.take_step(${person_id}::uuid, ${step}) as taken`.execute(db)
  return rows[0]?.taken ? true : wrongCode('Dieser Code wurde schon verwendet. Bitte warten Sie auf den nächsten.')
}

async function tellOfRecoveryCode(ctx: Pick<Context, 'db' | 'now'>, person: Tried, left: number): Promise<void> {
  await record(ctx, 'recoveryCode.used', { organizationId: null, subjectId: person.person_id, data: { left } })
  await postMail(ctx, {
    to: person,
    template: 'identity.recoveryCodeUsed',
    data: { uebrig: left },
    personId: person.person_id,
  })
}
