import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Seats } from '#ui/seats/seats.tsx'

const draw = (capacity: number, confirmed: number, offered: number): string =>
  renderToString(<Seats capacity={capacity} confirmed={confirmed} offered={offered} label="16 Plätze" />)

test('Each seat is a square: taken, held, free', () => {
  const html = draw(16, 12, 1)
  expect(html.match(/lw-f-done/g)).toHaveLength(12)
  expect(html.match(/schraffur/g)).toHaveLength(1)
  expect(html.match(/lw-f-paper/g)).toHaveLength(3)
  expect(html).toContain('aria-label="16 Plätze"')
})

test('Where a room shrank, everybody who sits is drawn', () => {
  expect(draw(2, 5, 0).match(/lw-f-done/g)).toHaveLength(5)
})

test('A hall of a thousand seats is not drawn', () => {
  expect(draw(1000, 3, 0)).toBe('')
})
