import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { ErrorScreen } from '#ui/screen/screen.tsx'

test('An error page says what happened, what to do, which number to name and where to go', () => {
  const html = render(
    <ErrorScreen
      title="Das hat nicht geklappt, und es liegt an uns"
      sentences={['Gebucht wurde nichts.']}
      requestId="K7-2M-19"
      links={[{ href: '/start', label: 'Zur Startseite' }]}
    />,
  )
  expect(html).toContain('<h1 class="kern-heading-large">Das hat nicht geklappt, und es liegt an uns</h1>')
  expect(html).toContain('<p>Gebucht wurde nichts.</p>')
  expect(html).toContain('K7-2M-19')
  expect(html).toContain('href="/start"')
})
