import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Table, type Column } from '#ui/table/table.tsx'

interface Town {
  name: string
  open: string
}
const columns: Column<Town>[] = [
  { header: 'Ort', rowHeader: true, cell: (town) => town.name },
  { header: 'Offen', numeric: true, cell: (town) => town.open },
]
const rows: Town[] = [{ name: 'Musterstadt', open: '16.100 €' }]

test('A table has a caption, column and row headers with scope, and names for its cells', () => {
  const html = render(<Table caption="Alle Orte" columns={columns} rows={rows} stack />)
  expect(html).toContain('<caption>Alle Orte</caption>')
  expect(html).toContain('<th scope="col" class="kern-table__header kern-table__header--numeric">Offen</th>')
  expect(html).toContain('<th scope="row" class="kern-table__header">Musterstadt</th>')
  expect(html).toContain(
    '<td class="kern-table__cell kern-table__cell--numeric" data-name="Offen"><div>16.100 €</div></td>',
  )
})

test('A table that does not stack scrolls in a region that takes the focus', () => {
  const html = render(<Table caption="Alle Orte" captionHidden columns={columns} rows={rows} dense />)
  expect(html).toMatch(/^<section class="lw-scroll" tabindex="0" aria-label="[^"]+">/)
  expect(html).toContain('<caption class="kern-sr-only">')
})
