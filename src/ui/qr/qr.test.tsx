import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Qr } from '#ui/qr/qr.tsx'

test('The picture has a name, and dark and light do not depend on the theme', () => {
  const html = render(<Qr content="https://portal.example/kurse" label="Führt zum Eintragen" />)
  expect(html).toContain('role="img" aria-label="Führt zum Eintragen"')
  expect(html).toContain('fill="#fff"')
  expect(html).toContain('fill="#000"')
})
