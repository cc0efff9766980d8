import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import type { FieldError, Outcome } from '#kernel/outcome.ts'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { plainText } from '#kernel/plain-text.ts'
import { type AnswerValue, type Given, highestLevel, type Scale } from '#kernel/scale.ts'
import { type Answer, answerNames, type Question } from '../assessment.ts'

/** What stands in a row of the table about one question, once it is read. */
export interface SheetAnswer {
  controlId: string
  answer: AnswerValue | null
  level: number | null
  target: number | null
  note: string
  /** Says of an answer of the last wave that it still holds. */
  confirmed: boolean
  /** The version the table was made from; null where there was no answer. */
  version: number | null
}

export const headers = {
  list: 'Liste',
  number: 'Nr.',
  id: 'Kennung',
  question: 'Frage',
  answer: 'Antwort',
  level: 'Stufe',
  target: 'Ziel',
  note: 'Notiz',
  confirmed: 'Bestätigt',
  by: 'Beantwortet von',
  at: 'Beantwortet am',
  version: 'Fassung',
} as const

export type HeaderKey = keyof typeof headers

/** Answers in yes and no have no levels to fill in. */
export const headersOf = (scale: Scale): HeaderKey[] =>
  (Object.keys(headers) as HeaderKey[]).filter(
    (key) => scale === 'level0to5WithTarget' || (key !== 'level' && key !== 'target'),
  )

export const confirmedWords = { yes: 'ja', no: 'nein' } as const

/** The row of one question, as it is written. */
export function rowOf(question: Question, list: string, scale: Scale, names: Map<string, string>): string[] {
  const cells: Record<HeaderKey, string> = {
    list,
    number: String(question.number),
    id: question.id,
    question: question.title,
    ...(question.answer ? answerCells(question.answer, names) : nothingSaid),
  }
  return headersOf(scale).map((key) => cells[key])
}

type AnswerCells = Omit<Record<HeaderKey, string>, 'list' | 'number' | 'id' | 'question'>

const nothingSaid: AnswerCells = {
  answer: '',
  level: '',
  target: '',
  note: '',
  confirmed: '',
  by: '',
  at: '',
  version: '',
}

const answerCells = (answer: Answer, names: Map<string, string>): AnswerCells => ({
  answer: answer.answer ? answerNames[answer.answer] : '',
  level: answer.level === null ? '' : String(answer.level),
  target: answer.target === null ? '' : String(answer.target),
  note: answer.note,
  confirmed: answer.unconfirmed ? confirmedWords.no : confirmedWords.yes,
  by: names.get(answer.answeredBy) ?? 'Kollegin oder Kollege',
  at: `${germanDay(localDay(answer.answeredAt))}, ${germanTime(answer.answeredAt)}`,
  version: String(answer.version),
})

const needed: readonly HeaderKey[] = ['id', 'answer', 'note', 'version']
const mostErrors = 50

/** The rows of a table in whatever order its columns stand; each wrong cell is named by its line. */
export function readAnswerRows(rows: readonly string[][], scale: Scale): Outcome<SheetAnswer[]> {
  const [head = [], ...body] = rows
  const at = new Map(head.map((header, column) => [header.trim().toLowerCase(), column]))
  const required = [...needed, ...(scale === 'level0to5WithTarget' ? (['level', 'target'] as const) : [])]
  const missing = required.filter((key) => !at.has(headers[key].toLowerCase()))
  if (missing.length > 0)
    return refuse(
      `In der Tabelle fehlen Spalten: ${missing.map((key) => `„${headers[key]}“`).join(', ')}. Gespeichert wurde nichts. Bitte nehmen Sie die Tabelle, die Sie hier heruntergeladen haben, und lassen Sie ihre erste Zeile stehen.`,
      [{ path: 'file', message: 'Diese Tabelle hat nicht die Spalten der Antworten.' }],
    )
  const errors: FieldError[] = []
  const read: SheetAnswer[] = []
  const seen = new Map<string, number>()
  body.forEach((row, index) => {
    const line = index + 2
    const cell = (key: HeaderKey): string => plainText(row[at.get(headers[key].toLowerCase()) ?? -1] ?? '')
    if (row.every((text) => plainText(text) === '')) return
    const answer = answerIn(cell, scale)
    const first = seen.get(cell('id'))
    const wrong = isRefusal(answer)
      ? answer.refused
      : first !== undefined
        ? `Die Kennung ${cell('id')} steht schon in Zeile ${first}.`
        : undefined
    if (wrong) errors.push({ path: `Zeile ${line}`, message: wrong })
    else if (!isRefusal(answer)) read.push(answer)
    seen.set(cell('id'), line)
  })
  if (errors.length === 0) return read
  const more = errors.length > mostErrors ? ` Gezeigt sind die ersten ${mostErrors}.` : ''
  return refuse(
    `In ${errors.length === 1 ? 'einer Zeile' : `${errors.length} Zeilen`} der Tabelle steht etwas, das keine Antwort ist. Gespeichert wurde nichts.${more}`,
    errors.slice(0, mostErrors),
  )
}

type Cells = (key: HeaderKey) => string

function answerIn(cell: Cells, scale: Scale): Outcome<SheetAnswer> {
  const controlId = cell('id')
  if (controlId === '') return refuse('Hier fehlt die Kennung der Frage.')
  const version = cell('version')
  if (version !== '' && !/^[1-9]\d{0,8}$/.test(version))
    return refuse('Die verborgene Spalte „Fassung“ wurde verändert. Bitte laden Sie die Tabelle neu herunter.')
  const given = givenIn(cell, scale)
  if (isRefusal(given)) return given
  const note = cell('note')
  if (note.length > 10_000) return refuse('Die Notiz ist länger als 10.000 Zeichen.')
  if (given.answer === null && given.level === null && version === '' && note !== '')
    return refuse('Zu einer Notiz gehört eine Antwort.')
  return {
    controlId,
    ...given,
    note,
    confirmed: cell('confirmed').toLowerCase() === confirmedWords.yes,
    version: version === '' ? null : Number(version),
  }
}

function givenIn(cell: Cells, scale: Scale): Outcome<Given> {
  const said = cell('answer')
  const answer = said === '' ? null : answerCalled(said)
  if (answer === undefined)
    return refuse(`„${said.slice(0, 60)}“ ist keine Antwort. Möglich sind Ja, Nein, Nicht relevant oder nichts.`)
  const [level, target] = scale === 'level0to5WithTarget' ? [cell('level'), cell('target')] : ['', '']
  if (![level, target].every((text) => text === '' || levels.has(text)))
    return refuse(`Stufe und Ziel sind ganze Zahlen von 0 bis ${highestLevel}.`)
  if ((level === '') !== (target === '')) return refuse('Stufe und Ziel gehören zusammen: Eines von beiden fehlt.')
  if (level === '') return { answer, level: null, target: null }
  if (answer !== null) return refuse('Bitte entweder eine Antwort oder eine Stufe, nicht beides.')
  return { answer, level: Number(level), target: Number(target) }
}

const levels = new Set(Array.from({ length: highestLevel + 1 }, (_, level) => String(level)))

const answerCalled = (text: string): AnswerValue | undefined =>
  (Object.keys(answerNames) as AnswerValue[]).find((value) => answerNames[value].toLowerCase() === text.toLowerCase())

/** Whether the row says what this version says; white space at the edges is none. */
export function saysTheSame(row: SheetAnswer, there: Answer | null): boolean {
  if (there === null) return row.answer === null && row.level === null && row.note === ''
  return (
    row.answer === there.answer &&
    row.level === there.level &&
    row.target === there.target &&
    row.note === plainText(there.note) &&
    !(row.confirmed && there.unconfirmed)
  )
}
