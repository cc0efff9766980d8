import type { Temporal } from 'temporal-polyfill'
import {
  type Session,
  type TokenHolder,
  findSession,
  findTokenHolder,
  settleReplacement,
  touchSession,
  touchToken,
} from '#foundation/identity/index.ts'
import type { Actor } from '#platform/http/context.ts'
import { nobody, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Call } from './call.ts'
import { readSessionCookie } from './marks.ts'
import type { Services } from './services.ts'

/** Step 2 of a request: who is it, from the headers alone. Renews the session's last-seen mark at most once a minute. */
export async function sessionActor(services: Services, call: Call, now: Temporal.Instant): Promise<Actor | null> {
  const secret = readSessionCookie(services, call)
  if (!secret) return null
  const find = () =>
    unitOfWork<Session | undefined>(services.database, { as: nobody, now, mode: 'read only' }, (db) =>
      findSession(db, secret, now),
    )
  const found = await find()
  const session = found && (await settleDue(services, found.due, now)) ? await find() : found
  if (session?.stale)
    await unitOfWork(services.database, { as: nobody, now, mode: 'read write' }, (db) => touchSession(db, secret, now))
  return session?.actor ?? null
}

/** The same for a bearer token; its last use is noted at most every ten minutes. */
export async function tokenHolder(
  services: Services,
  call: Call,
  token: string,
  now: Temporal.Instant,
): Promise<TokenHolder> {
  const find = () =>
    unitOfWork<TokenHolder>(services.database, { as: nobody, now, mode: 'read only' }, (db) =>
      findTokenHolder(db, token, call.req.header('lotsenwerk-acting-for'), now),
    )
  const found = await find()
  const holder = 'due' in found && (await settleDue(services, found.due, now)) ? await find() : found
  if ('stale' in holder && holder.stale)
    await unitOfWork(services.database, { as: nobody, now, mode: 'read write' }, (db) => touchToken(db, token, now))
  return holder
}

/** What has come due for this person does not wait for the worker: the right is there with the first request after its time. */
async function settleDue(services: Services, due: readonly string[], now: Temporal.Instant): Promise<boolean> {
  for (const id of due)
    await unitOfWork(services.database, { as: nobody, now, mode: 'read write' }, (db) =>
      settleReplacement({ actor: null, db, now }, id),
    )
  return due.length > 0
}

export const bearerToken = (call: Call): string | undefined =>
  /^Bearer ([\w.~+/-]{8,200})$/i.exec(call.req.header('authorization') ?? '')?.[1]
