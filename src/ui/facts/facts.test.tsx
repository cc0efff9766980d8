import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Facts } from '#ui/facts/facts.tsx'

test('A fact names what is counted before the number, and its unit does not break away', () => {
  expect(render(<Facts items={[{ label: 'Budget noch frei', value: '13.900', unit: '€' }]} />)).toBe(
    '<dl class="lw-facts"><div><dt>Budget noch frei</dt><dd>13.900\u00a0<small>€</small></dd></div></dl>',
  )
})

test('A fact of zero is shown', () => {
  expect(render(<Facts small items={[{ label: 'offen', value: 0 }]} />)).toContain('<dd>0</dd>')
})
