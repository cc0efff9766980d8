import { isAgs, isArs } from '#kernel/municipal-key.ts'

import type { Faults } from './faults.ts'
import { kindsByType, type MunicipalityKind, type MunicipalityRow } from './municipality-row.ts'
import type { Line } from './read-table.ts'

const nameLength = 200
/** PostgreSQL's integer; more people do not live on one municipality's ground anyway. */
const maxPopulation = 2_147_483_647

/** Foreign text inside a German sentence: shortened, without invisible characters. */
export const quoted = (text: string): string => {
  const characters = Array.from(text)
  const shown = characters
    .slice(0, 40)
    .join('')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?')
  return `„${shown}${characters.length > 40 ? '…' : ''}“`
}

class RowReader {
  private readonly line: Line
  private readonly faults: Faults

  constructor(line: Line, faults: Faults) {
    this.line = line
    this.faults = faults
  }

  private cell(column: string): string {
    return this.line.cells.get(column) ?? ''
  }

  private fault(column: string, clause: string): null {
    this.faults.add(this.line.line, column, clause)
    return null
  }

  /** A name that is shown, exported and sorted: nothing invisible, nothing that a spreadsheet would calculate. */
  text(column: string): string | null {
    const text = this.cell(column)
    if (text === '') return null
    if (text.length > nameLength) return this.fault(column, `stehen mehr als ${nameLength} Zeichen`)
    if (/[\p{C}\p{Zl}\p{Zp}]/u.test(text)) return this.fault(column, 'steht ein Steuerzeichen oder ein Zeilenumbruch')
    if (/^[=+\-@]/.test(text)) return this.fault(column, `beginnt ${quoted(text)} wie eine Formel`)
    return text
  }

  name(): string | null {
    return this.cell('name') === '' ? this.fault('name', 'fehlt der Name') : this.text('name')
  }

  kind(): MunicipalityKind | null {
    const type = this.cell('typ')
    const kind = kindsByType.get(type.toLowerCase())
    if (kind) return kind
    const known = 'Landkreis, kreisfreie Stadt, Einheitsgemeinde und Verbandsgemeinde'
    return this.fault(
      'typ',
      type === '' ? `fehlt der Typ; bekannt sind ${known}` : `steht ${quoted(type)}; bekannt sind ${known}`,
    )
  }

  ars(): string | null {
    const ars = this.cell('ars')
    if (isArs(ars)) return ars
    if (ars === '') return this.fault('ars', 'fehlt der Regionalschlüssel')
    const spoilt = /^[\d.,]+e\+?\d+$/i.test(ars) ? '; formatieren Sie die Spalte im Tabellenprogramm als Text' : ''
    return this.fault('ars', `steht ${quoted(ars)}, ein Regionalschlüssel hat aber 5, 9 oder 12 Ziffern${spoilt}`)
  }

  key(column: string, isKey: (text: string) => boolean, digits: number): string | null {
    const key = this.cell(column)
    if (key === '' || isKey(key)) return key || null
    return this.fault(column, `steht ${quoted(key)}, der Schlüssel hat aber ${digits} Ziffern`)
  }

  population(): number | null {
    const column = populationColumn(this.line)
    const text = column === null ? '' : this.cell(column)
    if (text === '' || column === null) return null
    const number = /^(\d{1,10}|\d{1,3}(\.\d{3}){1,3})$/.test(text) ? Number(text.replaceAll('.', '')) : Infinity
    return number <= maxPopulation ? number : this.fault(column, `steht ${quoted(text)} statt einer ganzen Zahl`)
  }
}

/** `einwohner`, else `einwohner_2018` with the latest year. */
function populationColumn({ cells }: Line): string | null {
  if (cells.has('einwohner')) return 'einwohner'
  return (
    Array.from(cells.keys())
      .filter((name) => /^einwohner_\d{4}$/.test(name))
      .toSorted()
      .at(-1) ?? null
  )
}

/** One line as a municipality; null when something is wrong with it, all of which goes to `faults`. */
export function readRow(line: Line, faults: Faults): MunicipalityRow | null {
  const reader = new RowReader(line, faults)
  const name = reader.name()
  const kind = reader.kind()
  const ars = reader.ars()
  const rest = {
    ags: reader.key('ags', isAgs, 8),
    county: reader.text('kreis'),
    countyKey: reader.key('kreis_schluessel', (text) => /^\d{5}$/.test(text), 5),
    population: reader.population(),
  }
  return name === null || kind === null || ars === null ? null : { line: line.line, name, kind, ars, ...rest }
}
