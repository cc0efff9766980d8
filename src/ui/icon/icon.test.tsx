import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Icon } from '#ui/icon/icon.tsx'

test('An icon is hidden from screen readers, because a word stands beside it', () => {
  expect(render(<Icon name="check" small />)).toBe(
    '<i class="kern-icon kern-icon--check kern-icon--small" aria-hidden="true"></i>',
  )
})
