import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Offer } from '#ui/offer/offer.tsx'

test('An offer names what is held, until when, and asks', () => {
  const html = renderToString(
    <Offer id="angebot" band="Ein Platz ist reserviert" until="bis Mittwoch" title="Möchten Sie ihn?">
      <p>Niemand kann ihn Ihnen nehmen.</p>
    </Offer>,
  )
  expect(html).toContain('aria-labelledby="angebot"')
  expect(html).toContain('bis Mittwoch')
  expect(html).toContain('Möchten Sie ihn?</h2>')
})
