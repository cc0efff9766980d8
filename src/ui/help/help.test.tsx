import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Help } from '#ui/help/help.tsx'

test('Help can be jumped to and is named by its title', () => {
  const html = render(
    <Help eyebrow="Hilfe zu Frage 5" title="Kurze Anleitungen">
      <p>Eine Seite reicht.</p>
    </Help>,
  )
  expect(html).toContain('id="hilfe" aria-labelledby="hilfe-titel"')
  expect(html).toContain('<h2 class="kern-heading-medium" id="hilfe-titel">Kurze Anleitungen</h2>')
})
