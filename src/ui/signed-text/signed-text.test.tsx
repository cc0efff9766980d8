import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { SignedText } from '#ui/signed-text/signed-text.tsx'

test('every line of a signed text stands there as it is, and its hash below', () => {
  const html = render(<SignedText sections={[{ title: 'Ergebnis', lines: ['Ja: 3', '<i>Nein: 1'] }]} sha256="ab12" />)
  expect(html).toContain('<li>Ja: 3</li><li>&lt;i>Nein: 1</li>')
  expect(html).toContain('SHA-256 dieses Textes: ab12')
})
