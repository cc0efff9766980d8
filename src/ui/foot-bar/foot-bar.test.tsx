import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { FootBar } from '#ui/foot-bar/foot-bar.tsx'

test('The bar at the foot holds the state and the ways onward', () => {
  const html = render(<FootBar state={<span>Alles gespeichert</span>}>Weiter</FootBar>)
  expect(html).toBe('<div class="lw-foot"><span>Alles gespeichert</span><div class="lw-row">Weiter</div></div>')
})
