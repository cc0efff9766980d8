import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Steps } from '#ui/steps/steps.tsx'

test('The last thing that happened is where it stands, and what may come is not done', () => {
  const html = renderToString(
    <Steps
      past={[
        { title: 'Angemeldet', at: { iso: '2026-11-12T09:21', words: '12.11., 9:21 Uhr' } },
        { title: 'Platz angeboten' },
      ]}
      ahead={[{ title: 'Bestätigt', note: 'sobald Sie annehmen' }]}
    />,
  )
  expect(html).toContain('<li class="lw-steps__done">Angemeldet<time datetime="2026-11-12T09:21">')
  expect(html).toContain('<li class="lw-steps__now"><strong>Platz angeboten</strong>')
  expect(html).toContain('<li>Bestätigt<span class="lw-steps__when">sobald Sie annehmen</span>')
})
