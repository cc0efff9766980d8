import type { RowReader } from '../workbook/row-reader.ts'
import { findMunicipality } from './find-municipality.ts'
import type { Comparison } from './plan.ts'

/** Whose row it is; undefined, and the row a fault, where that is not clear or it does not take part although it must. */
function whose(comparison: Comparison, row: RowReader, mustTakePart: boolean): string | undefined {
  const found = findMunicipality(row, comparison)
  if (!found) return undefined
  const id = 'there' in found ? found.there.id : found.wanted.placeholder
  if (mustTakePart && !comparison.isOnRoad(id))
    row.fault(
      ['name', 'ars', 'ags'],
      'Diese Kommune nimmt nicht teil. Bitte tragen Sie zuerst im Blatt „Stand“ ein, wo sie steht.',
    )
  return row.faults.length > 0 ? undefined : id
}

/** Rows of a list: each is of one municipality, stands once, and falls out as a whole when something is wrong in it. */
export function compareEach<Wish>(
  comparison: Comparison,
  rows: readonly RowReader[],
  {
    mustTakePart,
    read,
    plan,
  }: {
    mustTakePart: boolean
    /** Its key among those of the municipality, and what it says; undefined where it says nothing. */
    read: (row: RowReader, id: string) => { key: string; wish: Wish } | undefined
    plan: (id: string, wish: Wish) => void
  },
): void {
  const seen = new Map<string, number>()
  for (const row of rows) {
    const id = whose(comparison, row, mustTakePart)
    const said = id === undefined ? undefined : read(row, id)
    const first = said && seen.get(`${id} ${said.key}`)
    if (first !== undefined)
      row.fault(['function', 'what', 'stage', 'step', 'name'], `Das steht schon in Zeile ${first}.`)
    if (row.faults.length > 0) comparison.refuse(row)
    else if (id !== undefined && said) {
      seen.set(`${id} ${said.key}`, row.number)
      const found = findMunicipality(row, comparison)
      if (found) comparison.name(found)
      plan(id, said.wish)
    }
  }
}
