import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Hits } from './hits.tsx'

test('what was found is marked, and nothing of a text becomes markup', () => {
  const html = renderToString(
    <Hits
      items={[
        {
          href: '/kataloge/1',
          label: '<i>Titel</i>',
          snippet: [
            { text: 'Die ', isFound: false },
            { text: '<b>Sicherung</b>', isFound: true },
          ],
        },
      ]}
    />,
  )
  expect(html).toContain('<mark>&lt;b>Sicherung&lt;/b></mark>')
  expect(html).toContain('&lt;i>Titel&lt;/i>')
})
