import type { Temporal } from 'temporal-polyfill'
import { asWorkingDays, type TimeLeft } from './time-left.ts'

/** What an order may lack before the last day, in the order of its way. */
export const lacks = ['notCommissioned', 'notDelivered', 'notAccepted', 'notInvoiced', 'notSettled'] as const
export type Lack = (typeof lacks)[number]

/** The state in which the money of an order waits. */
export const waitingStates = ['planned', 'committed', 'delivered', 'accepted', 'invoiced'] as const
export type WaitingState = (typeof waitingStates)[number]

export const actors = ['contractor', 'organization', 'cooperative'] as const
export type ActingParty = (typeof actors)[number]

interface Meaning {
  state: WaitingState
  words: string
  /** What has to be done, as whoever does it reads it. */
  deed: string
  acts: ActingParty
  /** Steps of the programme that are still ahead, this one first; their usual days are programme data. */
  steps: readonly string[]
}

const meanings: Record<Lack, Meaning> = {
  notCommissioned: {
    state: 'planned',
    words: 'nicht beauftragt',
    deed: 'beauftragen oder zurückziehen',
    acts: 'cooperative',
    steps: ['execution', 'acceptance', 'settlement'],
  },
  notDelivered: {
    state: 'committed',
    words: 'nicht erbracht',
    deed: 'erbringen und melden',
    acts: 'contractor',
    steps: ['execution', 'acceptance', 'settlement'],
  },
  notAccepted: {
    state: 'delivered',
    words: 'nicht abgenommen',
    deed: 'abnehmen und unterschreiben',
    acts: 'organization',
    steps: ['acceptance', 'settlement'],
  },
  notInvoiced: {
    state: 'accepted',
    words: 'nicht in Rechnung gestellt',
    deed: 'Rechnung stellen',
    acts: 'contractor',
    steps: ['settlement'],
  },
  notSettled: {
    state: 'invoiced',
    words: 'nicht abgerechnet',
    deed: 'Rechnung zu zweit freigeben',
    acts: 'cooperative',
    steps: ['settlement'],
  },
}

export const lackInWords = (lack: Lack): string => meanings[lack].words

/** The municipality has signed: now the cooperative countersigns. */
const countersign = 'Abnahme gegenzeichnen'

export const fits = ['late', 'short', 'tight', 'enough', 'none'] as const
export type Fit = (typeof fits)[number]

const fitNames: Record<Fit, string> = {
  late: 'Frist vorbei',
  short: 'reicht nicht',
  tight: 'knapp',
  enough: 'reicht',
  none: '',
}

/** Whether what is usual still fits: "reicht nicht", "knapp", "reicht". */
export const fitInWords = (fit: Fit): string => fitNames[fit]

/** An order with money that still waits, as the books have it. In cents. */
export interface WaitingOrder extends Readonly<Record<WaitingState, number>> {
  id: string
  reference: string
  title: string
  organizationId: string
  organizationName: string
  county: string | null
  enrollmentId: string
  contractorId: string | null
  contractorName: string | null
  /** Money that came into a state, the newest first. */
  inflows: readonly { state: WaitingState; amountCents: number; at: Temporal.Instant }[]
  /** The municipality has signed an acceptance that the cooperative has not countersigned. */
  isSigned: boolean
}

/** One thing that is missing at one order. */
export interface Item {
  /** Stable: `orderId:lack`. */
  key: string
  lack: Lack
  orderId: string
  reference: string
  title: string
  organizationId: string
  organizationName: string
  county: string | null
  enrollmentId: string
  amountCents: number
  acts: ActingParty
  /** Whose duty it is: the municipality, the contractor (null where none is named) or who runs the programme. */
  actsId: string | null
  actsName: string
  deed: string
  since: Temporal.Instant | null
  /** What this usually takes, and everything until it is settled; in working days. */
  usualDays: number
  neededDays: number
  fit: Fit
}

export interface Surroundings {
  runBy: { id: string; name: string }
  /** Usual days of the steps of the programme, by their keys. */
  typicalDays: ReadonlyMap<string, number>
  left: TimeLeft | null
}

/** A third more than usual is what calm needs. */
const margin = 1.33

/** Everything that these orders lack, the most urgent first: least time to spare, then most money. */
export const itemsOf = (orders: readonly WaitingOrder[], around: Surroundings): Item[] =>
  orders
    .flatMap((order) =>
      lacks.filter((lack) => order[meanings[lack].state] > 0).map((lack) => itemOf(order, lack, around)),
    )
    .toSorted(
      (one, other) =>
        other.neededDays - one.neededDays || other.amountCents - one.amountCents || (one.key < other.key ? -1 : 1),
    )

function itemOf(order: WaitingOrder, lack: Lack, around: Surroundings): Item {
  const { state, steps } = meanings[lack]
  const amountCents = order[state]
  const days = steps.map((step) => asWorkingDays(around.typicalDays.get(step) ?? 0))
  const neededDays = days.reduce((sum, each) => sum + each, 0)
  const isCountersigned = lack === 'notAccepted' && order.isSigned
  return {
    key: `${order.id}:${lack}`,
    lack,
    orderId: order.id,
    reference: order.reference,
    title: order.title,
    organizationId: order.organizationId,
    organizationName: order.organizationName,
    county: order.county,
    enrollmentId: order.enrollmentId,
    amountCents,
    ...whoActs(order, lack, around),
    deed: isCountersigned ? countersign : meanings[lack].deed,
    since: sinceWhen(order, state, amountCents),
    usualDays: lack === 'notCommissioned' ? 0 : (days[0] ?? 0),
    neededDays,
    fit: fitOf(neededDays, around.left),
  }
}

function whoActs(order: WaitingOrder, lack: Lack, { runBy }: Surroundings): Pick<Item, 'acts' | 'actsId' | 'actsName'> {
  const acts = lack === 'notAccepted' && order.isSigned ? 'cooperative' : meanings[lack].acts
  switch (acts) {
    case 'contractor':
      return { acts, actsId: order.contractorId, actsName: order.contractorName ?? 'kein Dienstleister eingetragen' }
    case 'organization':
      return { acts, actsId: order.organizationId, actsName: order.organizationName }
    case 'cooperative':
      return { acts, actsId: runBy.id, actsName: runBy.name }
  }
}

/** What is left in a state came last: since the oldest inflow of which something is still there. */
function sinceWhen({ inflows }: WaitingOrder, state: WaitingState, amountCents: number): Temporal.Instant | null {
  let rest = amountCents
  let since: Temporal.Instant | null = null
  for (const inflow of inflows.filter((one) => one.state === state)) {
    if (rest <= 0) break
    since = inflow.at
    rest -= inflow.amountCents
  }
  return since
}

function fitOf(needed: number, left: TimeLeft | null): Fit {
  if (left === null) return 'none'
  if (left.days < 0) return 'late'
  if (left.workingDays < needed) return 'short'
  return left.workingDays < needed * margin ? 'tight' : 'enough'
}

/** Of each kind of lack: how many municipalities and orders, and how much. */
export interface LackSum {
  lack: Lack
  municipalities: number
  orders: number
  amountCents: number
}

export const sumsByLack = (items: readonly Item[]): LackSum[] =>
  lacks.map((lack) => {
    const alike = items.filter((item) => item.lack === lack)
    return {
      lack,
      municipalities: new Set(alike.map(({ organizationId }) => organizationId)).size,
      orders: alike.length,
      amountCents: alike.reduce((sum, { amountCents }) => sum + amountCents, 0),
    }
  })

/** Names of the municipalities that still lack something, the most urgent first. */
export const placesOf = (items: readonly Item[]): string[] => [
  ...new Map(items.map(({ organizationId, organizationName }) => [organizationId, organizationName])).values(),
]
