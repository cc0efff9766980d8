import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Dates } from '#ui/dates/dates.tsx'

test('A date says its day to machines and people, and leads to what it is about', () => {
  const html = render(
    <Dates
      items={[{ href: '/a', title: 'Telefonzeit', day: '2026-11-25', number: '25', word: 'Mi', details: '9 Uhr' }]}
    />,
  )
  expect(html).toContain('<time datetime="2026-11-25"><b>25</b><span>Mi</span></time>')
  expect(html).toContain('<a href="/a">Telefonzeit</a><p>9 Uhr</p>')
})
