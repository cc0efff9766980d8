import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Alert, Flash } from '#ui/alert/alert.tsx'

test('A standing alert has a heading of the right level and no live role', () => {
  const html = render(
    <Alert kind="warning" level={3} title="Der Vertrag endet in 30 Tagen">
      <p>Kündigen Sie bis Freitag.</p>
    </Alert>,
  )
  expect(html).toContain('kern-alert--warning')
  expect(html).toContain('<h3 class="kern-heading-small">Der Vertrag endet in 30 Tagen</h3>')
  expect(html).toContain('<div class="kern-alert__body"><p>Kündigen Sie bis Freitag.</p></div>')
  expect(html).not.toContain('role=')
})

test('An alert without further words has no empty body', () => {
  expect(render(<Alert kind="info" title="Die Prüfung ist morgen" />)).not.toContain('kern-alert__body')
})

test('A flash is read out politely and is no heading', () => {
  const html = render(<Flash kind="success" text="Gespeichert 10:42 Uhr." />)
  expect(html).toContain('role="status"')
  expect(html).not.toMatch(/<h\d/)
})
