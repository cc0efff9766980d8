import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { LinkList } from '#ui/link-list/link-list.tsx'

test('Each link stands in a list, with muted words behind it', () => {
  const html = render(<LinkList items={[{ href: '/d.pdf', label: 'Dienstanweisung.pdf', note: 'Nachweis, 412 kB' }]} />)
  expect(html).toContain('<a class="lw-link" href="/d.pdf">Dienstanweisung.pdf</a>')
  expect(html).toContain('Nachweis, 412 kB')
})
