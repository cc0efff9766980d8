import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { postMailToPerson } from '#foundation/notifications/index.ts'
import type { Safe } from '#platform/crypto/safe.ts'
import type { Context } from '#platform/http/context.ts'
import { matchingStep, newOneTimeSecret } from './one-time-code.ts'
import { ownSecondFactor } from './queries.ts'
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts'
import { sealPurpose } from './seal-purpose.ts'

/** A new secret, asked for only once it is confirmed with a code. */
export async function beginSecondFactor(
  { db, now }: Context,
  safe: Safe,
  passwordConfirmed: Outcome<true>,
): Promise<Outcome<{ secret: string }>> {
  if (passwordConfirmed !== true) return passwordConfirmed
  const secret = newOneTimeSecret()
  const { rows } = await sql<{
    begun: boolean
  }>`select identity.begin_second_factor(${safe.seal(sealPurpose, secret)}, ${now.toString()}::timestamptz) as begun`.execute(
    db,
  )
  return rows[0]?.begun
    ? { secret }
    : refuse('Ihr zweiter Faktor ist schon eingerichtet. Für ein neues Gerät schalten Sie ihn zuerst aus.')
}

/** From now on each sign-in asks for it. The recovery codes are shown this once. */
export async function confirmSecondFactor(
  ctx: Context,
  safe: Safe,
  code: string,
): Promise<Outcome<{ recoveryCodes: string[] }>> {
  const { db, now, actor } = ctx
  const begun = await ownSecondFactor(ctx)
  if (!begun || begun.since) return refuse('Hier ist gerade kein zweiter Faktor einzurichten. Bitte beginnen Sie neu.')
  const secret = safe.open(sealPurpose, begun.sealedSecret)
  const step = secret === undefined ? undefined : matchingStep(secret, code, now)
  const confirmed =
    step !== undefined &&
    (
      await sql<{
        confirmed: boolean
      }>`select identity.confirm_second_factor(${step}, ${now.toString()}::timestamptz) as confirmed`.execute(db)
    ).rows[0]?.confirmed
  if (!confirmed)
    return refuse('Dieser Code stimmt nicht. Eingeschaltet ist der zweite Faktor noch nicht.', [
      {
        path: 'code',
        message: 'Bitte geben Sie den Code ein, den Ihre App jetzt zeigt. Geht die Uhr Ihres Telefons richtig?',
      },
    ])
  const recoveryCodes = await setRecoveryCodes(ctx)
  await record(ctx, 'secondFactor.enabled', { organizationId: null, subjectId: actor.personId })
  await tellOwner(ctx, 'identity.secondFactorEnabled')
  return { recoveryCodes }
}

async function setRecoveryCodes({ db, actor }: Context): Promise<string[]> {
  const codes = newRecoveryCodes()
  const hashes = codes.flatMap((code) => recoveryCodeHash(actor.personId, code) ?? [])
  await sql`select identity.set_recovery_codes(${hashes}::text[])`.execute(db)
  return codes
}

/** Ten new ones; those before work no more. */
export async function renewRecoveryCodes(
  ctx: Context,
  safe: Safe,
  given: { passwordConfirmed: Outcome<true>; code: string },
): Promise<Outcome<{ recoveryCodes: string[] }>> {
  const proven = await proveBoth(ctx, safe, given)
  if (proven !== true) return proven
  const recoveryCodes = await setRecoveryCodes(ctx)
  await record(ctx, 'recoveryCodes.renewed', { organizationId: null, subjectId: ctx.actor.personId })
  return { recoveryCodes }
}

/** Off only with password and code: a found session alone is not enough. */
export async function endSecondFactor(
  ctx: Context,
  safe: Safe,
  given: { passwordConfirmed: Outcome<true>; code: string },
): Promise<Outcome<true>> {
  const proven = await proveBoth(ctx, safe, given)
  if (proven !== true) return proven
  await sql`select identity.end_second_factor()`.execute(ctx.db)
  await record(ctx, 'secondFactor.disabled', { organizationId: null, subjectId: ctx.actor.personId })
  await tellOwner(ctx, 'identity.secondFactorDisabled')
  return true
}

async function proveBoth(
  ctx: Context,
  safe: Safe,
  { passwordConfirmed, code }: { passwordConfirmed: Outcome<true>; code: string },
): Promise<Outcome<true>> {
  const known = await ownSecondFactor(ctx)
  if (!known?.since) return refuse('Ein zweiter Faktor ist nicht eingeschaltet.')
  if (passwordConfirmed !== true) return passwordConfirmed
  return (await takeOwnCode(ctx, safe, known.sealedSecret, code))
    ? true
    : refuse('Dieser Code stimmt nicht oder wurde schon verwendet. Geändert wurde nichts.', [
        { path: 'code', message: 'Bitte den nächsten Code der App oder einen Wiederherstellungscode eingeben.' },
      ])
}

async function takeOwnCode({ db, now, actor }: Context, safe: Safe, sealed: string, code: string): Promise<boolean> {
  const hash = recoveryCodeHash(actor.personId, code)
  if (hash) {
    const { rows } = await sql<{
      left: number | null
    }>`select identity.take_recovery_code(${actor.personId}::uuid, ${hash}, ${now.toString()}::timestamptz) as left`.execute(
      db,
    )
    return typeof rows[0]?.left === 'number'
  }
  const secret = safe.open(sealPurpose, sealed)
  const step = secret === undefined ? undefined : matchingStep(secret, code, now)
  if (step === undefined) return false
  const { rows } = await sql<{
    taken: boolean
  }>`select identity.take_step(${actor.personId}::uuid, ${step}) as taken`.execute(db)
  return rows[0]?.taken ?? false
}

const tellOwner = (ctx: Context, template: string): Promise<void> =>
  postMailToPerson(ctx, { personId: ctx.actor.personId, template, data: {} })
