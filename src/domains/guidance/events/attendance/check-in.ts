import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { Event } from '../event/event.ts'

const done = {
  done: 'Eingetragen. Sie sind als anwesend erfasst.',
  already: 'Für Sie ist bei diesem Termin schon etwas eingetragen. Stimmt es nicht, sprechen Sie bitte die Leitung an.',
} as const

const refused: Record<string, string> = {
  unknown:
    'Dieser Code stimmt nicht. Eingetragen ist nichts. Bitte lesen Sie die sechs Ziffern noch einmal ab: Sie können sich während des Termins ändern.',
  closed:
    'Der Code gilt nicht mehr, der Termin ist vorbei. Eingetragen ist nichts. Bitte melden Sie sich bei der Leitung.',
}

const notSeated = (actor: PublicContext['actor']): string =>
  actor
    ? `Unter Ihrem Zugang (${actor.name}) gibt es hier keinen bestätigten Platz. Eingetragen ist nichts. Haben Sie sich als Gast angemeldet, melden Sie sich bitte ab und nennen Sie Ihre E-Mail-Adresse.`
    : 'Zu dieser E-Mail-Adresse gibt es hier keinen bestätigten Platz. Eingetragen ist nichts. Haben Sie einen Zugang, melden Sie sich bitte an.'

/** Somebody in the room says that they are there: by the code, as whoever is signed in or as the guest of this address. */
export async function checkIn(
  { db, actor, now }: PublicContext,
  event: Event,
  { dateId, code, email }: { dateId: string; code: string; email: string },
): Promise<Outcome<string>> {
  const date = event.dates.find(({ id }) => id === dateId)
  if (!date) return refuse('Diesen Termin gibt es hier nicht.')
  if (date.cancelledAt || event.cancelledAt) return refuse('Dieser Termin ist abgesagt. Eingetragen ist nichts.')
  const { rows } = await sql<{ outcome: string }>`
    select guidance.check_in(${dateId}::uuid, ${code}, ${email}, ${now.toString()}::timestamptz) as outcome`.execute(db)
  const outcome = rows[0]?.outcome ?? 'unknown'
  if (outcome === 'done' || outcome === 'already') return done[outcome]
  return refuse(outcome === 'notSeated' ? notSeated(actor) : (refused[outcome] ?? refused['unknown'] ?? ''))
}
