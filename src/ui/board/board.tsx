import type { ComponentChildren } from 'preact'

export interface BoardProps<Card> {
  columns: readonly { id: string; title: string; cards: readonly Card[] }[]
  card: (card: Card) => ComponentChildren
  /** What stands in a column without cards. */
  empty: string
}

/** Things by their state, each state a column; on narrow screens the columns stand below each other. Moving is a form in the card. */
export const Board = <Card,>({ columns, card, empty }: BoardProps<Card>) => (
  <div class="lw-board">
    {columns.map(({ id, title, cards }) => (
      <section class="lw-board__column" aria-labelledby={id}>
        <h2 class="kern-heading-small" id={id}>
          {title} <span class="lw-muted">{cards.length}</span>
        </h2>
        {cards.length === 0 ? (
          <p class="lw-small lw-muted">{empty}</p>
        ) : (
          <ul class="lw-board__cards">
            {cards.map((one) => (
              <li class="lw-board__card">{card(one)}</li>
            ))}
          </ul>
        )}
      </section>
    ))}
  </div>
)
