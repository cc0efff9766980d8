export interface TermsProps {
  items: readonly {
    /** Anchor, so that a text can link the word. */
    id: string
    term: string
    meaning: string
  }[]
}

/** Words and what they mean. */
export const Terms = ({ items }: TermsProps) => (
  <dl class="lw-terms">
    {items.map(({ id, term, meaning }) => (
      <div id={id}>
        <dt>{term}</dt>
        <dd>{meaning}</dd>
      </div>
    ))}
  </dl>
)

/** The way to a letter, each large enough for a finger. */
export const Letters = ({ items }: { items: readonly { letter: string; href: string }[] }) => (
  <nav class="lw-letters" aria-label="Anfangsbuchstaben">
    <ul>
      {items.map(({ letter, href }) => (
        <li>
          <a class="lw-link" href={href}>
            {letter}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
