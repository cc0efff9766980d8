import { findOrganization } from '#foundation/organizations/index.ts'
import type { Context } from '#platform/http/context.ts'
import { type Place, may } from '../access.ts'
import { isHeaded } from '../queries.ts'

/** The organization that a page about people is of: the own one, or for the cooperative's staff the one asked for. */
export async function placeOf(ctx: Context, wanted: string | undefined): Promise<Place | undefined> {
  const own = ctx.actor.actingFor
  const id = wanted && may.seeEverybody(ctx.actor) ? wanted : own?.id
  return id === undefined ? undefined : findPlace(ctx, id)
}

/** Whether it has a head matters only to those who are elsewhere. */
export async function findPlace({ db, actor }: Context, id: string): Promise<Place | undefined> {
  const found = await findOrganization(db, id)
  if (!found) return undefined
  const { name, kind } = found
  return { id: found.id, name, kind, isHeaded: found.id === actor.actingFor?.id || (await isHeaded(db, found.id)) }
}
