import type { ComponentChildren } from 'preact'

import { Heading } from '#ui/heading/heading.tsx'

export interface WorksheetItem {
  id: string
  number: number | string
  /** What is asked. */
  text: ComponentChildren
  /** Below it: what exactly is meant. */
  children?: ComponentChildren
  /** Words beside the empty boxes: "Ja", "Nein"; the one that is chosen already is crossed. */
  options: readonly { label: string; chosen: boolean }[]
  /** What was written already; below it stay empty lines. */
  note?: string | undefined
}

export interface WorksheetProps {
  title: string
  /** Where and when: on top of each list. */
  head: ComponentChildren
  items: readonly WorksheetItem[]
  /** Empty lines to write on. */
  lines?: number | undefined
}

/** One list to fill in with a pen: on paper it begins on a new page, and no item is torn apart. */
export const Worksheet = ({ title, head, items, lines = 2 }: WorksheetProps) => (
  <section class="lw-worksheet">
    <p class="lw-worksheet__head lw-small">{head}</p>
    <Heading level={2} size="medium">
      {title}
    </Heading>
    <ol class="lw-worksheet__items">
      {items.map((item) => (
        <li key={item.id} class="lw-worksheet__item">
          <Item item={item} lines={lines} />
        </li>
      ))}
    </ol>
  </section>
)

const Item = ({ item: { number, text, children, options, note }, lines }: { item: WorksheetItem; lines: number }) => (
  <>
    <h3 class="lw-worksheet__text">
      <span class="lw-worksheet__nr">{number}</span> {text}
    </h3>
    {children}
    <p class="lw-worksheet__options">
      {options.map(({ label, chosen }) => (
        <span class="lw-worksheet__option">
          <span
            class={chosen ? 'lw-worksheet__box lw-worksheet__box--chosen' : 'lw-worksheet__box'}
            aria-hidden="true"
          />
          {label}
          {chosen && <span class="kern-sr-only"> (bisher)</span>}
        </span>
      ))}
    </p>
    {note && <p class="lw-worksheet__note">{note}</p>}
    {Array.from({ length: lines }, () => (
      <div class="lw-worksheet__line" aria-hidden="true" />
    ))}
  </>
)
