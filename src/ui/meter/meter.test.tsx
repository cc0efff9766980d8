import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { HatchPatterns, Meter } from '#ui/meter/meter.tsx'

const segments = [
  { label: 'Ja', value: 1, look: 'done' },
  { label: 'zu klären', value: 2, look: 'planned' },
  { label: 'offen', value: 5, look: 'rest' },
] as const

test('A meter tells all its figures to those who cannot see it', () => {
  const html = render(<Meter label="8 Fragen" segments={segments} />)
  expect(html).toContain('role="img" aria-label="8 Fragen: Ja\u00a01, zu klären\u00a02, offen\u00a05"')
})

test('Widths are attributes in percent, so that no inline style is needed', () => {
  const html = render(<Meter label="8 Fragen" segments={segments} />)
  expect(html).toContain('<rect x="0.00%" width="12.50%" height="100%" class="lw-f-done"></rect>')
  expect(html).toContain('<rect x="12.50%" width="25.00%" height="100%" fill="url(#schraffur)"></rect>')
  expect(html).not.toContain('style=')
})

test('Its legend repeats the figures', () => {
  expect(render(<Meter label="8 Fragen" segments={segments} legend />)).toMatch(/<\/svg>zu klären\u00a02<\/li>/)
})

test('A meter of nothing is an empty bar, and what exceeds the whole is cut off', () => {
  expect(render(<Meter label="Nichts" segments={[{ label: 'Ja', value: 0, look: 'done' }]} />)).toContain(
    'width="0.00%"',
  )
  const over = render(
    <Meter
      label="Budget"
      total={100}
      limit={100}
      segments={[{ label: 'verplant', value: 130, figure: '130 €', look: 'done' }]}
    />,
  )
  expect(over).toContain('width="100.00%"')
  expect(over).toContain('verplant\u00a0130 €')
})

test('The patterns that meters refer to exist', () => {
  const html = render(<HatchPatterns />)
  expect(html).toContain('id="schraffur"')
  expect(html).toContain('id="schraffur-leise"')
})
