import { flagName } from './flags.ts'
import type { Problem } from './call-api.ts'

const widest = 60

type Row = Record<string, unknown>

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is { items: unknown[]; next: string | null } =>
  isRow(value) && Array.isArray(value['items'])

/** A list as a table, one thing as its fields. Names are those of the API, which are the names of the flags, too. */
export function replyInWords(reply: unknown): string {
  if (isList(reply)) return reply.items.length === 0 ? 'Nichts gefunden.\n' : table(reply.items.filter(isRow))
  if (isRow(reply)) return fields(reply)
  return `${cell(reply)}\n`
}

function fields(row: Row): string {
  const flat = Object.entries(flatten(row))
  const simple = flat.filter(([, value]) => !isTable(value))
  const wide = Math.max(0, ...simple.map(([name]) => name.length))
  const lines = simple.map(([name, value]) => `${name.padEnd(wide)}  ${indented(cell(value), wide + 2)}\n`)
  const tables = flat.flatMap(([name, value]) => (isTable(value) ? [`\n${name}\n${table(value)}`] : []))
  return lines.join('') + tables.join('')
}

const isTable = (value: unknown): value is Row[] => Array.isArray(value) && value.length > 0 && value.every(isRow)

/** `progress: { answered, total }` becomes `progress.answered` and `progress.total`. */
function flatten(row: Row, before = ''): Row {
  const parts = Object.entries(row).map(([name, value]) =>
    isRow(value) ? flatten(value, `${before}${name}.`) : { [before + name]: value },
  )
  return Object.assign({}, ...parts) as Row
}

function table(rows: Row[]): string {
  const flat = rows.map((row) => flatten(row))
  // A column in which nothing stands would only take the width.
  const heads = [...new Set(flat.flatMap((row) => Object.keys(row)))].filter((head) =>
    flat.some((row) => cell(row[head]) !== '–'),
  )
  const cells = flat.map((row) => heads.map((head) => shortened(cell(row[head]))))
  const widths = heads.map((head, at) => Math.max(head.length, ...cells.map((line) => (line[at] ?? '').length)))
  const line = (parts: string[]): string =>
    `${parts
      .map((part, at) => part.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd()}\n`
  return line(heads) + line(widths.map((width) => '-'.repeat(width))) + cells.map(line).join('')
}

function cell(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value === 'boolean') return value ? 'ja' : 'nein'
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value))
    return value.length === 0 ? '–' : value.map((one) => (isRow(one) ? nameOf(one) : cell(one))).join(', ')
  return printable(JSON.stringify(value))
}

/** Its name; of what has none, what there is besides ids: "Stadt Musterstadt itStaff 2026-09-23". */
function nameOf(row: Row): string {
  const name = row['name'] ?? row['title']
  if (typeof name === 'string') return printable(name)
  const told = Object.entries(row)
    .filter(([field]) => !/^id$|Id$/.test(field))
    .map(([, value]) => cell(value))
    .filter((text) => text !== '–')
  return told.length > 0 ? told.join(' ') : cell(row['id'])
}

/** What others wrote must not steer the terminal. */
const printable = (text: string): string => text.replaceAll(/[^\P{C}\n\t]/gu, '�')

const shortened = (text: string): string => {
  const one = text.replaceAll(/\s+/g, ' ')
  return one.length > widest ? `${one.slice(0, widest - 1)}…` : one
}

const indented = (text: string, by: number): string => text.split('\n').join(`\n${' '.repeat(by)}`)

/** The sentence of the server, and below it what belongs to which flag. */
export function problemInWords({ status, title, errors, more }: Problem): string {
  if (status === 401)
    return 'Dieser Zugangsschlüssel gilt nicht oder nicht mehr. Einen neuen erstellen Sie im Portal unter „Mein Zugang“.'
  const lines = [title, ...errors.map(({ path, message }) => `  ${flagOf(path)}${message}`)]
  const { organizations, version } = more
  if (isTable(organizations))
    lines.push(...organizations.map((one) => `  --acting-for ${cell(one['id'])}  ${cell(one['name'])}`))
  if (typeof version === 'number') lines.push(`  Es zählt jetzt Fassung ${version}: --version ${version}`)
  return lines.map(printable).join('\n')
}

const flagOf = (path: string): string =>
  /^[a-z]\w*(\.|$)/i.test(path) ? `--${flagName(path)}: ` : path === '' ? '' : `${path}: `
