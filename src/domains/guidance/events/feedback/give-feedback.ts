import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { Event } from '../event/event.ts'
import { type Answers, isAskable } from './feedback.ts'

const refused: Record<string, string> = {
  already: 'Von Ihnen gibt es schon eine Rückmeldung. Weil niemand weiß, welche es ist, lässt sie sich nicht ändern.',
  unknown: 'Eine Rückmeldung geben kann, wer in dieser Veranstaltung einen bestätigten Platz hat.',
}

/** What is said and who has said something are kept apart: nobody answers twice, and nobody can tell who said what. */
export async function giveFeedback(
  { db, now }: PublicContext,
  event: Event,
  secret: string | null,
  { useful, pace, recommend, liked, missing }: Answers,
): Promise<Outcome<true>> {
  if (!isAskable(event, now))
    return refuse('Um eine Rückmeldung bitten wir nach dem ersten Termin. Gespeichert ist nichts.')
  const answers = JSON.stringify({ useful, pace, recommend, liked, missing })
  const { rows } = await sql<{ outcome: string }>`
    select guidance.give_feedback(${event.id}::uuid, ${secret === null ? null : sha256(secret)}, ${answers}::jsonb) as outcome`.execute(
    db,
  )
  const outcome = rows[0]?.outcome ?? 'unknown'
  return outcome === 'kept' || refuse(refused[outcome] ?? refused['unknown'] ?? '')
}
