import type { Actor } from '#platform/http/context.ts'
import { bearerToken, sessionActor, tokenHolder } from '../actor.ts'
import type { Call } from '../call.ts'
import type { Services } from '../services.ts'

/** By token or by session, whatever else the request may lack. */
export async function whoCalls(services: Services, call: Call): Promise<Actor | null> {
  const now = services.clock.now()
  const token = bearerToken(call)
  if (!token) return sessionActor(services, call, now)
  const holder = await tokenHolder(services, call, token, now)
  return 'actor' in holder ? holder.actor : null
}

/** As whomever the person is acting at the moment: the platform is looked after for no organization. */
export const isAdministrator = (actor: Actor | null): boolean =>
  actor !== null &&
  (actor.roles.includes('administrator') ||
    actor.organizations.some(({ roles = [] }) => roles.includes('administrator')))
