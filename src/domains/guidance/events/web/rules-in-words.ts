import type { Temporal } from 'temporal-polyfill'
import { germanTime, localDay, longGermanDate, longGermanDay } from '#kernel/local-day.ts'
import { type Event, kindInWords, runInWords, type Share, standingOf } from '../event/event.ts'
import type { SeatCounts } from '../event/queries.ts'

const small = ['kein', 'ein', 'zwei', 'drei', 'vier', 'fünf', 'sechs', 'sieben', 'acht', 'neun', 'zehn', 'elf', 'zwölf']

/** "vier"; from 13 on in figures. */
export const countInWords = (n: number): string => small[n] ?? String(n)

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** "Mittwoch, 25. November 2026, 12:00 Uhr" */
export const momentInWords = (moment: Temporal.Instant): string =>
  `${longGermanDay(localDay(moment))}, ${germanTime(moment)}`

type Rules = Pick<
  Event,
  | 'capacity'
  | 'perOrganization'
  | 'populationQuota'
  | 'needsApproval'
  | 'needsDeclaration'
  | 'prerequisiteId'
  | 'prerequisiteTitle'
  | 'promotion'
  | 'offerHours'
  | 'offerStopHours'
>

/** How seats are given in this event: one sentence for each of its rules, in the order they are asked. */
export function rulesInWords(event: Rules): string[] {
  if (event.capacity === null && !sharesInWords(event))
    return [...conditionsInWords(event), 'Es gibt so viele Plätze, wie Menschen kommen.']
  return [
    ...conditionsInWords(event),
    'Wer zuerst kommt, bekommt zuerst einen Platz.',
    ...(sharesInWords(event) ? [sharesInWords(event) ?? ''] : []),
    event.promotion === 'offer'
      ? `Wird ein Platz frei, bekommt ihn die Warteliste der Reihe nach angeboten. Zum Antworten sind jeweils ${event.offerHours} Stunden Zeit.`
      : 'Wird ein Platz frei, rückt die Warteliste der Reihe nach auf. Eine Mail sagt Bescheid.',
    ...(event.promotion === 'offer' && event.offerStopHours > 0
      ? [`Ab ${event.offerStopHours} Stunden vor Beginn rückt niemand mehr von selbst nach.`]
      : []),
  ]
}

const conditionsInWords = (event: Rules): string[] => [
  ...(event.prerequisiteId
    ? [
        `Wer teilnimmt, hat das Zertifikat von ${event.prerequisiteTitle ? `„${event.prerequisiteTitle}“` : 'einem anderen Kurs'}.`,
      ]
    : []),
  ...(event.needsDeclaration ? ['Für die Organisation liegt die Teilnahmeerklärung zum Programm vor.'] : []),
  ...(event.needsApproval
    ? ['Die Veranstalterin lässt jede Anmeldung zu. Bis dahin steht sie auf der Warteliste.']
    : []),
]

function sharesInWords({ perOrganization, populationQuota }: Rules): string | undefined {
  if (populationQuota) return `Plätze je Kommune nach der Einwohnerzahl: ${tableInWords(populationQuota)}.`
  if (perOrganization === null) return undefined
  return perOrganization === 1
    ? 'Jede Kommune bekommt einen Platz. Wer schon einen hat, wartet.'
    : `Jede Kommune bekommt höchstens ${countInWords(perOrganization)} Plätze.`
}

const seatsInWords = (seats: number): string => (seats === 1 ? 'ein Platz' : `${countInWords(seats)} Plätze`)

const tableInWords = (shares: readonly Share[]): string =>
  shares
    .toSorted((a, b) => (a.upTo ?? Infinity) - (b.upTo ?? Infinity))
    .map(({ upTo, seats }) =>
      upTo === null
        ? shares.length === 1
          ? seatsInWords(seats)
          : `darüber ${seatsInWords(seats)}`
        : `bis ${upTo.toLocaleString('de-DE')} Einwohner ${seatsInWords(seats)}`,
    )
    .join(', ')

/** What the certificate asks for; undefined where there is none. */
export function certificateInWords({ passPercent, dates }: Pick<Event, 'passPercent' | 'dates'>): string | undefined {
  if (passPercent === null) return undefined
  const held = dates.filter(({ cancelledAt }) => cancelledAt === null).length
  const missable = held - Math.ceil((held * passPercent) / 100)
  const rule = `Ab ${passPercent} Prozent Anwesenheit.`
  if (held <= 1) return `${rule} Wer den ganzen Termin da war, bekommt es.`
  const ofAll = `${countInWords(held)} Termine`
  return missable === 0
    ? `${rule} Sie sind an jedem der ${ofAll} dabei.`
    : `${rule} Sie dürfen ${missable === 1 ? 'einen' : countInWords(missable)} der ${ofAll} verpassen.`
}

/** How many seats are left, for everybody. */
export function seatsLeftInWords(
  { capacity, seatsTaken }: Pick<Event, 'capacity' | 'seatsTaken'>,
  { confirmed, waiting }: SeatCounts,
): string {
  const list = waiting > 0 ? `${waiting} auf der Warteliste` : ''
  if (capacity === null) return confirmed === 0 ? 'Plätze ohne Grenze' : `${confirmed} angemeldet, Plätze ohne Grenze`
  const free = capacity - seatsTaken
  if (free <= 0) return ['Ausgebucht', list].filter(Boolean).join(', ')
  const left = `${free} von ${capacity} ${capacity === 1 ? 'Platz' : 'Plätzen'} frei`
  return [left, list].filter(Boolean).join(', ')
}

/** The same for the picture of the seats. */
export const seatCountsInWords = ({ confirmed, offered, waiting }: SeatCounts): string =>
  [
    `${confirmed} bestätigt`,
    ...(offered > 0 ? [`${offered} angeboten`] : []),
    ...(waiting > 0 ? [`${waiting} auf der Warteliste`] : []),
  ].join(', ')

/** "Kurs 7, ab 3. Dezember 2026. Vier Termine." */
export function whenInWords(event: Pick<Event, 'kind' | 'run' | 'startsAt' | 'dates'>): string {
  const held = event.dates.filter(({ cancelledAt }) => cancelledAt === null).length
  const start = event.startsAt ? longGermanDate(localDay(event.startsAt)) : undefined
  if (start === undefined) return `${runInWords(event)}, Termine folgen.`
  return held > 1
    ? `${runInWords(event)}, ab ${start}. ${capital(countInWords(held))} Termine.`
    : `${runInWords(event)}, ${start}.`
}

/** Where it takes place: each place once. */
export const placesInWords = ({ dates }: Pick<Event, 'dates'>): string => {
  const places = dates
    .filter(({ cancelledAt }) => cancelledAt === null)
    .map(({ place, isOnline }) => place || (isOnline ? 'online' : ''))
  return [...new Set(places)].filter((place) => place !== '').join('; ')
}

export const nameOf = (event: Pick<Event, 'title' | 'kind' | 'run'>): string =>
  event.run > 1 ? `${event.title} (${kindInWords[event.kind]} ${event.run})` : event.title

/** Whether the way in is open to somebody at all. */
export const isOpen = (event: Event, now: Temporal.Instant): boolean =>
  ['open', 'full'].includes(standingOf(event, now))
