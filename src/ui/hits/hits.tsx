import type { ComponentChildren } from 'preact'

export interface HitsProps {
  items: readonly {
    href: string
    /** Of the link: what `action` is about (`aria-describedby`). */
    id?: string | undefined
    label: ComponentChildren
    /** A piece of the text, in pieces: those that were found are marked, none of them is markup. */
    snippet?: readonly { text: string; isFound: boolean }[] | undefined
    /** Muted words instead of a snippet: "Organisationen". */
    note?: string | undefined
    /** At the right: one small form. */
    action?: ComponentChildren
  }[]
}

/** What a search found, below each other: where it leads, why it was found, one small deed. */
export const Hits = ({ items }: HitsProps) => (
  <ul class="lw-hits">
    {items.map(({ href, id, label, snippet = [], note, action }) => (
      <li class="lw-hits__item">
        <div class="lw-hits__text">
          <a class="lw-link" href={href} id={id}>
            {label}
          </a>
          {snippet.length > 0 && (
            <p class="lw-small lw-muted">
              {snippet.map(({ text, isFound }) => (isFound ? <mark>{text}</mark> : text))}
            </p>
          )}
          {note !== undefined && <p class="lw-small lw-muted">{note}</p>}
        </div>
        {action}
      </li>
    ))}
  </ul>
)
