import { sql } from 'kysely'
import { record } from '#foundation/audit/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId, newSecret } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { openedSince } from '../session-terms.ts'
import { agentInWords } from './agent.ts'

/** Where somebody signs in. */
export interface Place {
  /** Network address of the client. */
  address: string
  /** Secret of the browser's device cookie, when it has one. */
  device?: string | undefined
  /** The User-Agent header. */
  agent?: string | undefined
}

/** Secrets of the two cookies. */
export interface Opened {
  secret: string
  device: string
}

const deviceDays = 180
export const knownSince = (now: Context['now']): string => now.subtract({ hours: 24 * deviceDays }).toString()

/** The session itself; the browser is known from now on. */
export async function openSession(
  { db, now }: Pick<Context, 'db' | 'now'>,
  personId: string,
  { device = newSecret(), agent = '' }: Place,
): Promise<Opened> {
  const secret = newSecret()
  const id = newId()
  await sql`select identity.open_session(${sha256(secret)}, ${id}::uuid, ${personId}::uuid, ${sha256(device)}, ${agentInWords(agent)},
    ${now.toString()}::timestamptz, ${openedSince(now)}::timestamptz, ${knownSince(now)}::timestamptz)`.execute(db)
  await record({ db, now }, 'session.opened', { organizationId: null, subjectId: personId })
  return { secret, device }
}
