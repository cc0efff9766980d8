import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Hero } from '#ui/hero/hero.tsx'

test('The hero has the h1 of the page, and no place for figures that are not there', () => {
  const html = render(<Hero title="Gemeinsam" lead="Für alle." actions={<a href="/a">Anmelden</a>} facts={[]} />)
  expect(html).toContain('<h1 id="hero">Gemeinsam</h1>')
  expect(html).not.toContain('<dl')
})

test('Real figures stand beside it', () => {
  const html = render(<Hero title="x" lead="y" actions={null} facts={[{ value: 4, label: 'Kommunen' }]} />)
  expect(html).toContain('<dt>Kommunen</dt><dd>4</dd>')
})
