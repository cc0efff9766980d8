import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { kindNames, type Kind } from '#foundation/organizations/index.ts'
import { type Pressure, pressureInWords, pressureOf, type Programme } from '#foundation/programmes/index.ts'
import { daysSince, daysUntil, inDays } from '../deadline.ts'
import type { Filter } from '../filter.ts'
import type { Row } from '../row.ts'

export const pressureOfRow = (row: Row, programme: Programme, today: Temporal.PlainDate): Pressure =>
  pressureOf(row, daysUntil(today, programme.deadline))

export const pressureNames = { late: 'Frist vorbei', endangered: 'gefährdet', tight: 'knapp', onTrack: 'im Plan' }

export const pressureWord = (pressure: Pressure): string => pressureInWords(pressure)

/** Calendar days for which the same step has been waited for. */
export const waitingDaysOf = ({ waitingSince }: Row, today: Temporal.PlainDate): number | null =>
  waitingSince && daysSince(localDay(waitingSince), today)

export const sinceInWords = (row: Row, today: Temporal.PlainDate): string => {
  const days = waitingDaysOf(row, today)
  return days === null ? '–' : days === 0 ? 'heute' : inDays(days)
}

/** 19.11., with the year where it is another one. */
export function shortDay(day: string | null, today: Temporal.PlainDate): string {
  if (day === null) return '–'
  const full = germanDay(Temporal.PlainDate.from(day))
  return day.startsWith(`${today.year}-`) ? full.slice(0, 6) : full
}

const saysItself = /^(Hanse|Luther|Verbands|Einheits|Samt|Kreisfreie )?(stadt|gemeinde|kreis|landkreis|VG)\b/i

/** What kind of municipality it is, where its name does not say so. */
export const kindBeside = ({ name, kind }: { name: string; kind: string }): string | undefined =>
  saysItself.test(name) ? undefined : (kindNames[kind as Kind] ?? undefined)

export const stepTitle = ({ steps }: Programme, key: string | null): string =>
  key === null ? 'fertig' : (steps.find((step) => step.key === key)?.title ?? key)

/** "Schritt 4 von 14: Vor Ort" */
export function roadLabel({ steps }: Programme, row: Row): string {
  const place = steps.findIndex(({ key }) => key === row.currentStep)
  return place === -1
    ? 'Alle Schritte erledigt'
    : `Schritt ${place + 1} von ${steps.length}: ${steps[place]?.title ?? ''}`
}

/** What the last step is called when it is over: accounts are settled, other programmes are simply finished. */
export const finishedWord = ({ steps }: Programme): string =>
  steps.some(({ key }) => key === 'settlement') ? 'abgerechnet' : 'fertig'

const orderNames = {
  pressure: 'dringendste zuerst',
  waiting: 'am längsten wartende zuerst',
  name: 'nach Namen',
  phase: 'nach Phasen',
  contact: 'am längsten ohne Kontakt zuerst',
}

export const orderInWords = ({ order = 'pressure', isReversed }: Filter): string =>
  `${orderNames[order]}${isReversed ? ', umgekehrt' : ''}`

/** "43 offene Kommunen" */
export function countInWords(count: number, { phase, state }: Filter): string {
  const many = count === 1 ? 'Kommune' : 'Kommunen'
  if (state === 'withdrawn') return `${count} ${many} nicht mehr dabei`
  if (phase === undefined || phase === 'open') return `${count} ${count === 1 ? 'offene' : 'offene'} ${many}`
  return `${count} ${many}`
}
