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
