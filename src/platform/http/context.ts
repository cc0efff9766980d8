import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'

export interface Place {
  id: string
  name: string
  kind: string
}

/** Who is at the screen or behind the token, and for whom. */
export interface Actor {
  personId: string
  name: string
  email: string
  /** Null when the person has several organizations and has not chosen, or none. */
  actingFor: Place | null
  /** Roles at `actingFor`, today. */
  roles: readonly string[]
  organizations: readonly Place[]
}

/**
 * The first argument of every verb and query. `db` is the transaction of this request; verbs open none themselves.
 * `actor` is null on public pages and for the operator's command line, where the database knows who it is.
 */
export interface Context<A extends Actor | null = Actor> {
  actor: A
  db: Db
  now: Temporal.Instant
}

export type PublicContext = Context<Actor | null>

export const hasRole = (actor: Actor, ...roles: string[]): boolean => roles.some((role) => actor.roles.includes(role))
