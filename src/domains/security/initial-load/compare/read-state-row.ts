import { sortKey } from '#kernel/sort-key.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type Party, parties, partyInWords, type Programme, type StepState } from '#foundation/programmes/index.ts'
import { readDay } from '../workbook/read-cell.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import { keyOf, otherSteps, otherTakesPart, stepWords, type TakesPart, takesPartWords } from '../workbook/words.ts'
import type { Comparison } from './plan.ts'

export interface StepWish {
  state: StepState
  /** Undefined where the cell names none. */
  onDay: string | undefined
}

/** What a step has beside its state; empty and null where nothing is said. */
export interface StepDetails {
  waitingFor: Party | null
  missing: string
  note: string
}

/** A row of the list of municipalities. */
export interface StateWish extends StepDetails {
  takesPart: TakesPart | null
  began: string | null
  withdrawn: string | null
  reason: string
  /** How many steps from the first are over. */
  over: number | null
  since: string | null
  guideId: string | null
  guide: string
  lastContact: string | null
  steps: Map<string, StepWish>
}

export const nothingSaid: StateWish = {
  takesPart: null,
  began: null,
  withdrawn: null,
  reason: '',
  over: null,
  since: null,
  guideId: null,
  guide: '',
  lastContact: null,
  waitingFor: null,
  missing: '',
  note: '',
  steps: new Map(),
}

const partyNames = Object.fromEntries(parties.map((party) => [party, partyInWords(party)])) as Record<Party, string>

const otherParties: Record<string, Party> = {
  gemeinde: 'organization',
  stadt: 'organization',
  landkreis: 'organization',
  prufhaus: 'contractor',
  dienstleister: 'contractor',
  prufer: 'contractor',
  genossenschaft: 'cooperative',
  land: 'ministry',
}

export const readParty = (row: RowReader): Party | null =>
  row.word('waitingFor', (text) => keyOf(partyNames, text, otherParties), Object.values(partyNames))

export function readStateRow(row: RowReader, { programme, stand, today }: Comparison): StateWish {
  return {
    takesPart: row.word(
      'takesPart',
      (text) => keyOf(takesPartWords, text, otherTakesPart),
      Object.values(takesPartWords),
    ),
    began: row.read('began', readDay),
    withdrawn: row.read('withdrawn', readDay),
    reason: row.line('reason', 1000),
    over: row.read('phase', (text) => stepsOver(programme, text)),
    waitingFor: readParty(row),
    missing: row.line('missing', 500),
    since: row.read('since', (text) => notAhead(readDay(text), today)),
    guideId: row.read('guide', (text) => guideNamed(stand.staff, text)),
    guide: row.text('guide').toLowerCase(),
    lastContact: row.read('lastContact', (text) => notAhead(readDay(text), today)),
    note: row.line('note', 2000),
    steps: readSteps(row, programme, today),
  }
}

const notAhead = (day: Outcome<string>, today: string): Outcome<string> =>
  !isRefusal(day) && day > today ? { refused: 'Dieser Tag liegt noch vor uns.' } : day

function guideNamed(staff: Comparison['stand']['staff'], text: string): Outcome<string> {
  const email = text.toLowerCase()
  const found = staff.find((one) => one.email === email)
  return (
    found?.id ?? {
      refused: `${text.slice(0, 80)} ist bei diesem Programm weder Leitung noch Betreuung. Bitte benennen Sie die Person dort zuerst.`,
    }
  )
}

const finished = new Set(['fertig', 'abgeschlossen', 'beendet', 'erledigt'])

/** A phase means that all steps before it are over, a step the same. */
function stepsOver({ phases, steps }: Programme, text: string): Outcome<number> {
  const wanted = sortKey(text)
  if (finished.has(wanted)) return steps.length
  const phase = phases.find(({ title, key }) => sortKey(title) === wanted || sortKey(key) === wanted)
  const at = phase
    ? steps.findIndex(({ phaseKey }) => phaseKey === phase.key)
    : steps.findIndex(({ title }) => sortKey(title) === wanted)
  return at >= 0
    ? at
    : {
        refused: `„${text.slice(0, 60)}“ ist keine Phase und kein Schritt dieses Programms. Möglich ist: ${phases.map(({ title }) => title).join(', ')}, Fertig.`,
      }
}

function readSteps(row: RowReader, { steps }: Programme, today: string): Map<string, StepWish> {
  const wishes = new Map<string, StepWish>()
  for (const { key, title, isOptional } of steps) {
    const field = `step:${key}`
    const wish = row.read(field, (text) => readStep(text, today))
    if (wish?.state === 'notNeeded' && !isOptional)
      row.fault(field, `„${title}“ gehört zu jedem Weg und kann nicht entfallen.`)
    if (wish) wishes.set(key, wish)
  }
  return wishes
}

const dayAtEnd =
  /^(.*?)[\s,;:(]*(?:\b(?:am|seit|für)\b)?\s*(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\.\s?\d{1,2}\.\s?\d{2,4}|\d{5}(?:,\d+)?)\)?$/i

/** "erledigt 12.03.2026", "läuft", a day alone: done when it is over, planned when it lies ahead. */
function readStep(text: string, today: string): Outcome<StepWish> {
  const [, before = '', dayText] = dayAtEnd.exec(text) ?? [undefined, text]
  const onDay = dayText === undefined ? undefined : readDay(dayText)
  if (isRefusal(onDay)) return onDay
  const state = stateOf(before.trim(), onDay, today)
  if (state === undefined) {
    const day = readDay(text)
    const isWeek = isRefusal(day) && day.refused.includes('Woche')
    return isWeek
      ? day
      : {
          refused: `„${text.slice(0, 60)}“ sagt nicht, wie weit der Schritt ist. Möglich ist: ${Object.values(stepWords).join(', ')}, auch mit Tag.`,
        }
  }
  if (state === 'done' && onDay !== undefined && onDay > today)
    return { refused: 'Erledigt kann nur sein, was nicht mehr vor uns liegt. Bitte prüfen Sie den Tag.' }
  return { state, onDay }
}

function stateOf(word: string, onDay: string | undefined, today: string): StepState | undefined {
  if (word === '' && onDay !== undefined) return onDay <= today ? 'done' : 'open'
  if (/^[✓✔☑]$/u.test(word)) return 'done'
  if (/^[-–—]$/.test(word)) return 'open'
  return keyOf(stepWords, word, otherSteps)
}
