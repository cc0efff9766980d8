import { Temporal } from 'temporal-polyfill'
import { germanTime, localDay } from '#kernel/local-day.ts'
import { dateInWords, dayInWords, placeInWords, runInWords } from '../event/event.ts'
import { whyInSentences } from '../places/reasons.ts'
import type { Occasion, ToldDate, Untold } from './untold.ts'

/** What the placeholders of the mails stand for, beside the address of the page. Nobody but the reader is named. */
export interface MailWords {
  anlass: string
  durchgang: string
  termine: string
  grund: string
  nummer: string
  rang: string
  frist: string
  bisher: string
  plaetze: string
  woher: string
  stand: string
}

const seated = new Set(['confirmed', 'again', 'promoted', 'accepted', 'moved', 'dateCancelled'])

export function wordsOf(untold: Untold): MailWords {
  const { title, data, state, position, ahead } = untold
  const hasSeat = seated.has(untold.what) && state === 'confirmed'
  const number = numberIn(data['position']) ?? position
  return {
    anlass: title,
    durchgang: runInWords(untold),
    termine: datesInWords(untold.dates, hasSeat),
    grund: whyTold(untold),
    nummer: number === null ? '' : String(number),
    rang: rankInWords(ahead),
    frist: momentIn(data['until']),
    bisher: before(untold),
    plaetze: seatsInWords(data['capacity']),
    woher: typeof data['from'] === 'string' ? `„${data['from']}“, Durchgang ${String(data['fromRun'])}` : '',
    stand: standInWords(untold, number),
  }
}

function standInWords({ state, ahead }: Untold, number: number | null): string {
  switch (state) {
    case 'confirmed':
      return 'Sie haben einen Platz.'
    case 'offered':
      return 'Ein Platz ist für Sie zurückgelegt. Annehmen oder ablehnen können Sie ihn über die Mail mit dem Angebot.'
    case 'waiting':
      return `Sie stehen auf der Warteliste${number === null ? '' : `, mit der Nummer ${number}`}. ${rankInWords(ahead)}`
    default:
      return 'Ihre Anmeldung gilt nicht mehr.'
  }
}

/** One line for each date that is held; the way into a video meeting for those with a seat only. */
export function datesInWords(dates: readonly ToldDate[], hasSeat: boolean): string {
  const held = dates.filter(({ isCancelled }) => !isCancelled)
  if (held.length === 0) return 'Die Termine stehen noch nicht fest.'
  return held.map((date) => `- ${dateLine(date, hasSeat)}`).join('\n')
}

export function dateLine(date: Omit<ToldDate, 'id' | 'isCancelled'>, hasSeat: boolean): string {
  const parts = [placeInWords(date), date.topic, hasSeat ? (date.videoUrl ?? '') : ''].filter((part) => part !== '')
  const when = dateInWords({ startsAt: instant(date.startsAt), endsAt: instant(date.endsAt) })
  return parts.length === 0 ? when : `${when}: ${parts.join(', ')}`
}

const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text)

const numberIn = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function momentIn(value: unknown): string {
  if (typeof value !== 'string') return ''
  const at = instant(value)
  return `${dayInWords(localDay(at))}, ${germanTime(at)}`
}

/** By the reasons of the decision, not by those of now; free words of somebody come last. */
function whyTold(untold: Untold): string {
  const { data, state, organizationName, reasons } = untold
  const said = typeof data['reason'] === 'string' ? data['reason'].trim() : ''
  if (said !== '') return said
  if (reasons.includes('left')) return 'Sie haben sich abgemeldet, oder Ihre Organisation hat es für Sie getan.'
  if (reasons.length === 0) return fallbacks[untold.what] ?? 'Ein Grund ist nicht genannt.'
  return whyInSentences(
    { state: state ?? 'waiting', reasons, organization: organizationName, isApproved: !reasons.includes('approval') },
    untold,
  ).join(' ')
}

const fallbacks: Record<string, string> = {
  promoted: 'Ein Platz ist frei, und die Warteliste rückt der Reihe nach auf.',
  offered: 'Ein Platz ist frei, und Sie sind an der Reihe.',
  accepted: 'Sie haben den angebotenen Platz angenommen.',
}

export function rankInWords(ahead: number | null): string {
  if (ahead === null) return 'Ihre Reihenfolge sehen Sie auf der Seite.'
  if (ahead === 0) return 'Vor Ihnen wartet niemand: Sie sind als Nächstes an der Reihe.'
  return ahead === 1 ? 'Vor Ihnen wartet noch eine Person.' : `Vor Ihnen warten noch ${ahead} Personen.`
}

const seatsInWords = (capacity: unknown): string => {
  if (typeof capacity !== 'number') return 'weniger Plätze'
  if (capacity === 0) return 'keine Plätze mehr'
  return capacity === 1 ? 'nur noch einen Platz' : `nur noch ${capacity} Plätze`
}

interface Former {
  id: string
  startsAt: string
  endsAt: string
  place?: string
}

/** The dates that no longer hold, one on each line. */
function before({ what, data, dates }: Untold): string {
  if (what === 'dateCancelled' && typeof data['startsAt'] === 'string' && typeof data['endsAt'] === 'string')
    return formerLine({ id: '', startsAt: data['startsAt'], endsAt: data['endsAt'] })
  if (what !== 'moved' || !Array.isArray(data['before'])) return ''
  const former = data['before'] as Former[]
  const changed = former.filter((one) => !dates.some((date) => isSame(one, date)))
  return changed.length === 0
    ? 'Tage, Zeiten und Orte sind geblieben; neu ist, was dabei steht.'
    : changed.map(formerLine).join('\n')
}

const isSame = (one: Former, date: ToldDate): boolean =>
  instant(one.startsAt).equals(instant(date.startsAt)) &&
  instant(one.endsAt).equals(instant(date.endsAt)) &&
  (one.place ?? '') === date.place &&
  !date.isCancelled

const formerLine = ({ startsAt, endsAt, place = '' }: Former): string => {
  const when = dateInWords({ startsAt: instant(startsAt), endsAt: instant(endsAt) })
  return place === '' ? `- ${when}` : `- ${when}: ${place}`
}

/** What the inbox says of it, in one sentence. */
export function titleOf(occasion: Occasion, { title }: Pick<Untold, 'title'>): string {
  const name = `„${title}“`
  const words: Record<Occasion, string> = {
    confirmed: `Ihr Platz bei ${name} ist bestätigt.`,
    again: `Sie sind bei ${name} schon angemeldet.`,
    waiting: `Sie stehen bei ${name} auf der Warteliste.`,
    promoted: `Sie sind bei ${name} aufgerückt und haben einen Platz.`,
    offered: `Bei ${name} ist ein Platz für Sie frei. Bitte antworten Sie bis zur Frist.`,
    accepted: `Der Platz bei ${name} gehört Ihnen.`,
    declined: `Sie haben den Platz bei ${name} nicht angenommen.`,
    expired: `Die Frist für Ihren Platz bei ${name} ist vorbei.`,
    cancelled: `Ihre Anmeldung zu ${name} gilt nicht mehr.`,
    rejected: `Ihre Anmeldung zu ${name} ist nicht zugelassen.`,
    approved: `Ihre Anmeldung zu ${name} ist zugelassen; Sie stehen auf der Warteliste.`,
    unseated: `Bei ${name} gibt es weniger Plätze. Sie warten wieder, als Erstes in der Reihe.`,
    transferred: `Ihre Anmeldung ist zu ${name} übernommen.`,
    movedOn: `Ihr Platz bei ${name} ist aufgegeben: Sie sind in einen anderen Durchgang gewechselt.`,
    substituted: `Ihren Platz bei ${name} hat eine Vertretung übernommen.`,
    moved: `Bei ${name} haben sich Termine geändert.`,
    dateCancelled: `Bei ${name} fällt ein Termin aus.`,
    eventCancelled: `${name} ist abgesagt.`,
    seatFree: `Bei ${name} ist ein Platz frei, aber für Angebote ist es zu spät.`,
  }
  return words[occasion]
}
