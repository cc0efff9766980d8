import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Roll, WallCode } from '#ui/roll/roll.tsx'

test('A roll is a named list with an anchor for each person', () => {
  const html = render(<Roll label="Wer da ist" entries={[{ id: 'p-1', name: 'Jonas Timm', state: 'Da' }]} />)
  expect(html).toContain('<ul class="lw-roll" aria-label="Wer da ist"><li id="p-1">')
  expect(html).not.toContain('lw-roll__deeds')
})

test('A code for the wall is text, so that it can be read out', () => {
  expect(render(<WallCode>048 213</WallCode>)).toBe('<p class="lw-code">048 213</p>')
})
