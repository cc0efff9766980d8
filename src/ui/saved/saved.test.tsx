import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Button } from '#ui/button/button.tsx'
import { Saved } from '#ui/saved/saved.tsx'

test('What is saved says when and by whom, in a live region', () => {
  const html = render(<Saved state="saved" text="Gespeichert 10:42 Uhr, Sie" id="stand-1" />)
  expect(html).toMatch(/^<span role="status" id="stand-1">/)
  expect(html).toContain('Gespeichert 10:42 Uhr, Sie')
})

test('While waiting it says so', () => {
  expect(render(<Saved state="saving" />)).toContain('Wird gespeichert …')
})

test('What failed says that it is not saved yet and offers to try again', () => {
  const html = render(
    <Saved state="failed">
      <Button size="x-small">Noch einmal</Button>
    </Saved>,
  )
  expect(html).toContain('Noch nicht gespeichert')
  expect(html).toContain('Noch einmal')
})
