import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { postMail } from '#foundation/notifications/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newSecret } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { codeMails, count } from './limits.ts'

/** What a sign-in waits for after the password. */
export interface Step {
  /** Goes along in the form, never in an address. */
  token: string
  asks: 'mailedCode' | 'secondFactor'
}

export const stepMinutes = 15

type Transaction = Pick<Context, 'db' | 'now'>

async function begin(
  { db, now }: Transaction,
  asks: Step['asks'],
  personId: string | undefined,
  codeHash: string | null,
): Promise<Step> {
  const token = newSecret()
  await sql`select identity.begin_step(${sha256(token)}, ${personId ?? null}::uuid, ${asks}, ${codeHash}, ${now.toString()}::timestamptz,
    ${now.add({ minutes: stepMinutes }).toString()}::timestamptz)`.execute(db)
  return { token, asks }
}

export const askForSecondFactor = (ctx: Transaction, personId: string): Promise<Step> =>
  begin(ctx, 'secondFactor', personId, null)

/**
 * Under attack the answer is the same whether the password was right or not; only where it was right is a code mailed.
 * So guessing learns nothing more, and whoever owns the mailbox still gets in.
 */
export async function askForMailedCode(
  ctx: Transaction,
  person: { person_id: string; name: string; email: string } | undefined,
): Promise<Step> {
  const code = String(randomInt(100_000_000)).padStart(8, '0')
  const step = await begin(ctx, 'mailedCode', person?.person_id, sha256(code))
  if (person && (await count(ctx.db, [codeMails(person.person_id)], ctx.now)).every((wait) => wait === 0))
    await postMail(ctx, {
      to: person,
      template: 'identity.signInCode',
      data: { code: `${code.slice(0, 4)} ${code.slice(4)}`, minuten: stepMinutes },
      personId: person.person_id,
    })
  return step
}
