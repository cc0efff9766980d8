import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import { isMunicipal } from '../roles.ts'

const heads = ['organizationAdmin', 'chiefExecutive']
const cooperative = ['office', 'administrator', 'programmeManager']

interface Place {
  id: string
  name: string
  kind: string
  /** Whether somebody there may invite already. */
  isHeaded: boolean
}

const isHead = (actor: Actor, organizationId: string): boolean =>
  hasRole(actor, ...heads) && actor.actingFor?.id === organizationId && isMunicipal(actor.actingFor.kind)

const isCooperative = (actor: Actor): boolean =>
  actor.actingFor?.kind === 'cooperative' && hasRole(actor, ...cooperative)

/** Who invites whom (docs/access.md, Roles). The policies of identity.invitation say the same. */
export const may = {
  /** Whether invitations are shown at all. */
  see: (actor: Actor): Outcome<true> =>
    isCooperative(actor) ||
    isHead(actor, actor.actingFor?.id ?? '') ||
    refuse('Einladungen sehen und verschicken Verwaltungsleitung und Zugänge der eigenen Organisation.'),

  /** The own organization's head, or the cooperative where there is none yet. */
  invite: (actor: Actor, place: Place): Outcome<true> => {
    if (isHead(actor, place.id)) return true
    if (!isCooperative(actor))
      return refuse(`Für ${place.name} laden nur die Verwaltungsleitung dort ein und wer dort die Zugänge verwaltet.`)
    switch (place.kind) {
      case 'cooperative':
        return (
          (hasRole(actor, 'administrator') && place.id === actor.actingFor?.id) ||
          refuse('In den Verbund lädt nur der Betrieb ein.')
        )
      case 'contractor':
        return (
          hasRole(actor, 'programmeManager') ||
          refuse('Personen eines Auftragnehmers lädt nur die Programmleitung ein.')
        )
      case 'ministry':
        return hasRole(actor, 'administrator') || refuse('Personen eines Ministeriums lädt nur der Betrieb ein.')
      default:
        return (
          !place.isHeaded ||
          refuse(
            `${place.name} lädt selbst ein: Dort gibt es schon eine Verwaltungsleitung oder eine Person für die Zugänge. Der Verbund kann das nur, solange es dort niemanden gibt.`,
          )
        )
    }
  },

  isHead,
  isCooperative,
}
