import { isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'

import { decodeList } from './decode-list.ts'
import { Faults } from './faults.ts'
import type { MunicipalityRow } from './municipality-row.ts'
import { readRow } from './read-row.ts'
import { readTable } from './read-table.ts'

export type { MunicipalityRow } from './municipality-row.ts'

const maxBytes = 8 * 1024 * 1024

/** A key that stands twice would make two municipalities one. */
function checkUnique(rows: readonly MunicipalityRow[], column: 'ars' | 'ags', faults: Faults): void {
  const lines = new Map<string, number>()
  for (const { line, [column]: key } of rows) {
    if (key === null) continue
    const first = lines.get(key)
    if (first === undefined) lines.set(key, line)
    else faults.add(line, column, `steht der Schlüssel ${key} zum zweiten Mal; zuerst steht er in Zeile ${first}`)
  }
}

/**
 * Reads a list of municipalities: CSV in UTF-8 with the columns `ars`, `name`, `typ` and, where there are any, `ags`, `kreis`,
 * `kreis_schluessel`, `einwohner` or `einwohner_<year>`, in any order, separated by semicolon, comma or tab (at most 8 MiB and
 * 20,000 rows). Either all rows are good, or none is returned: the refusal counts all faults and lists the first twenty, path
 * `Zeile 17, ars`. Pure; never throws for a file, whatever its bytes are.
 */
export function readMunicipalityList(bytes: Uint8Array): Outcome<MunicipalityRow[]> {
  if (bytes.length > maxBytes)
    return refuse('Die Liste wurde nicht übernommen: Sie ist größer als 8 MiB. Bitte teilen Sie sie auf.')
  const text = decodeList(bytes)
  if (isRefusal(text)) return text
  const faults = new Faults()
  const lines = readTable(text, faults)
  if (isRefusal(lines)) return lines
  const rows = lines.flatMap((line) => readRow(line, faults) ?? [])
  checkUnique(rows, 'ars', faults)
  checkUnique(rows, 'ags', faults)
  if (faults.any) return faults.refusal()
  if (rows.length > 0) return rows
  return refuse(
    'Die Liste wurde nicht übernommen: Unter der Kopfzeile steht keine Kommune. Bitte wählen Sie eine andere Datei.',
  )
}
