import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Description } from '#ui/description/description.tsx'

test('A description pairs terms with details', () => {
  const html = render(<Description items={[{ term: 'Vertrag', details: 'Rahmenvertrag 2026' }]} />)
  expect(html).toContain('<dt class="kern-description-list-item__key">Vertrag</dt>')
  expect(html).toContain('<dd class="kern-description-list-item__value">Rahmenvertrag 2026</dd>')
})
