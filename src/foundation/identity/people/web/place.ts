import { findOrganization } from '#foundation/organizations/index.ts'
import type { Context } from '#platform/http/context.ts'
import { type Place, may } from '../access.ts'
import { isHeaded } from '../queries.ts'

/** The organization that a page about people is of: the own one, or for the cooperative's staff the one asked for. */
export async function placeOf(ctx: Context, wanted: string | undefined): Promise<Place | undefined> {
  const own = ctx.actor.actingFor
  const id = wanted && may.seeEverybody(ctx.actor) ? wanted : own?.id
  const found = id === undefined ? undefined : await findOrganization(ctx.db, id)
  return found && { id: found.id, name: found.name, kind: found.kind, isHeaded: await isHeaded(ctx.db, found.id) }
}
