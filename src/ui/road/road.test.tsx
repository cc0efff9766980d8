import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Road } from '#ui/road/road.tsx'

const looksOf = (road: string) =>
  [...render(<Road road={road} label="Weg" />).matchAll(/class="lw-f-([\w-]+)"|fill="(url[^"]+)"/g)].map(
    ([, look, fill]) => look ?? fill,
  )

test('A road says in words where it stands', () => {
  expect(render(<Road road="ddpo" label="Schritt 3 von 4: Vor Ort" />)).toContain(
    '<svg class="lw-road" role="img" aria-label="Schritt 3 von 4: Vor Ort">',
  )
})

test('The first step that is not over is now; what is not needed is hatched, and what runs further ahead is not now', () => {
  expect(looksOf('dnopo')).toEqual(['done', 'url(#schraffur-leise)', 'now', 'done-3', 'rest'])
})

test('A road that is over has no now, and an empty one no squares', () => {
  expect(looksOf('ddn')).toEqual(['done', 'done', 'url(#schraffur-leise)'])
  expect(looksOf('')).toEqual([])
})

test('Widths are attributes in percent, so that no inline style is needed', () => {
  const html = render(<Road road="do" label="Weg" />)
  expect(html).toContain('<rect x="50.00%" y="1" width="43.00%" height="14" class="lw-f-now">')
  expect(html).not.toContain('style=')
})
