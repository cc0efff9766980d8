import {
  type BinaryRow,
  cellName,
  type Coded,
  codeMean,
  type Family,
  leavesOpen,
  leavesOpenBeside,
  mayShowAnew,
  publish,
  type PublishedCell,
  type Reason,
  type Row,
  type Subject,
  usualLimits,
} from '#kernel/disclosure/index.ts'
import { type ControlCount, countAnswers, tally } from './count-answers.ts'
import { kindClasses, kindClassOf, sizeClasses, sizeClassOf } from '../classes.ts'
import type { Dimension, PictureCell, PictureFamily } from '../picture.ts'
import {
  everKnown,
  lastShown,
  listRows,
  onCatalog,
  overallRows,
  type ToldCell,
  type ToldPicture,
  toldValue,
} from './earlier.ts'
import { moneyStates, type MoneyState, type Participant, type Question, type Word, type Words } from './read-sources.ts'

/** A participant with a signed-off check that came to something. */
export interface Scored extends Participant {
  assessmentId: string
  wave: number
  /** 0 to 100, overall and by checklist. */
  score: number
  listScores: Record<string, number>
  isKnown: boolean
  groups: Record<string, string>
}

export interface Counted {
  families: PictureFamily[]
  scored: Scored[]
}

export interface Turnover {
  came: ReadonlyMap<string, ControlCount>
  left: ReadonlyMap<string, ControlCount>
}

/** What is counted, with the words for it and all that was told before. */
export interface Counting {
  question: Omit<Question, 'at'>
  participants: readonly Participant[]
  words: Words
  earlier: readonly ToldPicture[]
  /** By earlier picture on this catalog: how many checks that answered a question came since, and how many left. */
  turnover: readonly Turnover[]
}

const notStated = 'notStated'
const overall: readonly Family[] = [
  { name: 'total', partitions: false },
  { name: 'kindClass', partitions: true },
  { name: 'county', partitions: true },
  { name: 'sizeClass', partitions: true },
  { name: 'wave', partitions: true },
]

/** Finished cells of all families, and whose checks stand behind them. Pure: the same sources give the same picture. */
export function countCells(counting: Counting): Counted {
  const { question, participants, earlier } = counting
  const known = everKnown(earlier)
  const scored = participants.flatMap((one) => scoredOf(one, known))
  const last = lastShown(earlier, question)
  const families = [
    ...overallFamilies(scored, counting, last),
    {
      dimension: 'checklist' as const,
      cells: counting.words.lists.flatMap((list) => listCell(list, scored, counting, last)),
    },
    { dimension: 'control' as const, cells: controlCells(counting, last) },
    { dimension: 'phase' as const, cells: phaseCells(counting, last) },
    { dimension: 'money' as const, cells: moneyCells(participants, last) },
  ]
  return { families: families.filter(({ cells }) => cells.length > 0), scored }
}

const percentOf = ([yes, no]: readonly [number, number]): number => (100 * yes) / (yes + no)
const isAnswered = ([yes, no]: readonly [number, number]): boolean => yes + no > 0

function scoredOf(one: Participant, known: ReadonlySet<string>): Scored[] {
  const { assessmentId, wave, lists } = one
  if (assessmentId === null || wave === null || lists === null) return []
  const tallies = Object.entries(lists).map(([key, letters]) => ({ key, counts: tally(letters) }))
  const sums = tallies.reduce<[number, number]>(([y, n], { counts: [yes, no] }) => [y + yes, n + no], [0, 0])
  if (!isAnswered(sums)) return []
  return [
    {
      ...one,
      assessmentId,
      wave,
      score: percentOf(sums),
      listScores: Object.fromEntries(
        tallies.filter(({ counts }) => isAnswered(counts)).map(({ key, counts }) => [key, percentOf(counts)]),
      ),
      isKnown: one.isNamed || known.has(assessmentId),
      groups: {
        total: 'all',
        kindClass: kindClassOf(one.kind),
        county: kindClassOf(one.kind) === 'countyLevel' ? 'countyLevel' : (one.county ?? notStated),
        sizeClass: sizeClassOf(one.population) ?? notStated,
        wave: String(wave),
      },
    },
  ]
}

/** What the kernel published, with the values that stay from before. */
function finished(cell: PublishedCell, label: string, last: ReadonlyMap<string, ToldCell>): PictureCell {
  const { key } = cell
  if (cell.hidden !== null) return { key, label, hidden: cell.hidden }
  if (cell.value !== null) return shown(key, label, cell.count, cell.value)
  const before = last.get(cellName(cell))
  if (!before) throw new Error(`nothing was shown before of ${cellName(cell)}`)
  return {
    key,
    label,
    hidden: null,
    count: before.count,
    percent: before.percent,
    bound: before.bound,
    asOf: before.asOf,
  }
}

const shown = (key: string, label: string, count: number, { kind, percent }: Coded): PictureCell => ({
  key,
  label,
  hidden: null,
  count,
  percent,
  bound: kind === 'value' ? null : kind,
  asOf: null,
})

const countsOf = (last: ReadonlyMap<string, ToldCell>): Map<string, number> =>
  new Map([...last].map(([name, { count }]) => [name, count]))

function overallFamilies(
  scored: readonly Scored[],
  { question, earlier }: Counting,
  last: ReadonlyMap<string, ToldCell>,
): PictureFamily[] {
  const subjects = scored.map(({ assessmentId, organizationId, score, isKnown, groups }): Subject => ({
    id: assessmentId,
    owner: organizationId,
    value: score,
    isKnown,
    groups,
  }))
  const rows = overallRows(earlier, question.catalogId)
  const cells = publish({ subjects, families: overall, earlier: { rows, counts: countsOf(last) } })
  return overall.map(({ name }) => {
    const dimension = name as Dimension
    const own = cells
      .filter(({ family }) => family === name)
      .map((cell) => finished(cell, labelOf(dimension, cell.key), last))
    return { dimension, cells: own.toSorted((one, other) => orderOf(dimension, one) - orderOf(dimension, other)) }
  })
}

function labelOf(dimension: Dimension, key: string): string {
  if (key === notStated) return 'ohne Angabe'
  if (dimension === 'total') return 'Land gesamt'
  if (dimension === 'wave') return `${key}. Durchgang`
  if (key === 'countyLevel' && dimension === 'county') return 'Kreisebene (Landkreise und kreisfreie Städte)'
  const words: Record<string, string> =
    dimension === 'kindClass' ? kindClasses : dimension === 'sizeClass' ? sizeClasses : {}
  return words[key] ?? key
}

/** Classes in their order, counties as they are, what is nowhere else last. */
function orderOf(dimension: Dimension, { key }: PictureCell): number {
  if (key === notStated) return 1000
  if (dimension === 'county') return key === 'countyLevel' ? 999 : 0
  if (dimension === 'wave') return Number(key)
  return [...Object.keys(kindClasses), ...Object.keys(sizeClasses)].indexOf(key)
}

function listCell(
  { key, label }: Word,
  scored: readonly Scored[],
  { question, earlier }: Counting,
  last: ReadonlyMap<string, ToldCell>,
): PictureCell[] {
  const subjects = scored.flatMap(({ assessmentId, organizationId, listScores }): Subject[] => {
    const value = listScores[key]
    return value === undefined
      ? []
      : [{ id: assessmentId, owner: organizationId, value, isKnown: false, groups: { checklist: key } }]
  })
  return alone('checklist', subjects, listRows(earlier, question.catalogId, key), last).map((cell) =>
    finished(cell, label, last),
  )
}

/** One cell of its own. */
const alone = (
  name: Dimension,
  subjects: readonly Subject[],
  rows: readonly Row[],
  last: ReadonlyMap<string, ToldCell>,
): PublishedCell[] =>
  publish({ subjects, families: [{ name, partitions: false }], earlier: { rows, counts: countsOf(last) } })

function controlCells(counting: Counting, last: ReadonlyMap<string, ToldCell>): PictureCell[] {
  const counts = countAnswers(
    counting.participants.flatMap(({ lists }) => (lists ? [lists] : [])),
    counting.words,
  )
  return counting.words.controls.flatMap(({ key, label }) => {
    const found = counts.get(key)
    return found ? [controlCell({ id: key, ...found }, label, counting, last)] : []
  })
}

function controlCell(
  { id, count, yes }: ControlCount & { id: string },
  label: string,
  counting: Counting,
  last: ReadonlyMap<string, ToldCell>,
): PictureCell {
  const hide = (hidden: Reason): PictureCell => ({ key: id, label, hidden })
  if (count < usualLimits.least) return hide('small')
  const before = last.get(`control ${id}`)
  if (before && !mayShowAnew(before.count, count, usualLimits)) {
    const { percent, bound, asOf } = before
    return { key: id, label, hidden: null, count: before.count, percent, bound, asOf }
  }
  const now: BinaryRow = { count, value: codeMean((100 * yes) / count) }
  const beside = onCatalog(counting.earlier, counting.question.catalogId).every(({ cells }, at) => {
    const told = cells.find((cell) => cell.isNew && cell.dimension === 'control' && cell.key === id)
    const { came, left } = counting.turnover[at] ?? {}
    const turnover = { came: came?.get(id)?.count ?? 0, left: left?.get(id)?.count ?? 0 }
    return !told || leavesOpenBeside({ count: told.count, value: toldValue(told) }, now, turnover)
  })
  return leavesOpen(now) && beside ? shown(id, label, count, now.value) : hide('narrow')
}

/** Shares of those who take part; the cells are counts, so nothing but their size can tell of somebody. */
function phaseCells({ participants, words }: Counting, last: ReadonlyMap<string, ToldCell>): PictureCell[] {
  const subjects = participants.map(({ organizationId, isNamed, phaseKey }): Subject => ({
    id: organizationId,
    value: 50,
    isKnown: isNamed,
    groups: { phase: phaseKey },
  }))
  const cells = publish({
    subjects,
    families: [{ name: 'phase', partitions: true }],
    earlier: { rows: [], counts: countsOf(last) },
    limits: { ...usualLimits, width: 0 },
  })
  return words.phases.flatMap(({ key, label }) => {
    const cell = cells.find((one) => one.key === key)
    if (!cell) return []
    const done = finished(cell, label, last)
    return cell.hidden === null && cell.count !== null
      ? [shown(key, label, cell.count, codeMean((100 * cell.count) / participants.length))]
      : [done]
  })
}

const moneyWords: Readonly<Record<MoneyState, string>> = {
  limit: 'frei',
  planned: 'geplant',
  committed: 'beauftragt',
  delivered: 'geliefert',
  accepted: 'abgenommen',
  invoiced: 'in Rechnung',
  settled: 'abgerechnet',
}

/** Share of all that was released, by state; how many have something there. */
function moneyCells(participants: readonly Participant[], last: ReadonlyMap<string, ToldCell>): PictureCell[] {
  const accounts = participants.flatMap(({ organizationId, money }) =>
    money && money.released > 0 ? [{ organizationId, money }] : [],
  )
  const released = accounts.reduce((sum, { money }) => sum + money.released, 0)
  if (released === 0) return []
  return moneyStates.flatMap((state) => {
    const label = moneyWords[state]
    const count = accounts.filter(({ money }) => money[state] > 0).length
    const before = last.get(`money ${state}`)
    if (count < usualLimits.least) return [{ key: state, label, hidden: 'small' as const }]
    if (before && !mayShowAnew(before.count, count, usualLimits)) {
      const { percent, bound, asOf } = before
      return [{ key: state, label, hidden: null, count: before.count, percent, bound, asOf }]
    }
    const subjects = accounts.map(({ organizationId, money }): Subject => ({
      id: organizationId,
      value: (100 * money[state]) / money.released,
      isKnown: false,
      groups: { money: state },
    }))
    const sum = accounts.reduce((total, { money }) => total + money[state], 0)
    return alone('money', subjects, [], new Map()).map((cell) =>
      cell.hidden === null
        ? shown(state, label, count, codeMean((100 * sum) / released))
        : { key: state, label, hidden: cell.hidden },
    )
  })
}
