import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { sha256 } from '#platform/crypto/hash.ts'
import { newId, newSecret } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { feedEnding, mostFeeds } from './feed.ts'

export interface NewFeed {
  id: string
  organizationId: string | null
  /** The last part of its address; shown this once. */
  capability: string
}

/** An address for one's own dates, or for those of the organization one acts for. */
export async function addFeed(ctx: Context, scope: 'person' | 'organization'): Promise<Outcome<NewFeed>> {
  const { actor, db, now } = ctx
  const organizationId = scope === 'organization' ? (actor.actingFor?.id ?? null) : null
  if (scope === 'organization' && organizationId === null)
    return refuse('Sie handeln für keine Organisation. Abonnieren lassen sich nur Ihre eigenen Termine.', [
      { path: 'scope', message: 'Bitte wählen Sie Ihre eigenen Termine.' },
    ])
  if (scope === 'person' && actor.organizations.length === 0)
    return refuse(
      'Sie haben zurzeit keine Aufgabe, also auch keine Termine. Eine Adresse gibt es, sobald Sie eine haben.',
    )
  const [id, secret] = [newId(), newSecret()]
  const { rows } = await sql<{ added: boolean }>`
    select insights.add_calendar_feed(${id}::uuid, ${sha256(secret)}, ${organizationId}::uuid, ${mostFeeds}, ${now.toString()}::timestamptz) as added`.execute(
    db,
  )
  if (!rows[0]?.added)
    return refuse(
      `Sie haben schon ${mostFeeds} Adressen. Bitte beenden Sie zuerst eine, die nicht mehr gebraucht wird.`,
    )
  await record(ctx, 'calendarFeed.added', { organizationId, subjectId: actor.personId, data: { scope }, needs: [] })
  return { id, organizationId, capability: secret + feedEnding }
}
