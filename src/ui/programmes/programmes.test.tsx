import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Programmes } from '#ui/programmes/programmes.tsx'

test('Each programme has a heading that leads to its page, and its words are no HTML', () => {
  const html = render(<Programmes items={[{ href: '/programme/x', title: 'X', text: 'Mit **allen** <i>' }]} />)
  expect(html).toContain('<h3><a href="/programme/x">X</a></h3>')
  expect(html).toContain('<strong>allen</strong> &lt;i>')
})
