import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Filters } from '#ui/filters/filters.tsx'

test('Filters are named links with counts, and the current one says so', () => {
  const html = render(
    <Filters
      label="Fragen filtern"
      items={[
        { label: 'Alle', count: 7, href: '?', current: true },
        { label: 'Offen', count: 0, href: '?offen' },
      ]}
    />,
  )
  expect(html).toContain('<nav class="lw-filters" aria-label="Fragen filtern">')
  expect(html).toContain('aria-current="true">Alle 7</a>')
  expect(html).toContain('href="?offen">Offen 0</a>')
})
