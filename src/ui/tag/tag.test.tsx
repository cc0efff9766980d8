import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Tag } from '#ui/tag/tag.tsx'

test('A tag has a word besides its shape', () => {
  expect(render(<Tag state="late">gefährdet</Tag>)).toBe('<span class="lw-tag lw-tag--late">gefährdet</span>')
  expect(render(<Tag state="none">noch nicht begonnen</Tag>)).toBe('<span class="lw-tag">noch nicht begonnen</span>')
})
