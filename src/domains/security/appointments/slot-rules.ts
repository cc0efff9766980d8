import { Temporal } from 'temporal-polyfill'
import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { closedOn } from '#kernel/holidays.ts'
import { type FieldError, type Outcome, refuse } from '#kernel/outcome.ts'
import type { Slot } from './appointment.ts'

/** Longer ones are several appointments, one for each day. */
export const longestHours = 14
/** Nobody plans further ahead; a year typed wrongly is found. */
export const furthestDays = 730

/** Why these times cannot be offered; `path` is the name of the list they come from. */
export function faultsOf(slots: readonly Slot[], { now, path }: { now: Temporal.Instant; path: string }): FieldError[] {
  return slots.flatMap((slot, at) => {
    const message = faultOf(slot, now) ?? twin(slots, at)
    return message === undefined ? [] : [{ path: `${path}.${at}.startsAt`, message }]
  })
}

function faultOf({ startsAt, endsAt }: Slot, now: Temporal.Instant): string | undefined {
  const hours = startsAt.until(endsAt).total('hours')
  if (hours <= 0) return 'Das Ende liegt nach dem Beginn.'
  if (hours > longestHours)
    return `Ein Termin dauert höchstens ${longestHours} Stunden. Für mehrere Tage legen Sie mehrere Termine an.`
  if (Temporal.Instant.compare(startsAt, now) <= 0) return 'Dieser Zeitpunkt ist schon vorbei.'
  return localDay(now).until(localDay(startsAt)).days > furthestDays
    ? 'Dieser Tag liegt mehr als zwei Jahre voraus.'
    : undefined
}

const twin = (slots: readonly Slot[], at: number): string | undefined =>
  slots.slice(0, at).some(({ startsAt, endsAt }) => {
    const one = slots[at]
    return one !== undefined && startsAt.equals(one.startsAt) && endsAt.equals(one.endsAt)
  })
    ? 'Diese Zeit steht schon in der Liste.'
    : undefined

/** All of them can be offered, or the refusal that says why not. */
export function checkSlots(
  slots: readonly Slot[],
  sentence: string,
  where: { now: Temporal.Instant; path: string },
): Outcome<true> {
  const errors = faultsOf(slots, where)
  if (errors.length === 0) return true
  return refuse(
    `${sentence}. ${errors.length === 1 ? 'Bitte ändern Sie eine Angabe.' : `Bitte ändern Sie ${errors.length} Angaben.`}`,
    errors,
  )
}

/** Another date that stands against one of the times. */
export interface Clash {
  /** Of the time, counted from 0. */
  number: number
  /** Whose other date it is. */
  whose: 'assessor' | 'organization'
  id: string
  /** Where; null when whoever asks may not know. */
  name: string | null
  state: 'confirmed' | 'proposed'
  startsAt: Temporal.Instant
  endsAt: Temporal.Instant
}

export interface Warning {
  number: number
  message: string
}

/** What to look at before these times are offered or chosen. Nothing of it hinders. */
export function warningsOf(
  slots: readonly Slot[],
  clashes: readonly Clash[],
  { isAssessor, organizationName }: { isAssessor: boolean; organizationName: string },
): Warning[] {
  return slots.flatMap((slot, number) => [
    ...closedDay(slot).map((message) => ({ number, message })),
    ...clashes
      .filter((clash) => clash.number === number)
      .map((clash) => ({ number, message: clashInWords(clash, { isAssessor, organizationName }) })),
  ])
}

function closedDay({ startsAt }: Slot): string[] {
  const day = localDay(startsAt)
  const closed = closedOn(day)
  return closed === undefined ? [] : [`Der ${germanDay(day)} ist ein freier Tag (${closed}).`]
}

function clashInWords(
  { whose, name, state, startsAt, endsAt }: Clash,
  { isAssessor, organizationName }: { isAssessor: boolean; organizationName: string },
): string {
  const day = localDay(startsAt)
  const when = `am ${germanDay(day)} von ${germanTime(startsAt).replace(' Uhr', '')} bis ${germanTime(endsAt)}`
  const still = state === 'proposed' ? ' (vorgeschlagen, noch nicht bestätigt)' : ''
  if (whose === 'organization') return `${organizationName} hat ${when} schon einen anderen Termin${still}.`
  const there = name === null ? 'in einer anderen Kommune' : `in: ${name}`
  return isAssessor
    ? `Sie sind ${when} schon ${there}, mit Weg gerechnet${still}.`
    : `Wer prüft, ist ${when} schon ${there}, mit Weg gerechnet${still}.`
}
