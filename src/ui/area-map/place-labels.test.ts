import { expect, test } from 'vitest'

import { placeLabels } from '#ui/area-map/place-labels.ts'

const square = (left: number, top: number, side: number) =>
  `M${left} ${top}L${left + side} ${top}L${left + side} ${top + side}L${left} ${top + side}Z`

const area = (name: string, left: number, side: number, value = '55') => ({
  name,
  value,
  path: square(left, 0, side),
  x: left + side / 2,
  y: side / 2,
})

const texts = (...areas: ReturnType<typeof area>[]) => placeLabels(areas).map((lines) => lines.map(({ text }) => text))

test('An area with room has its value and its name below it', () => {
  const [lines] = placeLabels([area('Nordaue', 0, 100)])
  expect(lines).toMatchObject([
    { text: '55', kind: 'value', x: 50 },
    { text: 'Nordaue', kind: 'name', x: 50 },
  ])
  expect(lines?.[1]?.y).toBeGreaterThan(lines?.[0]?.y ?? 0)
})

test('A long name is divided, and where only one of both has room the other is left out', () => {
  expect(texts(area('Altmarkkreis Salzwedel', 0, 90))).toEqual([['55', 'Altmarkkreis', 'Salzwedel']])
  expect(texts(area('Burgenlandkreis', 0, 40))).toEqual([['55']])
  expect(texts(area('Harz', 0, 60, 'nicht ausgewiesen'))).toEqual([['Harz']])
  expect(texts(area('Burgenlandkreis', 0, 9))).toEqual([[]])
})

test('No label stands in a hole of its area or on that of another area', () => {
  const ring = { ...area('Umland', 0, 200), path: `${square(0, 0, 200)}${square(40, 40, 120)}`, x: 20, y: 100 }
  const city = { ...area('Mitte', 40, 120), path: square(40, 40, 120), x: 100, y: 100 }
  const [around, inside] = placeLabels([ring, city])
  expect(inside?.map(({ text }) => text)).toEqual(['55', 'Mitte'])
  for (const { x, y } of around ?? []) expect(x < 40 || x > 160 || y < 40 || y > 160).toBe(true)

  const twice = placeLabels([area('Nordaue', 0, 100), area('Südaue', 0, 100)])
  expect(twice[1]?.every(({ y }) => twice[0]?.every((other) => Math.abs(other.y - y) > 10))).toBe(true)
})

test('An outline of nothing has no label', () => {
  expect(placeLabels([{ name: 'Nichts', value: '', path: '', x: 0, y: 0 }])).toEqual([[]])
})
