import { Temporal } from 'temporal-polyfill'
import { startOfDay } from '#kernel/local-day.ts'
import {
  outOfOrder,
  type Party,
  partyInWords,
  type StepDefinition,
  type StepState,
  type ToldRoad,
} from '#foundation/programmes/index.ts'
import type { StandRoad } from '../stand.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import { stepWords } from '../workbook/words.ts'
import type { Change } from './differences.ts'
import { type Comparison, dayInWords } from './plan.ts'
import type { StateWish, StepDetails } from './read-state-row.ts'

export interface WantedStep extends StepDefinition {
  state: StepState
  onDay: string | null
  waitingFor: Party | null
  missing: string
  note: string
  /** As it is now; undefined on a new road. */
  before: Pick<WantedStep, 'state' | 'onDay' | 'waitingFor' | 'missing' | 'note'> | undefined
}

const isOver = ({ state }: Pick<WantedStep, 'state'>): boolean => state === 'done' || state === 'notNeeded'

/** Where the note, and who is waited for, belong: the first step that is not over, else the last. */
export const currentOf = <Step extends { state: StepState }>(steps: readonly Step[]): Step | undefined =>
  steps.find((step) => !isOver(step)) ?? steps.at(-1)

/** The road as it would be. What is said of single steps wins over the phase. */
export function wantedRoad(
  { programme }: Comparison,
  existing: StandRoad | undefined,
  wish: StateWish,
  details: ReadonlyMap<string, StepDetails>,
): WantedStep[] {
  const road = programme.steps.map((definition, at): WantedStep => {
    const there = existing?.steps.find(({ key }) => key === definition.key)
    return wantedStep(definition, { there, isPassed: at < (wish.over ?? 0), wish, more: details.get(definition.key) })
  })
  const current = currentOf(road)
  if (current) {
    current.note = wish.note || current.note
    if (!isOver(current)) {
      current.waitingFor = partyFor(current, wish.waitingFor, current.waitingFor)
      current.missing = missingFor(current, wish.missing, current.missing)
    }
  }
  return road
}

function wantedStep(
  definition: StepDefinition,
  {
    there,
    isPassed,
    wish,
    more = unsaid,
  }: {
    there: StandRoad['steps'][number] | undefined
    isPassed: boolean
    wish: StateWish
    more: StepDetails | undefined
  },
): WantedStep {
  const before = there && { ...there, waitingFor: there.waitingFor as Party | null }
  const said = wish.steps.get(definition.key)
  const state = said?.state ?? stateAfter(before?.state ?? 'open', isPassed)
  const { onDay, waitingFor, missing } = before?.state === state ? before : unsaid
  return {
    ...definition,
    state,
    onDay: said?.onDay ?? onDay,
    waitingFor: partyFor(definition, more.waitingFor, waitingFor),
    missing: missingFor(definition, more.missing, missing),
    note: more.note || (before?.note ?? ''),
    before,
  }
}

const unsaid = { onDay: null, waitingFor: null, missing: '', note: '' } as const

/** What a phase says of the steps before it. */
const stateAfter = (state: StepState, isPassed: boolean): StepState => (isPassed && !isOver({ state }) ? 'done' : state)

/** Whoever acts anyway is not named once more. */
const partyFor = ({ acts }: StepDefinition, said: Party | null, there: Party | null): Party | null =>
  said === null || said === (there ?? acts) ? there : said === acts ? null : said

const missingFor = ({ duty }: StepDefinition, said: string, there: string): string =>
  said === '' || said === (there || duty) ? there : said === duty ? '' : said

/** False, and the row a fault, when a step would begin before what it needs. */
export function isInOrder(road: readonly WantedStep[], row: RowReader | undefined): boolean {
  const wrong = outOfOrder(road)
  if (!wrong) return true
  row?.fault(
    [`step:${wrong.step.key}`, 'phase', 'name', 'ars'],
    `„${wrong.step.title}“ ist noch nicht an der Reihe: Zuerst ${wrong.before.map(({ title }) => `„${title}“`).join(', ')}.`,
  )
  return false
}

const isChanged = ({ before, ...step }: WantedStep): boolean =>
  !before
    ? step.state !== 'open' ||
      step.onDay !== null ||
      step.waitingFor !== null ||
      step.missing !== '' ||
      step.note !== ''
    : (['state', 'onDay', 'waitingFor', 'missing', 'note'] as const).some((name) => before[name] !== step[name])

/** "erledigt 12.03.2026" */
export const stepInWords = ({ state, onDay }: { state: StepState; onDay: string | null }): string =>
  [stepWords[state], dayInWords(onDay)].filter((part) => part !== '').join(' ')

/** Plans what changes on a road and says it, step by step. */
export function planRoad(
  comparison: Comparison,
  id: string,
  { road, existing, wish }: { road: readonly WantedStep[]; existing: StandRoad | undefined; wish: StateWish },
): void {
  const changed = road.filter(isChanged)
  if (existing && changed.length === 0) return
  for (const step of changed) {
    const { before } = step
    comparison.change(
      id,
      {
        field: `Schritt ${step.title}`,
        before: before ? stepInWords(before) : '',
        after: !before && step.state === 'open' && step.onDay === null ? '' : stepInWords(step),
      },
      ...waitingInWords(step),
      { field: `${step.title}: Notiz`, before: before?.note ?? '', after: step.note },
    )
  }
  comparison.plan.roads.push(toldRoad(comparison, id, { road, changed, existing, wish }))
}

/** Where nothing is said of a step that is not over, the programme says it: so nobody reads "nobody". */
function waitingInWords({ before, title, acts, duty, ...step }: WantedStep): Change[] {
  const party = (one: Pick<WantedStep, 'state' | 'waitingFor'>): string =>
    one.waitingFor !== null ? partyInWords(one.waitingFor) : isOver(one) ? '' : partyInWords(acts)
  const missing = (one: Pick<WantedStep, 'state' | 'missing'>): string => one.missing || (isOver(one) ? '' : duty)
  const changes: Change[] = []
  if ((before?.waitingFor ?? null) !== step.waitingFor)
    changes.push({ field: `${title}: wartet auf`, before: before ? party(before) : '', after: party(step) })
  if ((before?.missing ?? '') !== step.missing)
    changes.push({ field: `${title}: was fehlt`, before: before ? missing(before) : '', after: missing(step) })
  return changes
}

/** The last step that is over carries the day since which is waited: so the road says what the workbook says. */
function toldRoad(
  { today }: Comparison,
  organizationId: string,
  {
    road,
    changed,
    existing,
    wish,
  }: {
    road: readonly WantedStep[]
    changed: readonly WantedStep[]
    existing: StandRoad | undefined
    wish: StateWish
  },
): ToldRoad {
  const current = road.find((step) => !isOver(step))
  const lastOver = road.slice(0, current ? road.indexOf(current) : road.length).findLast(isOver)
  const days = road.flatMap(({ state, onDay }) => (state === 'done' && onDay !== null ? [onDay] : [])).toSorted()
  const anchor = wish.since ?? days.at(-1) ?? wish.began ?? existing?.began ?? today
  const earliest = wish.began ?? days[0] ?? anchor
  const sinceDay = (step: WantedStep): string => {
    if (step === current || step === lastOver) return current ? anchor : (step.onDay ?? anchor)
    const day = step.state === 'done' ? (step.onDay ?? earliest) : anchor
    return day < anchor ? day : anchor
  }
  return {
    organizationId,
    beganAt: instant(wish.began ?? (lastOver && earliest < anchor ? earliest : anchor)),
    steps: changed.map((step) => ({
      key: step.key,
      state: step.state,
      since: instant(sinceDay(step)),
      onDay: step.onDay,
      waitingFor: step.waitingFor,
      missing: step.missing,
      note: step.note,
    })),
  }
}

const instant = (day: string): string => startOfDay(Temporal.PlainDate.from(day)).toString()
