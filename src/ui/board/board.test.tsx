import { render } from 'preact-render-to-string'
import { expect, test } from 'vitest'

import { Board } from '#ui/board/board.tsx'

test('Board names each column with its count, and says so where one is empty', () => {
  const html = render(
    <Board
      columns={[
        { id: 'offen', title: 'offen', cards: ['Eins', 'Zwei'] },
        { id: 'fertig', title: 'fertig', cards: [] },
      ]}
      card={(card) => <b>{card}</b>}
      empty="Nichts"
    />,
  )
  expect(html).toContain('<section class="lw-board__column" aria-labelledby="offen">')
  expect(html).toContain('<li class="lw-board__card"><b>Zwei</b></li>')
  expect(html).toContain('fertig <span class="lw-muted">0</span>')
  expect(html).toContain('<p class="lw-small lw-muted">Nichts</p>')
})
