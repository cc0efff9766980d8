import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Letters, Terms } from '#ui/terms/terms.tsx'

test('A word can be linked and says what it means', () => {
  expect(render(<Terms items={[{ id: 'app', term: 'App', meaning: 'Ein Programm.' }]} />)).toBe(
    '<dl class="lw-terms"><div id="app"><dt>App</dt><dd>Ein Programm.</dd></div></dl>',
  )
})

test('The letters lead to their places', () => {
  expect(render(<Letters items={[{ letter: 'A', href: '#a' }]} />)).toContain('<a class="lw-link" href="#a">A</a>')
})
