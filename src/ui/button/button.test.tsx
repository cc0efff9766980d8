import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Button, ButtonLink } from '#ui/button/button.tsx'

test('A button submits its form and is secondary unless told otherwise', () => {
  const html = render(
    <Button name="keep" value="mine">
      Meine behalten
    </Button>,
  )
  expect(html).toContain('<button class="kern-btn kern-btn--secondary" type="submit" name="keep" value="mine">')
  expect(html).toContain('<span class="kern-label">Meine behalten</span>')
})

test('A button link is a link and carries its sign in front of its words', () => {
  const html = render(
    <ButtonLink href="/liste.xlsx" icon="download" size="x-small" variant="primary" block download>
      Als XLSX laden
    </ButtonLink>,
  )
  expect(html).toContain(
    '<a class="kern-btn kern-btn--primary kern-btn--x-small kern-btn--block" href="/liste.xlsx" download>',
  )
  expect(html).toContain('kern-icon--download')
})
