import type { Temporal } from 'temporal-polyfill'
import { stillHolds } from '#foundation/identity/index.ts'
import { refuse } from '#kernel/outcome.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import { type Answer, forbidden } from '#platform/http/answer.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Services } from './services.ts'

const notAllowed = '42501'

/**
 * A role can end between the look at who it is and the deed: then the database refuses what `may` still allowed. It is an answer
 * when a role really is gone by now, and otherwise the error it was.
 */
export async function answerLostRight(
  { database }: Services,
  { actor, now }: { actor: Actor | null; now: Temporal.Instant },
  error: unknown,
): Promise<Answer> {
  if (!actor || !(error instanceof Error && 'code' in error && error.code === notAllowed)) throw error
  const as = { personId: actor.personId, actingFor: actor.actingFor?.id ?? null }
  const held = await unitOfWork(database, { as, now, mode: 'read only' }, (db) => stillHolds(db, actor.roles))
  if (held) throw error
  return forbidden(
    refuse('Ihre Aufgaben haben sich eben geändert, und dafür fehlt Ihnen jetzt eine. Gespeichert ist nichts.'),
  )
}
