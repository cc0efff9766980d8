import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Countdown } from '#ui/countdown/countdown.tsx'

test('A countdown says the number, what it counts, what it means, and links what is missing', () => {
  const html = render(
    <Countdown
      value={38}
      unit="Tage bis 31.12.2026"
      note="27 Arbeitstage"
      sentence="43 sind noch nicht fertig."
      items={[{ href: '?fehlt=x', label: '5 haben keinen Termin' }]}
    />,
  )
  expect(html).toContain('<section class="lw-countdown" aria-labelledby="frist"><div class="lw-countdown__n"><b>38</b>')
  expect(html).toContain('<span id="frist">Tage bis 31.12.2026</span><br/>27 Arbeitstage')
  expect(html).toContain('<li><a href="?fehlt=x">5 haben keinen Termin</a></li>')
})

test('Where nothing is missing there is no empty list', () => {
  expect(render(<Countdown value={0} unit="Tage" sentence="Alle sind fertig." />)).not.toContain('<ul')
})
