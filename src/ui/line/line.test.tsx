import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Line } from '#ui/line/line.tsx'

const points = [
  { label: '01.02.', percent: 40, words: '40 %' },
  { label: '01.05.', percent: null, words: 'nicht ausgewiesen' },
  { label: '01.08.', percent: 50, words: '50 %' },
  { label: '01.11.', percent: 60, words: '60 %' },
]

test('A line tells all its figures to those who cannot see it', () => {
  expect(render(<Line label="Anteil Ja" points={points} />)).toContain(
    'aria-label="Anteil Ja: 01.02. 40 %, 01.05. nicht ausgewiesen, 01.08. 50 %, 01.11. 60 %"',
  )
})

test('Where a figure is not told the line has a gap, and no point', () => {
  const html = render(<Line label="Anteil Ja" points={points} />)
  expect(html.match(/lw-line__point/g)).toHaveLength(3)
  expect(html.match(/lw-line__line/g)).toHaveLength(1)
})

test('Of many points the newest keeps its words', () => {
  const many = Array.from({ length: 20 }, (_, at) => ({ label: `Tag ${at}`, percent: 50, words: `${at} %` }))
  const html = render(<Line label="Anteil Ja" points={many} />)
  expect(html).toContain('>19 %</text>')
  expect(html).not.toContain('>18 %</text>')
})
