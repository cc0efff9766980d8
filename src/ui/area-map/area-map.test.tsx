import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { AreaMap, type MapArea } from '#ui/area-map/area-map.tsx'
import { levelOf } from '#ui/area-map/level.ts'

const square = (left: number) => `M${left} 0L${left + 100} 0L${left + 100} 100L${left} 100Z`

const areas: MapArea[] = [
  { key: '15081', name: 'Nordaue', path: square(0), x: 50, y: 50, value: '55 %', shortValue: '55', level: levelOf(55) },
  {
    key: '15082',
    name: 'Harz',
    path: square(100),
    x: 150,
    y: 50,
    value: 'nicht ausgewiesen',
    shortValue: 'ohne Wert',
    level: 'hidden',
  },
  {
    key: '15001',
    name: 'Elbstadt',
    path: square(200),
    x: 250,
    y: 50,
    value: 'kein eigener Wert',
    shortValue: '',
    level: 'outside',
  },
]
const html = render(<AreaMap label="Anteil Ja nach Landkreis" areas={areas} width={300} height={100} />)

test('A map tells all its figures to those who cannot see it, and each area its own', () => {
  expect(html).toContain(
    'aria-label="Anteil Ja nach Landkreis: Nordaue 55 %, Harz nicht ausgewiesen, Elbstadt kein eigener Wert"',
  )
  expect(html).toContain('<title>Nordaue: 55 %</title>')
  expect(html).toContain('<title>Harz: nicht ausgewiesen</title>')
})

test('What is hidden is hatched, what has no value is empty, and the legend says so', () => {
  expect(html).toContain(`<path d="${square(100)}" fill-rule="evenodd" fill="url(#schraffur-leise)">`)
  expect(html).toContain(`<path d="${square(200)}" fill-rule="evenodd" class="lw-map-outside">`)
  expect(html).toMatch(/unter 45 %<\/li>.*ab 75 %<\/li>.*nicht ausgewiesen<\/li>.*ohne eigenen Wert<\/li>/)
  expect(render(<AreaMap label="Nur einer" areas={areas.slice(0, 1)} width={300} height={100} />)).not.toContain(
    'nicht ausgewiesen',
  )
})

test('Names and values are text, no styles are needed, and a map of nothing is empty', () => {
  const name = '<b>Nordaue</b>'
  const hostile = render(
    <AreaMap label="Land" areas={areas.slice(0, 1).map((area) => ({ ...area, name }))} width={300} height={100} />,
  )
  expect(hostile).not.toContain('<b>')
  expect(html).not.toContain('style=')
  expect(render(<AreaMap label="Land" areas={[]} width={300} height={100} />)).toContain('aria-label="Land: "')
})

test('Levels change where their words say so', () => {
  expect([0, 44, 45, 54, 55, 64, 65, 74, 75, 100].map(levelOf)).toEqual([1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
})

test('The figures in the drawing are those of the cells, each within its own area', () => {
  const cells = Array.from({ length: 19 }, (_, at) => 5 + at * 5)
  const drawing = render(
    <AreaMap
      label="Land"
      width={1900}
      height={100}
      areas={cells.map((percent, at) => ({
        key: String(at),
        name: `Kreis ${at}`,
        path: square(at * 100),
        x: at * 100 + 50,
        y: 50,
        value: `${percent} %`,
        shortValue: String(percent),
        level: levelOf(percent),
      }))}
    />,
  )
  const figures = [...drawing.matchAll(/<text x="([0-9.]+)"[^>]*lw-area-map__value[^>]*>(\d+)</g)]
  expect(figures.map(([, x, figure]) => [Math.floor(Number(x) / 100), Number(figure)])).toEqual([...cells.entries()])
  const drawn = [...drawing.matchAll(/<title>Kreis \d+: (\d+) %<\/title><path [^>]*class="lw-map-(\d)"/g)]
  expect(drawn.map(([, percent, level]) => [Number(percent), Number(level)])).toEqual(
    cells.map((percent) => [percent, levelOf(percent)]),
  )
})
