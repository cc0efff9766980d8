import { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import type { Event } from '../event/event.ts'
import type { Decision, Registration } from './registration.ts'

type Rules = Pick<Event, 'capacity' | 'perOrganization' | 'populationQuota' | 'offerStopHours'>

/** Why a place is as it is: one German sentence for each reason. */
export function whyInSentences(
  { state, reasons, organization, isApproved }: Pick<Registration, 'state' | 'reasons' | 'organization' | 'isApproved'>,
  rules: Rules,
): string[] {
  const sentences: Record<string, string> = {
    free: 'Es war ein Platz frei.',
    share: organization
      ? `Der Anteil von ${organization} war noch nicht vergeben.`
      : 'Der Anteil der Organisation war noch nicht vergeben.',
    promoted: 'Ein Platz ist frei, und die Warteliste rückt der Reihe nach auf.',
    accepted: 'Der angebotene Platz ist angenommen.',
    approved: 'Die Anmeldung ist zugelassen, und es war ein Platz frei.',
    substitute: 'Der Platz ist von einer Vertretung derselben Organisation übernommen.',
    substituted: 'Eine Vertretung derselben Organisation hat den Platz übernommen.',
    seatBySubstitution: 'Die Person hat statt des Wartens den Platz einer Kollegin oder eines Kollegen übernommen.',
    offered: 'Ein Platz ist frei, und diese Anmeldung ist an der Reihe.',
    full: fullSentence(rules),
    quota: quotaSentence(organization, rules),
    queue: 'Andere warten schon länger und haben noch keinen Platz; niemand überholt die Warteliste.',
    approval: 'Die Anmeldung muss noch zugelassen werden.',
    shrunk: 'Es gibt jetzt weniger Plätze. Wer zuletzt einen bekommen hat, wartet wieder, als Erstes in der Reihe.',
    transferred: 'Aus einem früheren Durchgang übernommen, mit dem Rang von dort.',
    movedOn: 'In einen anderen Durchgang gewechselt.',
    declined: 'Der angebotene Platz ist abgelehnt.',
    expired: 'Auf das Angebot kam bis zur Frist keine Antwort.',
    rejected: 'Die Anmeldung ist nicht zugelassen.',
    left: 'Abgemeldet.',
    byOrganizer: 'Von der Veranstalterin abgemeldet.',
    eventCancelled: 'Die Veranstaltung ist abgesagt.',
    stop: `Weniger als ${rules.offerStopHours} Stunden vor Beginn rückt niemand mehr nach.`,
  }
  const said = reasons.flatMap((reason) => sentences[reason] ?? [])
  return said.length > 0 ? said : [fallback(state, isApproved)]
}

const fallback = (state: Registration['state'], isApproved: boolean): string =>
  state === 'waiting' && !isApproved ? 'Die Anmeldung muss noch zugelassen werden.' : 'Der Reihe nach entschieden.'

function fullSentence({ capacity }: Rules): string {
  if (capacity === 1) return 'Der einzige Platz ist vergeben.'
  if (capacity === 2) return 'Beide Plätze sind vergeben.'
  return capacity === null ? 'Alle Plätze sind vergeben.' : `Alle ${capacity} Plätze sind vergeben.`
}

function quotaSentence(organization: string | null, { perOrganization, populationQuota }: Rules): string {
  const where = organization ?? 'Die Organisation'
  if (populationQuota) return `${where} hat die Plätze, die ihr nach der Einwohnerzahl zustehen, schon vergeben.`
  return perOrganization === 1 || perOrganization === null
    ? `Kommune hat bereits einen Platz: Hier gilt ein Platz je Kommune, und ${organization ?? 'die Organisation'} hat ihn.`
    : `${where} hat bereits die ${perOrganization} Plätze, die es je Kommune gibt.`
}

/** One line of the history, as the person and the organizer read it. */
export function decisionInWords({ what, data, by }: Decision): string {
  const number = data['position']
  const until = typeof data['until'] === 'string' ? ` bis ${moment(data['until'])}` : ''
  const reason = typeof data['reason'] === 'string' && data['reason'] !== '' ? ` Grund: ${data['reason']}` : ''
  const words: Record<string, string> = {
    confirmed: 'Platz bestätigt',
    again: 'Noch einmal angemeldet, nichts geändert',
    waiting: `Warteliste, Nummer ${String(number)}`,
    waits: 'Weiter auf der Warteliste',
    approved: `Zugelassen, Warteliste Nummer ${String(number)}`,
    rejected: `Nicht zugelassen.${reason}`,
    promoted: 'Von der Warteliste aufgerückt, Platz bestätigt',
    offered: `Platz angeboten${until}`,
    accepted: 'Angebot angenommen, Platz bestätigt',
    declined: 'Angebot abgelehnt',
    expired: 'Frist des Angebots verstrichen',
    cancelled: `Abgemeldet.${reason}`,
    unseated: `Platz verloren, weil es nur noch ${String(data['capacity'])} gibt; wartet als Erstes in der Reihe`,
    transferred: `Aus „${String(data['from'])}“ (Durchgang ${String(data['fromRun'])}) übernommen`,
    movedOn: `Nach „${String(data['to'])}“ (Durchgang ${String(data['toRun'])}) gewechselt`,
    substituted: 'Platz an eine Vertretung übergeben',
    moved: 'Termine geändert',
    dateCancelled: 'Ein Termin ist abgesagt',
    eventCancelled: `Veranstaltung abgesagt.${reason}`,
    capacity:
      data['capacity'] === null
        ? 'Zahl der Plätze nicht mehr begrenzt'
        : `Zahl der Plätze: ${String(data['capacity'])}`,
    seatFree: 'Ein Platz ist frei, aber für Angebote ist es zu spät',
  }
  return `${words[what] ?? what}${by ? ` (${by})` : ''}`
}

const moment = (text: string): string => {
  const instant = Temporal.Instant.from(text.replace(' ', 'T'))
  return `${germanDay(localDay(instant))}, ${germanTime(instant)}`
}
