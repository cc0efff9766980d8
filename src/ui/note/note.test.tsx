import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Note } from '#ui/note/note.tsx'

test('A note keeps the line breaks and shows markup as text', () => {
  expect(render(<Note text={'eins\n<b>zwei</b>'} />)).toContain('eins\n&lt;b>zwei&lt;/b>')
})
