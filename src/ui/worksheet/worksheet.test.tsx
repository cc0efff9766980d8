import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Worksheet } from '#ui/worksheet/worksheet.tsx'

const html = render(
  <Worksheet
    title="Notfall"
    head="Stadt Musterstadt"
    lines={3}
    items={[
      {
        id: 'a',
        number: 1,
        text: 'Hängt <b>eine</b> Karte aus?',
        options: [
          { label: 'Ja', chosen: true },
          { label: 'Nein', chosen: false },
        ],
        note: 'Im Bauhof',
      },
    ]}
  />,
)

test('A worksheet has boxes to cross, the one chosen before crossed and said so, and lines to write on', () => {
  expect(html.match(/lw-worksheet__box"/g)).toHaveLength(1)
  expect(html).toContain('lw-worksheet__box--chosen')
  expect(html).toContain('(bisher)')
  expect(html.match(/lw-worksheet__line/g)).toHaveLength(3)
  expect(html).toContain('&lt;b>eine')
  expect(html).toContain('Im Bauhof')
})
