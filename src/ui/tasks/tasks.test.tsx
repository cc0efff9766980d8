import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Tasks } from '#ui/tasks/tasks.tsx'

test('A task links its deed and says distance and date', () => {
  const html = render(
    <Tasks
      items={[
        {
          href: '/a',
          title: 'Bericht freigeben',
          meta: 'Sicherheit',
          due: { text: 'seit Freitag überfällig', date: '20.11.', urgency: 'late' },
        },
        { href: '/b', title: 'Bedarf melden' },
      ]}
    />,
  )
  expect(html).toContain('<a href="/a">Bericht freigeben</a>')
  expect(html).toContain('<p class="lw-due lw-due--late"><b>seit Freitag überfällig</b> <span>20.11.</span></p>')
  expect(html.match(/lw-due /g)).toHaveLength(1)
})

test('The way to somebody else is named with its task, beside the link over the row', () => {
  const html = render(
    <Tasks items={[{ href: '/a', title: 'Bericht freigeben', handOn: { href: '/b', label: 'Weitergeben' } }]} />,
  )
  expect(html).toContain('<a class="lw-link lw-tasks__on" href="/b" aria-label="Weitergeben: Bericht freigeben">')
})
