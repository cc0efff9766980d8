import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Funnel } from '#ui/funnel/funnel.tsx'

test('A funnel is an ordered list of links with counts, and the current place says so', () => {
  const html = render(
    <Funnel
      label="Kommunen nach Phase"
      items={[
        { label: 'Vorbereitung', count: 3, href: '?phase=preparation', current: true },
        { label: 'Fertig', count: 0, href: '?phase=completed' },
      ]}
    />,
  )
  expect(html).toContain('<nav aria-label="Kommunen nach Phase"><ol class="lw-funnel">')
  expect(html).toContain('<a href="?phase=preparation" aria-current="true"><b>3</b> Vorbereitung</a>')
  expect(html).toContain('<a href="?phase=completed"><b>0</b> Fertig</a>')
})
