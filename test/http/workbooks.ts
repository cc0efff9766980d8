// Small WiBA workbooks with invented questions.
import { type SheetColumn, writeSheet } from '#platform/spreadsheet/write-sheet.ts'

interface Line {
  key: string
  list: string
  number: string
  question: string
  effort: string
}

const lines: readonly Line[] = [
  { key: 'TEL.1', list: 'Telefonie und Fax', number: '1', question: 'Steht das Faxgerät trocken?', effort: '' },
  { key: 'BAK.1', list: 'Backup', number: '1', question: 'Gibt es ein Band?', effort: '1' },
  { key: 'BAK.2', list: 'Backup', number: '2', question: 'Ist das Band beschriftet?', effort: '1 - 2' },
  { key: 'BAK.3', list: 'Backup', number: '3', question: 'Lässt sich das Band lesen?', effort: '2 -3' },
  { key: 'ADM.1', list: 'IT - Administration', number: '1', question: 'Weiß jemand das Kennwort?', effort: '3' },
]

const headers = ['Checkliste WiBA', 'Nr. in WiBA', 'Prüffrage WiBA', 'Hilfsmittel', 'Aufwand', 'Umsetzung', 'Notizen']
const columns = (names: readonly string[]): SheetColumn[] => names.map((header) => ({ header, width: 20 }))

/** As it comes: nothing filled in. */
export const workbook = (): Promise<Uint8Array<ArrayBuffer>> =>
  writeSheet(
    columns(headers),
    lines.map(({ list, number, question, effort }) => [list, number, question, 'Sehen Sie nach.', effort, '', '']),
  )

/** A copy with answers, its columns and rows in another order. `question` replaces the text of the first question. */
export const filled = (
  answers: Record<string, [answer: string, note: string]>,
  { question }: { question?: string } = {},
): Promise<Uint8Array<ArrayBuffer>> =>
  writeSheet(
    columns(headers.toReversed()),
    lines
      .map((line, at) => {
        const [answer, note] = answers[line.key] ?? ['', '']
        const asked = at === 0 && question !== undefined ? question : line.question
        return [line.list, line.number, asked, 'Sehen Sie nach.', line.effort, answer, note].toReversed()
      })
      .toReversed(),
  )
