import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { Thread } from '#ui/thread/thread.tsx'

test('a thread names who said what when, and escapes what people typed', () => {
  const html = render(
    <Thread
      label="Verlauf"
      entries={[
        { who: 'Arne Feld', when: '10:42 Uhr', mark: <span>strittig</span>, text: '<b>Kein</b> Nachweis' },
        { who: 'Jana Wiesner', when: '11:02 Uhr', text: '' },
      ]}
    />,
  )
  expect(html).toContain('<ol class="lw-thread" aria-label="Verlauf">')
  expect(html).toContain('&lt;b>Kein&lt;/b> Nachweis')
  expect(html.match(/<li/g)).toHaveLength(2)
  expect(html.match(/lw-thread__text/g)).toHaveLength(1)
})
