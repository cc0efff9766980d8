import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { EmailAddress } from '#ui/email-address/email-address.tsx'

test('An address may break before its @; what is none stays as it is', () => {
  expect(render(<EmailAddress>it@musterstadt.example</EmailAddress>)).toBe('it<wbr/>@musterstadt.example')
  expect(render(<EmailAddress>–</EmailAddress>)).toBe('–')
})
