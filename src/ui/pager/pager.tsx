export interface PagerProps {
  /** What is paged, for screen readers. */
  label?: string | undefined
  previous?: { href: string; label?: string | undefined } | undefined
  next?: { href: string; label?: string | undefined } | undefined
  /** Where one is: "Einträge 51 bis 100 von 133". */
  position?: string | undefined
}

/** The way through a list in parts. Ways that do not exist are left out, not greyed. */
export const Pager = ({ label = 'Seiten', previous, next, position }: PagerProps) => (
  <nav class="lw-pager" aria-label={label}>
    {previous && (
      <a class="lw-link" href={previous.href} rel="prev">
        {previous.label ?? 'Vorherige Seite'}
      </a>
    )}
    {position && <span>{position}</span>}
    {next && (
      <a class="lw-link lw-pager__next" href={next.href} rel="next">
        {next.label ?? 'Nächste Seite'}
      </a>
    )}
  </nav>
)
