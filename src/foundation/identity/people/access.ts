import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Grant } from './grant.ts'
import { type Role, isMunicipal, roleName } from '../roles.ts'

export interface Place {
  id: string
  name: string
  kind: string
  /** Whether somebody there gives out roles already. */
  isHeaded: boolean
}

const heads = ['organizationAdmin', 'chiefExecutive']
const staff = ['programmeManager', 'guide', 'editor', 'procurer', 'office', 'administrator']
const entitled = ['office', 'administrator', 'programmeManager']

const isHead = (actor: Actor, organizationId: string): boolean =>
  hasRole(actor, ...heads) && actor.actingFor?.id === organizationId

/** Who gives and takes roles (docs/access.md, "Roles, and where they come from"); access.may_grant says the same. */
export const may = {
  /** People of all organizations, not only of the own one. */
  seeEverybody: (actor: Actor): boolean => hasRole(actor, ...staff),

  /** Whether the place of the form is shown: the role itself decides below. */
  grantAt: (actor: Actor, place: Place): Outcome<true> => {
    switch (place.kind) {
      case 'cooperative':
        return (
          (hasRole(actor, 'administrator') && actor.actingFor?.id === place.id) ||
          refuse('Aufgaben im Verbund vergibt nur der Betrieb des Verbunds.')
        )
      case 'contractor':
        return (
          hasRole(actor, 'programmeManager') ||
          refuse(`Aufgaben bei ${place.name} vergibt nur die Programmleitung des Verbunds.`)
        )
      case 'ministry':
        return (
          hasRole(actor, 'administrator') || refuse(`Aufgaben bei ${place.name} vergibt nur der Betrieb des Verbunds.`)
        )
      default:
        return grantAtTown(actor, place)
    }
  },

  grant: (actor: Actor, place: Place, { personId, role }: { personId: string; role: Role }): Outcome<true> => {
    const there = may.grantAt(actor, place)
    if (there !== true) return there
    if (personId === actor.personId)
      return refuse('Sich selbst kann niemand Aufgaben geben. Bitten Sie jemanden mit den nötigen Rechten darum.')
    if (isMunicipal(place.kind) && !isHead(actor, place.id) && role !== 'organizationAdmin')
      return refuse(
        `Der Verbund vergibt bei ${place.name} nur „${roleName('organizationAdmin')}“, und nur, solange es dort niemanden gibt. Alles Weitere vergibt dann diese Person.`,
      )
    return true
  },

  /** Whoever gives it, and its holder. */
  end: (actor: Actor, place: Place, { personId }: Pick<Grant, 'personId'>): Outcome<true> => {
    if (personId === actor.personId) return true
    if (isMunicipal(place.kind) && !isHead(actor, place.id))
      return refuse(`Aufgaben beenden bei ${place.name} nur Verwaltungsleitung und Zugänge dort.`)
    return may.grantAt(actor, place)
  },

  /** Ending all that somebody is there: as with roles, at a municipality its own people only (access.scope_dismiss). */
  dismiss: (actor: Actor, place: Place): Outcome<true> => {
    if (!isMunicipal(place.kind)) return may.grantAt(actor, place)
    return (
      isHead(actor, place.id) ||
      refuse(`Wer bei ${place.name} ausscheidet, tragen Verwaltungsleitung und Zugänge dort ein.`)
    )
  },
}

function grantAtTown(actor: Actor, place: Place): Outcome<true> {
  if (isHead(actor, place.id)) return true
  if (!hasRole(actor, ...entitled))
    return refuse(`Aufgaben vergeben bei ${place.name} nur Verwaltungsleitung und Zugänge dort.`)
  return (
    !place.isHeaded ||
    refuse(
      `${place.name} hat selbst jemanden, der Aufgaben vergibt. Der Verbund kann es nur, solange dort niemand Verwaltungsleitung oder Zugänge hat.`,
    )
  )
}
