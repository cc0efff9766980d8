import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'

export interface Place {
  id: string
  name: string
  kind: string
  /** What the person is there today, deputyship included; absent where a place only names an organization. */
  roles?: readonly string[] | undefined
  /** Names of those for whom the person stands in there today. */
  deputyFor?: readonly string[] | undefined
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
  /** The session of the browser; absent behind a token. */
  sessionId?: string | undefined
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

/** Several organizations and none chosen: whatever is done needs to know for whom. */
export const mustChoose = ({ actingFor, organizations }: Actor): boolean => !actingFor && organizations.length > 1
