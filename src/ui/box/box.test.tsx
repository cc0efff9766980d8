import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Box } from '#ui/box/box.tsx'

test('A box is plain unless a tone says what it is for', () => {
  expect(render(<Box>Hilfe</Box>)).toBe('<div class="lw-box lw-stack lw-stack--s">Hilfe</div>')
  expect(render(<Box tone="tint">Entscheidung</Box>)).toContain('lw-box--tint')
})
