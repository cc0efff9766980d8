import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Refused } from '#ui/refused/refused.tsx'

test('A refusal gives the reason and the way that is open, and no disabled button', () => {
  const html = render(
    <Refused title="Freigeben kann nur die Leitung" level={4} actions={<a href="/vorlegen">Vorlegen</a>}>
      <p>Das verpflichtet das Haus.</p>
    </Refused>,
  )
  expect(html).toContain('<h4')
  expect(html).toContain('<p>Das verpflichtet das Haus.</p>')
  expect(html).toContain('href="/vorlegen"')
  expect(html).not.toContain('disabled')
})
