import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Dates } from '#ui/dates/dates.tsx'

test('A date shows its day as on a tear-off calendar, and says it to machines', () => {
  const html = render(
    <Dates items={[{ href: '/x', title: 'Sitzung', note: '10 Uhr', iso: '2026-12-09', day: '9', month: 'Dez, Mi' }]} />,
  )
  expect(html).toContain('<time datetime="2026-12-09"><b>9</b> <span>Dez, Mi</span></time>')
  expect(html).toContain('<a href="/x">Sitzung</a><p class="lw-small lw-muted">10 Uhr</p>')
})
