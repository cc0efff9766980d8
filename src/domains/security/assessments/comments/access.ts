import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import type { Assessment } from '../assessment.ts'
import type { Comment } from './comment.ts'

const own = ['chiefExecutive', 'securityOfficer', 'itStaff', 'dataProtectionOfficer']

export const may = {
  /** Own staff and delegates of the list among themselves, at any time; nobody from elsewhere. */
  comment(actor: Actor, { organizationId, parts }: Assessment, topKey: string): Outcome<true> {
    const isHere = actor.actingFor?.id === organizationId
    return (
      (isHere && (hasRole(actor, ...own) || (parts ?? []).includes(topKey))) ||
      refuse('Kommentare lesen und schreiben nur Menschen der eigenen Organisation, die diese Frage bearbeiten.')
    )
  },

  remove: (actor: Actor, { writtenBy }: Comment): Outcome<true> =>
    writtenBy === actor.personId || refuse('Entfernen kann einen Kommentar nur, wer ihn geschrieben hat.'),
}
