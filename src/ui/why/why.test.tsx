import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Why } from '#ui/why/why.tsx'

test('An explanation is folded away behind its question', () => {
  expect(render(<Why summary="Warum diese?">Weil sie dringend sind.</Why>)).toBe(
    '<details class="lw-why"><summary>Warum diese?</summary><div><p>Weil sie dringend sind.</p></div></details>',
  )
})
