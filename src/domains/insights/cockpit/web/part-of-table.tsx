interface PartOfTableProps {
  href: (more: Record<string, string | undefined>) => string
  shown: number
  count: number
  next: string | null
  limit: number
  largest: number
  /** How many stand before this part, as the link here said. */
  first: number
}

/** "1 bis 50 von 133", the next ones, and all where they are not too many. */
export function PartOfTable({ href, shown, count, next, limit, largest, first }: PartOfTableProps) {
  if (shown === 0) return null
  const before = Math.min(Math.max(0, Math.trunc(first)), Math.max(0, count - shown))
  const isLarge = limit === largest
  const size = isLarge ? String(largest) : undefined
  const rest = count - before - shown
  return (
    <nav class="lw-pager" aria-label="Teile der Tabelle">
      <span>
        {before + 1} bis {before + shown} von {count}
      </span>
      <span class="lw-row">
        {next && (
          <a class="lw-link" href={href({ ab: next, nr: String(before + shown), anzahl: size })} rel="next">
            Nächste {Math.min(limit, Math.max(1, rest))}
          </a>
        )}
        {next && !isLarge && (
          <a class="lw-link" href={href({ anzahl: String(largest) })}>
            {count <= largest ? `Alle ${count} zeigen` : `Je ${largest} zeigen`}
          </a>
        )}
        {before > 0 && (
          <a class="lw-link" href={href({ anzahl: size })}>
            Von vorn
          </a>
        )}
      </span>
    </nav>
  )
}
