import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { RawRow } from './invitation-row.ts'

export const mostRows = 1000

/** Columns of the template; other spellings that offices use are understood too. */
export const columns = [
  {
    key: 'organization',
    header: 'Organisation oder ARS',
    others: ['organisation', 'ars', 'kommune', 'organisation/ars'],
  },
  { key: 'name', header: 'Name', others: ['vor- und nachname'] },
  { key: 'email', header: 'E-Mail', others: ['e-mail-adresse', 'email', 'mail'] },
  { key: 'roles', header: 'Aufgaben', others: ['rollen', 'rolle', 'aufgabe'] },
] as const

type Key = (typeof columns)[number]['key']

const fault = (message: string) => refuse(`Die Liste wurde nicht übernommen. ${message}`, [{ path: 'file', message }])

/** Finds the columns by the first row and drops empty rows. */
export function readRows(sheet: readonly string[][]): Outcome<RawRow[]> {
  const [head = [], ...body] = sheet
  const places = new Map<Key, number>()
  for (const { key, header, others } of columns) {
    const at = head.findIndex((cell) => [header.toLowerCase(), ...others].includes(cell.trim().toLowerCase()))
    if (at >= 0) places.set(key, at)
  }
  const missing = columns.filter(({ key }) => !places.has(key) && key !== 'organization')
  if (missing.length > 0)
    return fault(
      `In der ersten Zeile fehlt: ${missing.map(({ header }) => header).join(', ')}. Bitte nehmen Sie die Vorlage.`,
    )
  const cell = (row: string[], key: Key): string => (row[places.get(key) ?? -1] ?? '').trim()
  const rows = body
    .map((row, at) => ({
      line: at + 2,
      organization: cell(row, 'organization'),
      name: cell(row, 'name'),
      email: cell(row, 'email'),
      roles: cell(row, 'roles'),
    }))
    .filter(({ line: _, ...cells }) => Object.values(cells).some((text) => text !== ''))
  if (rows.length === 0) return fault('Unter der ersten Zeile steht niemand.')
  return rows.length <= mostRows
    ? rows
    : fault(`Sie hat ${rows.length} Zeilen. Möglich sind ${mostRows} auf einmal; bitte teilen Sie sie auf.`)
}
