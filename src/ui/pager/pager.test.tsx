import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Pager } from '#ui/pager/pager.tsx'

test('A pager says in words where one is and where one can go', () => {
  const html = render(<Pager next={{ href: '?seite=2' }} position="Einträge 1 bis 50 von 133" />)
  expect(html).toContain('rel="next">Nächste Seite</a>')
  expect(html).toContain('Einträge 1 bis 50 von 133')
})

test('A way that does not exist is left out', () => {
  expect(render(<Pager next={{ href: '?seite=2' }} />)).not.toContain('Vorherige')
})
