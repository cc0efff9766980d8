import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Empty } from '#ui/empty/empty.tsx'

test('An empty list says what is missing, how it comes to be and what one can do', () => {
  const html = render(
    <Empty title="Noch keine Befunde" actions={<a href="/einlesen">Selbst einlesen</a>}>
      Ihr Scan ist für den 2. Dezember geplant.
    </Empty>,
  )
  expect(html).toContain('<h3 class="kern-heading-small">Noch keine Befunde</h3>')
  expect(html).toContain('<p>Ihr Scan ist für den 2. Dezember geplant.</p>')
  expect(html).toContain('href="/einlesen"')
})
