import type { Temporal } from 'temporal-polyfill'
import { euro } from '#kernel/money.ts'
import { type Refusal, refuse } from '#kernel/outcome.ts'
import { type MoneyState, moneyInWords, moneyStates } from '../accounts/account.ts'

/** What an entry came from. */
export const origins = [
  'release',
  'return',
  'package',
  'order',
  'delivery',
  'acceptance',
  'invoice',
  'settlement',
  'hand',
  'opening',
] as const
export type Origin = (typeof origins)[number]

/** One transfer between two states of an account, as it stands. */
export interface Entry {
  id: string
  enrollmentId: string
  organizationId: string
  programmeId: string
  /** Running within the account, from 1. */
  number: number
  from: MoneyState
  to: MoneyState
  amountCents: number
  orderId: string | null
  orderReference: string | null
  orderTitle: string | null
  stageNumber: number | null
  reason: string
  origin: Origin
  subjectId: string | null
  correctsId: string | null
  /** Number of the entry that it corrects. */
  correctsNumber: number | null
  /** How much of it has been corrected since. */
  corrected: number
  at: Temporal.Instant
  personId: string | null
  personName: string | null
}

/** "frei → geplant" */
export const moveInWords = ({ from, to }: { from: MoneyState; to: MoneyState }): string =>
  `${moneyInWords(from)} → ${moneyInWords(to)}`

/** Who it was where the name is not for everybody, or nobody's. */
const doers: Record<Origin, string> = {
  release: 'von selbst',
  return: 'von selbst',
  package: 'Kommune',
  order: 'Verbund',
  delivery: 'Dienstleister',
  acceptance: 'Verbund',
  invoice: 'Verbund',
  settlement: 'Verbund',
  hand: 'Verbund',
  opening: 'Verbund',
}

/** "Torsten Ehlers"; where the name is not shown to whoever asks, which side it was. */
export const whoInWords = ({ personName, origin }: Pick<Entry, 'personName' | 'origin'>): string =>
  origin === 'release' || origin === 'return' ? doers[origin] : (personName ?? doers[origin])

const rank = (state: MoneyState): number => moneyStates.indexOf(state)

/** Against the usual direction: a correction, a credit note, something withdrawn. */
export const goesBack = (from: MoneyState, to: MoneyState): boolean => rank(to) < rank(from)

/**
 * Steps forward are taken one by one, and back to whatever was before; only what is free goes back to the grant. What stood in the books before,
 * and what a correction undoes, may leap. Undefined where the transfer exists.
 */
export function moveFault(from: MoneyState, to: MoneyState, leaps = false): Refusal | undefined {
  if (leaps && from !== 'grant' && to !== 'grant') return undefined
  const isFree = from === 'limit' && to === 'grant'
  if (isFree || (goesBack(from, to) && to !== 'grant') || rank(to) === rank(from) + 1) return undefined
  return refuse(`Von „${moneyInWords(from)}“ nach „${moneyInWords(to)}“ wird nicht gebucht. Gebucht ist nichts.`, [
    { path: 'to', message: `Auf „${moneyInWords(from)}“ folgt ${followersOf(from)}.` },
  ])
}

function followersOf(from: MoneyState): string {
  const next = moneyStates[rank(from) + 1]
  const back = rank(from) > 1 ? 'zurück geht es zu jedem Stand davor' : ''
  return [next ? `„${moneyInWords(next)}“` : '', back].filter(Boolean).join(', ')
}

/** Where an order's money can go by hand from here: the next state, and every one before. */
export const movesFrom = (from: MoneyState): MoneyState[] =>
  moneyStates.filter((to) => to !== 'grant' && to !== from && moveFault(from, to) === undefined)

/** More than is there. */
export const tooLittle = (state: MoneyState, there: number, wanted: number, what?: string): Refusal =>
  refuse(
    state === 'limit'
      ? `Das Budget reicht nicht: Frei sind ${euro(there)}, gebucht werden sollten ${euro(wanted)}. Gebucht ist nichts.`
      : `${what ?? 'Hier'}: „${moneyInWords(state)}“ sind nur ${euro(there)}, gebucht werden sollten ${euro(wanted)}. Gebucht ist nichts.`,
    [{ path: 'amountCents', message: `Höchstens ${euro(there)}.` }],
  )
