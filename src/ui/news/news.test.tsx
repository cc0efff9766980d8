import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { NewsTeasers } from '#ui/news/news.tsx'

const item = { href: '/meldungen/neues', title: 'Neues <b>', teaser: 'Zwei Sätze.', topic: 'Portal' }

test('A piece of news says day and topic before its heading, and its heading leads to it', () => {
  const html = render(
    <NewsTeasers level={3} items={[{ ...item, day: { iso: '2026-11-20', words: '20. November 2026' } }]} />,
  )
  expect(html).toContain('<time datetime="2026-11-20">20. November 2026</time> · Portal')
  expect(html).toContain('<h3 class="kern-heading-small"><a href="/meldungen/neues">Neues &lt;b></a></h3>')
})

test('Without a day the topic stands alone', () => {
  expect(render(<NewsTeasers level={2} items={[{ ...item, day: undefined }]} />)).not.toContain('·')
})
