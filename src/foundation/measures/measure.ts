import { Temporal } from 'temporal-polyfill'

export const measureKinds = ['workshop', 'penetrationTest', 'training', 'template', 'ownWork', 'other'] as const
export type MeasureKind = (typeof measureKinds)[number]

export const measureStates = ['proposed', 'decided', 'started', 'done', 'proven', 'dropped'] as const
export type MeasureState = (typeof measureStates)[number]

/** Still to be done, or to be decided on. */
export const openStates: readonly MeasureState[] = ['proposed', 'decided', 'started']

const kindWords: Record<MeasureKind, string> = {
  workshop: 'Workshop',
  penetrationTest: 'Penetrationstest',
  training: 'Schulung',
  template: 'Vorlage',
  ownWork: 'Eigene Arbeit',
  other: 'Sonstiges',
}
export const kindInWords = (kind: MeasureKind): string => kindWords[kind]

const stateWords: Record<MeasureState, string> = {
  proposed: 'vorgeschlagen',
  decided: 'beschlossen',
  started: 'begonnen',
  done: 'erledigt',
  proven: 'nachgewiesen',
  dropped: 'verworfen',
}
export const measureStateInWords = (state: MeasureState): string => stateWords[state]

export interface MeasureSource {
  type: string
  id: string
  label: string
}

/** What everybody sees who sees the measure at all, also the programme that pays. */
export interface MeasureOutline {
  id: string
  organizationId: string
  organizationName: string
  programmeId: string | null
  programmeName: string | null
  title: string
  kind: MeasureKind
  costCents: number | null
  state: MeasureState
  /** Of the state. */
  since: Temporal.Instant
  dueOn: string | null
  /** When somebody looks again. */
  checkOn: string | null
  createdAt: Temporal.Instant
  version: number
}

/** What only the organization and its assessor see. */
export interface MeasureDetail {
  description: string
  /** Tenths of a person's day. */
  effortTenths: number | null
  remindDays: number
  templateId: string | null
  offeredAsId: string | null
  createdBy: string
  createdByName: string | null
  ownerId: string | null
  ownerName: string | null
  sources: MeasureSource[]
}

/** `detail` is null for whom it is hidden. */
export interface Measure extends MeasureOutline {
  detail: MeasureDetail | null
}

/** What a change of state needs besides the wish. */
type Need = 'nothing' | 'reason' | 'proof'

/** From → to. Going back and dropping say why; proven is what somebody can look at. */
const moves: Record<MeasureState, Partial<Record<MeasureState, Need>>> = {
  proposed: { decided: 'nothing', dropped: 'reason' },
  decided: { started: 'nothing', done: 'nothing', proposed: 'reason', dropped: 'reason' },
  started: { done: 'nothing', decided: 'reason', dropped: 'reason' },
  done: { proven: 'proof', started: 'reason' },
  proven: { started: 'reason' },
  dropped: { proposed: 'reason' },
}

/** Undefined where there is no such way. */
export const needOf = (from: MeasureState, to: MeasureState): Need | undefined => moves[from][to]

/** Where a measure can go from here, in the order of its life. */
export const waysFrom = (state: MeasureState): { to: MeasureState; need: Need }[] =>
  measureStates.flatMap((to) => {
    const need = needOf(state, to)
    return need ? [{ to, need }] : []
  })

/** What was done once need not hold for ever: one year, unless somebody says otherwise. */
export const nextCheck = (today: Temporal.PlainDate): string => today.add({ years: 1 }).toString()

export type Urgency = 'overdue' | 'soon' | 'later' | 'none'

/** How near the day is on which something is to be done. */
export function urgencyOf(
  { state, dueOn, checkOn }: Pick<MeasureOutline, 'state' | 'dueOn' | 'checkOn'>,
  today: Temporal.PlainDate,
): Urgency {
  const day = openStates.includes(state) ? dueOn : checkOn
  if (day === null) return 'none'
  const date = Temporal.PlainDate.from(day)
  if (Temporal.PlainDate.compare(date, today) < 0) return 'overdue'
  return Temporal.PlainDate.compare(date, today.add({ days: 14 })) <= 0 ? 'soon' : 'later'
}

/** 25 → "2,5" */
export const effortInWords = (tenths: number): string => (tenths / 10).toLocaleString('de-DE')

/** So many at once: lists of offices have some dozens, not thousands. */
export const mostAtOnce = 200
