import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { isId } from '#kernel/id.ts'
import type { Context, Place } from '#platform/http/context.ts'

/** From now on this session acts for that organization; it is remembered for the next sign-in. */
export async function chooseActingFor({ actor, db, now }: Context, organizationId: string): Promise<Outcome<Place>> {
  const place = actor.organizations.find(({ id }) => id === organizationId)
  if (!actor.sessionId || !place || !isId(organizationId)) return noLonger()
  const { rows } = await sql<{ chosen: boolean }>`
    select identity.choose_acting_for(${actor.sessionId}::uuid, ${organizationId}::uuid, ${now.toString()}::timestamptz) as chosen`.execute(
    db,
  )
  return rows[0]?.chosen ? place : noLonger()
}

const noLonger = () =>
  refuse('Für diese Organisation haben Sie keine Aufgabe oder keine mehr. Bitte wählen Sie eine andere.')
