import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Event } from './event/event.ts'
import type { Registration } from './places/registration.ts'

/** Who runs events for the cooperative. */
export const organizers = ['guide', 'programmeManager']
/** Who registers colleagues, answers for them and names substitutes. */
export const delegates = ['chiefExecutive', 'officeHead', 'navigator', 'organizationAdmin']
/** Who takes part for a municipality: whoever has a task there, or belongs to it. */
export const participants = [...delegates, 'securityOfficer', 'dataProtectionOfficer', 'itStaff', 'member']

export const isOrganizer = (actor: Actor | null, event?: Pick<Event, 'organizerId'>): boolean =>
  actor !== null && hasRole(actor, ...organizers) && (!event || event.organizerId === actor.actingFor?.id)

export const may = {
  /** Drafts, lists with names, everything at the desk. */
  organize: (actor: Actor): Outcome<true> =>
    hasRole(actor, ...organizers) ||
    refuse('Kurse und Veranstaltungen verwalten die Digital-Lotsen und die Programmleitung des Verbunds.'),

  /** For oneself, in the name of the organization acted for. */
  takePart: (actor: Actor): Outcome<true> =>
    (actor.actingFor !== null && hasRole(actor, ...participants)) ||
    hasRole(actor, ...organizers) ||
    refuse(
      actor.actingFor
        ? `Anmelden können sich, wer für eine Kommune arbeitet. Bei ${actor.actingFor.name} haben Sie keine solche Aufgabe.`
        : 'Bitte wählen Sie zuerst, für welche Organisation Sie teilnehmen.',
    ),

  /** For a colleague. */
  registerOthers: (actor: Actor): Outcome<true> =>
    hasRole(actor, ...delegates, ...organizers) ||
    refuse(
      'Kolleginnen und Kollegen melden Verwaltungsleitung, Amtsleitung, Digital-Navigation und die Verwaltung der Zugänge an. Sich selbst können Sie anmelden.',
    ),

  /** Answer, cancel, hand over: the person, those who register colleagues there, the organizer. */
  settle: (
    actor: Actor,
    { personId, organizationId }: Pick<Registration, 'personId' | 'organizationId'>,
  ): Outcome<true> =>
    personId === actor.personId ||
    (organizationId !== null && organizationId === actor.actingFor?.id && hasRole(actor, ...delegates)) ||
    hasRole(actor, ...organizers) ||
    refuse('Über diesen Platz entscheidet die Person selbst, ihre Organisation oder die Veranstalterin.'),
}
