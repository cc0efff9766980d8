import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { BarList } from '#ui/bars/bar-list.tsx'

const html = render(
  <BarList
    label="Anteil Ja nach Checkliste"
    items={[
      { label: 'Vorbereitung auf Sicherheitsvorfälle', href: '/liste', percent: 40, figure: '40 %' },
      { label: 'Netze', percent: 5, figure: '≤ 5 %' },
      { label: 'Telefonie', percent: null, figure: 'nicht ausgewiesen' },
    ]}
  />,
)

test('Each row says its figure beside a bar of that length', () => {
  expect(html).toContain('<ol class="lw-bar-list" aria-label="Anteil Ja nach Checkliste">')
  expect(html).toContain('<rect width="40%" height="100%" class="lw-f-done-2"></rect></svg><b>40 %</b>')
  expect(html).toContain('<rect width="5%" height="100%" class="lw-f-done-2"></rect></svg><b>≤ 5 %</b>')
  expect(html).toContain('<a class="lw-link" href="/liste">Vorbereitung auf Sicherheitsvorfälle</a>')
  expect(html).not.toContain('style=')
})

test('A hidden row has no bar at all, only the hatch', () => {
  expect(html).toMatch(
    /Telefonie<\/span><svg aria-hidden="true"><rect width="100%" height="100%" fill="url\(#schraffur-leise\)"><\/rect><\/svg><span class="lw-muted">nicht ausgewiesen/,
  )
})

test('What exceeds the whole is cut off', () => {
  expect(render(<BarList label="Budget" items={[{ label: 'mehr', percent: 130, figure: '130 %' }]} />)).toContain(
    'width="100%" height="100%" class="lw-f-done-2"',
  )
})
