import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { AnswerValue } from '#kernel/scale.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { limits } from '../oscal/limits.ts'
import { enumerated, quoted } from '../oscal/document/wording.ts'
import { knownList, listKey } from './lists.ts'

/** One question of a WiBA workbook, with what a municipality may have filled in. */
export interface WorkbookQuestion {
  /** Row of the sheet, from 1. */
  row: number
  /** `BAK.1`: code of the list and number. */
  key: string
  code: string
  /** Name of the list as the workbook spells it. */
  list: string
  number: number
  question: string
  help: string
  /** As it stands there: "2", "1 - 2", "2 -3"; empty when there is none. */
  effort: string
  answer: AnswerValue | null
  /** What stands in the column of answers, where that is no answer. */
  unknownAnswer: string | null
  note: string
}

export interface Workbook {
  questions: WorkbookQuestion[]
  /** Names of lists that WiBA 2.0 does not have. */
  unknownLists: string[]
  /** Rows that look like a question but lack the list or the number. */
  incomplete: number[]
}

type Column = 'list' | 'number' | 'question' | 'help' | 'effort' | 'answer' | 'note'

/** Headers as `sortKey` sees them; the official ones, and what offices make of them. */
const headers: readonly { column: Column; name: string; matches: RegExp; required: boolean }[] = [
  { column: 'list', name: 'Checkliste WiBA', matches: /^checkliste/, required: true },
  { column: 'number', name: 'Nr. in WiBA', matches: /^(nr|nummer)\b/, required: true },
  { column: 'question', name: 'Prüffrage WiBA', matches: /^(pruf)?frage/, required: true },
  { column: 'help', name: 'Hilfsmittel', matches: /^(hilfsmittel|hilfe)/, required: false },
  { column: 'effort', name: 'Aufwand', matches: /^aufwand/, required: false },
  { column: 'answer', name: 'Umsetzung', matches: /^(umsetzung|antwort)/, required: false },
  { column: 'note', name: 'Notizen', matches: /^(notiz|bemerkung)/, required: false },
]

const headSearched = 30
const again = 'Bitte wählen Sie die WiBA-Arbeitsmappe des BSI (WiBA_Tool_Excel.xlsx) oder Ihre ausgefüllte Kopie davon.'

const answers = new Map<string, AnswerValue>([
  ['ja', 'yes'],
  ['nein', 'no'],
  ['nicht relevant', 'notApplicable'],
])

type Columns = Partial<Record<Column, number>>

const columnsOf = (row: readonly string[]): Columns => {
  const found: Columns = {}
  row.forEach((cell, at) => {
    const header = headers.find(({ matches }) => matches.test(sortKey(cell)))
    if (header && found[header.column] === undefined) found[header.column] = at
  })
  return found
}

/** Titles may stand above the header, so the row that names most columns is taken. */
function findHead(rows: readonly string[][]): Outcome<{ at: number; columns: Columns }> {
  let best: { at: number; columns: Columns; count: number } = { at: -1, columns: {}, count: 0 }
  rows.slice(0, headSearched).forEach((row, at) => {
    const columns = columnsOf(row)
    const count = Object.keys(columns).length
    if (count > best.count) best = { at, columns, count }
  })
  const missing = headers.filter(({ column, required }) => required && best.columns[column] === undefined)
  if (missing.length === 0) return best
  return refuse(
    `Die Arbeitsmappe wurde nicht übernommen: Es ${missing.length === 1 ? 'fehlt die Spalte' : 'fehlen die Spalten'} ${enumerated(missing.map(({ name }) => quoted(name)))}. ${again}`,
    [{ path: 'file', message: 'Gesucht wurde im Blatt „Dokumentation WiBA“, sonst im ersten Blatt.' }],
  )
}

const cellOf = (row: readonly string[], at: number | undefined): string =>
  (at === undefined ? '' : (row[at] ?? ''))
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\t\n]/gu, ' ')
    .trim()

/** "3", "3.", "3,0": a whole number above 0, else null. */
function wholeNumber(text: string): number | null {
  const found = /^(\d{1,4})[.,]?0*$/.exec(text)
  const value = found ? Number(found[1]) : 0
  return value > 0 ? value : null
}

class Reader {
  readonly questions: WorkbookQuestion[] = []
  readonly unknownLists: string[] = []
  readonly incomplete: number[] = []
  private readonly codes = new Map<string, string>()
  private readonly rows = new Map<string, number>()
  private list = ''
  private last = 0
  private readonly columns: Columns

  constructor(columns: Columns) {
    this.columns = columns
  }

  /** A refusal where the row contradicts another one or cannot be kept. */
  row(cells: readonly string[], row: number): Outcome<true> {
    const cell = (column: Column): string => cellOf(cells, this.columns[column])
    const [question, number] = [cell('question'), wholeNumber(cell('number'))]
    if (question === '') return true
    const list = this.listOf(cell('list').replace(/\s+/g, ' '), number)
    if (list === '' || number === null) {
      this.incomplete.push(row)
      return true
    }
    const key = `${this.codeOf(list)}.${number}`
    const before = this.rows.get(key)
    if (before !== undefined) return doubled(list, number, before, row)
    if (question.length > limits.titleLength) return tooLong(row)
    this.rows.set(key, row)
    this.questions.push({
      row,
      key,
      code: this.codeOf(list),
      list,
      number,
      question: question.replace(/\s+/g, ' '),
      help: cell('help'),
      effort: cell('effort'),
      ...answerIn(cell('answer')),
      note: cell('note'),
    })
    return true
  }

  /** Where the names of a list are one merged cell, only its first row has it: the numbers go on. */
  private listOf(name: string, number: number | null): string {
    const goesOn = name === '' && number !== null && number === this.last + 1
    this.list = goesOn ? this.list : name
    this.last = number ?? 0
    return this.list
  }

  private codeOf(name: string): string {
    const list = knownList(name)
    if (list) return list.code
    const key = listKey(name)
    const code = this.codes.get(key) ?? `X${this.codes.size + 1}`
    if (!this.codes.has(key)) this.unknownLists.push(name)
    this.codes.set(key, code)
    return code
  }
}

function answerIn(text: string): Pick<WorkbookQuestion, 'answer' | 'unknownAnswer'> {
  const answer = answers.get(sortKey(text)) ?? null
  return { answer, unknownAnswer: answer === null && text !== '' ? text : null }
}

const doubled = (list: string, number: number, before: number, row: number) =>
  refuse(
    `Die Arbeitsmappe wurde nicht übernommen: Frage ${number} der Liste ${quoted(list)} steht in Zeile ${before} und noch einmal in Zeile ${row}. Bitte entfernen Sie eine der beiden Zeilen und wählen Sie die Datei noch einmal aus.`,
    [{ path: `Zeile ${row}`, message: `Diese Frage steht schon in Zeile ${before}.` }],
  )

const tooLong = (row: number) =>
  refuse(
    `Die Arbeitsmappe wurde nicht übernommen: Die Frage in Zeile ${row} ist länger als ${limits.titleLength} Zeichen. Bitte prüfen Sie, ob die Spalten richtig benannt sind, und wählen Sie die Datei noch einmal aus.`,
    [{ path: `Zeile ${row}`, message: 'Diese Frage ist zu lang.' }],
  )

/** The questions of a WiBA workbook, in whichever order its columns stand. Pure; never throws. */
export function readWorkbook(rows: readonly string[][]): Outcome<Workbook> {
  const head = findHead(rows)
  if (isRefusal(head)) return head
  const reader = new Reader(head.columns)
  for (let at = head.at + 1; at < rows.length; at++) {
    const taken = reader.row(rows[at] ?? [], at + 1)
    if (isRefusal(taken)) return taken
  }
  const { questions, unknownLists, incomplete } = reader
  return questions.length === 0
    ? refuse(`Die Arbeitsmappe wurde nicht übernommen: Unter der Kopfzeile steht keine einzige Frage. ${again}`, [
        { path: 'file', message: 'Eine Frage braucht Checkliste, Nummer und Text.' },
      ])
    : { questions, unknownLists, incomplete }
}
