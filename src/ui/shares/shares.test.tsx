import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Shares } from '#ui/shares/shares.tsx'

test('A share is as wide as its figure, and its words stand beside it', () => {
  const html = render(<Shares label="Anteil Ja" items={[{ label: 'Netze', percent: 55, words: '55 %' }]} />)
  expect(html).toContain('<span>Netze</span>')
  expect(html).toContain('<rect width="55%" height="100%" class="lw-f-done-2">')
  expect(html).toContain('<b>55 %</b>')
})

test('What is not told is hatched and has no bar', () => {
  const html = render(<Shares label="Anteil Ja" items={[{ label: 'Netze', percent: null, words: 'verdeckt' }]} />)
  expect(html).toContain('fill="url(#schraffur-leise)"')
  expect(html).not.toContain('lw-f-done')
})
