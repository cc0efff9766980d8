import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Crumbs } from '#ui/crumbs/crumbs.tsx'

test('The last crumb is the page itself and no link', () => {
  const html = render(<Crumbs items={[{ label: 'Prüfung', href: '/pruefung' }, { label: 'Netze' }]} />)
  expect(html).toContain('aria-label="Sie sind hier"')
  expect(html).toContain('<li><a href="/pruefung">Prüfung</a></li><li aria-current="page">Netze</li>')
})
