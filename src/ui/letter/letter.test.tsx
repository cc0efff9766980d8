import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Letter } from '#ui/letter/letter.tsx'

test('addresses become links, without the full stop behind them', () => {
  const html = render(<Letter subject="Zugang" text={'Bitte hier:\nhttps://portal.example/einladung/a-b_c.\nDanke'} />)
  expect(html).toContain('href="https://portal.example/einladung/a-b_c"')
  expect(html).toContain('</a>.\nDanke')
})

test('markup in a mail is text', () => {
  const html = render(<Letter subject="<b>" text={'<script>alert(1)</script> javascript:alert(1)'} />)
  expect(html).not.toContain('<script>')
  expect(html).not.toContain('href=')
})
