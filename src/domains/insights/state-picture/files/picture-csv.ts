import type { Dimension, Picture, PictureCell } from '../picture.ts'
import { familyWords, reasonInWords } from '../words.ts'

// A cell that begins with one of these is a formula to a spreadsheet.
const formula = /^[=+\-@\t\r]/

function text(value: string): string {
  const plain = value.replaceAll(/\s+/g, ' ').trim()
  const safe = formula.test(plain) ? `'${plain}` : plain
  return /[;"]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

const head = [
  'Aufteilung',
  'Schlüssel',
  'Bezeichnung',
  'Kommunen',
  'Wert in Prozent',
  'Grenze',
  'Stand',
  'Nicht ausgewiesen, weil',
]

const bounds = { atMost: 'höchstens', atLeast: 'mindestens' }

const rowOf = (dimension: Dimension, cell: PictureCell): string[] => [
  text(familyWords[dimension].title),
  text(cell.key),
  text(cell.label),
  ...(cell.hidden === null
    ? [String(cell.count), String(cell.percent), cell.bound ? bounds[cell.bound] : '', cell.asOf ?? '', '']
    : ['', '', '', '', text(reasonInWords[cell.hidden])]),
]

/** Every cell as one line: semicolons, a mark for Excel that it is UTF-8. The same picture gives the same bytes. */
export function pictureCsv({ families }: Picture): string {
  const rows = families.flatMap(({ dimension, cells }) => cells.map((cell) => rowOf(dimension, cell)))
  return `\u{FEFF}${[head, ...rows].map((row) => row.join(';')).join('\r\n')}\r\n`
}
