import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Bars } from '#ui/bars/bars.tsx'

test('Bars tell all their figures to those who cannot see them', () => {
  const html = render(
    <Bars
      label="Wartezeit"
      items={[
        { label: 'Scan', value: 10, figure: '10 Tage' },
        { label: 'Bericht', value: 5, figure: '5 Tage' },
      ]}
    />,
  )
  expect(html).toContain('aria-label="Wartezeit: Scan 10 Tage, Bericht 5 Tage"')
  expect(html).toContain('width="190.0"')
  expect(html).toContain('width="95.0"')
  expect(html).not.toContain('style=')
})

test('Bars of nothing are empty and not broken', () => {
  expect(render(<Bars label="Nichts" items={[{ label: 'Scan', value: 0 }]} />)).toContain('width="0.0"')
  expect(render(<Bars label="Nichts" items={[]} />)).toContain('aria-label="Nichts: "')
})
