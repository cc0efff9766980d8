import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { PageHead } from '#ui/head/head.tsx'

test('The head of a page has its one h1, a sentence and actions', () => {
  const html = render(<PageHead title="Kurse" lead="Vier Kurse sind offen." actions={<a href="/neu">Neu</a>} />)
  expect(html).toContain('<h1 class="kern-heading-large">Kurse</h1><p>Vier Kurse sind offen.</p>')
  expect(html).toContain('<div class="lw-row"><a href="/neu">Neu</a></div>')
})
