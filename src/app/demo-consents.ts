import { isRefusal } from '#kernel/outcome.ts'
import { findPurpose, giveConsent, revokeConsent, standingConsents } from '#foundation/consents/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Speaker } from './demo-organizations.ts'

/** Auental stands in the state picture with its name; Kleinweiler did, and has changed its mind. Musterstadt has not decided yet. */
export async function tellConsents(speaker: Speaker): Promise<void> {
  await give(await speaker('alles@kleinweiler.example', 'kleinweiler', 54, '10:05'))
  await give(await speaker('isb@auental.example', 'auental', 40, '15:20'))
  await revoke(await speaker('alles@kleinweiler.example', 'kleinweiler', 12, '08:40'))
}

const named = 'namedInStatePicture'

async function give(ctx: Context): Promise<void> {
  const purpose = findPurpose(named)
  if (!purpose) throw new Error(`demo: no purpose ${named}`)
  const given = await giveConsent(ctx, purpose, { textVersion: purpose.texts[0].version })
  if (!('given' in given)) throw new Error('demo: a consent was not given')
}

async function revoke(ctx: Context): Promise<void> {
  const standing = (await standingConsents(ctx.db)).find(({ purpose }) => purpose === named)
  const done = standing && (await revokeConsent(ctx, standing))
  if (!done || isRefusal(done)) throw new Error('demo: a consent was not revoked')
}
