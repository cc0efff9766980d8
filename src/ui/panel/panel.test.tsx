import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Panel } from '#ui/panel/panel.tsx'

test('A panel is a section named by its heading, with one link beside it', () => {
  const html = render(
    <Panel id="stand" title="So steht es" link={{ href: '/alle', label: 'Alle 7 anzeigen' }}>
      <p>Gut.</p>
    </Panel>,
  )
  expect(html).toContain('<section class="lw-panel" aria-labelledby="stand">')
  expect(html).toContain('<h2 class="kern-heading-medium" id="stand">So steht es</h2>')
  expect(html).toContain('<a class="lw-link" href="/alle">Alle 7 anzeigen</a>')
})

test('A quiet panel has a small heading and may carry a note', () => {
  const html = render(
    <Panel id="frist" title="Bis Dezember fehlt" quiet note="noch 38 Tage">
      Nichts.
    </Panel>,
  )
  expect(html).toContain('lw-panel--quiet')
  expect(html).toContain('kern-heading-small')
  expect(html).toContain('noch 38 Tage')
})
