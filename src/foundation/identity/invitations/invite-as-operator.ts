import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { parse } from '#platform/http/parse.ts'
import type { OperatorContext } from '../operator.ts'
import { lastDay, endOf } from './invitation.ts'
import { invite } from './invite.ts'
import { type PlaceToInvite, placesToInvite } from './queries.ts'
import { newInvitation, roleOf } from './schemas.ts'

export interface InvitedByOperator {
  invitationId: string
  organization: string
  /** The last day on which it works. */
  until: string
  /** Path of the link: for demo and tests. In operation only the mail has it, so that an operator cannot take up what is another's. */
  link: string
}

interface Given {
  email: string
  name: string
  /** Id, ARS or exact name. */
  organization: string
  roles: string[]
}

/** The first person of an organization, invited from the command line on the server; then the organization invites itself. */
export async function inviteAsOperator(ctx: OperatorContext, given: Given): Promise<Outcome<InvitedByOperator>> {
  const unknown = given.roles.find((role) => !roleOf(role))
  if (unknown !== undefined)
    return refuse(`Die Aufgabe „${unknown}“ gibt es nicht.`, [{ path: 'role', message: 'unbekannt' }])
  const place = onlyOne(await placesToInvite(ctx.db), given.organization)
  if (isRefusal(place)) return place
  const wanted = parse(
    newInvitation,
    { email: given.email, name: given.name, organizationId: place.id, roles: given.roles.map(roleOf) },
    'Die Einladung ist nicht verschickt',
  )
  if (isRefusal(wanted)) return wanted
  if (place.isHeaded && place.kind !== 'cooperative')
    return refuse(
      `${place.name} lädt selbst ein: Dort gibt es schon eine Verwaltungsleitung oder eine Person für die Zugänge.`,
    )
  const invited = await invite(ctx, place, wanted)
  if (isRefusal(invited)) return invited
  return {
    invitationId: invited.id,
    organization: place.name,
    until: lastDay(endOf(ctx.now)),
    link: `/einladung/${invited.secret}`,
  }
}

function onlyOne(places: PlaceToInvite[], text: string): Outcome<PlaceToInvite> {
  const found = places.filter(({ id, ars, name }) => [id, ars, name].includes(text))
  const [first] = found
  if (!first)
    return refuse(
      `Eine Organisation „${text}“ gibt es nicht. Möglich sind Kennung, Regionalschlüssel (ARS) oder der genaue Name.`,
      [{ path: 'organization', message: 'unbekannt' }],
    )
  return found.length === 1
    ? first
    : refuse(`„${text}“ gibt es mehrmals. Bitte nehmen Sie den Regionalschlüssel (ARS).`)
}
