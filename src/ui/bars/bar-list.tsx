export interface BarListItem {
  /** As long as it needs to be: it wraps. */
  label: string
  href?: string | undefined
  /** 0 to 100; null where the value is not told: then the track is hatched. */
  percent: number | null
  /** The figure in words: "55 %", "≤ 5 %", "nicht ausgewiesen". */
  figure: string
}

export interface BarListProps {
  /** What is compared: "Anteil Ja nach Checkliste". */
  label: string
  items: readonly BarListItem[]
}

const within = (percent: number): string => `${Math.min(100, Math.max(0, percent))}%`

/** Percentages as a list with a bar in each row, for labels of any length; everything it shows is text too. */
export const BarList = ({ label, items }: BarListProps) => (
  <ol class="lw-bar-list" aria-label={label}>
    {items.map(({ label: name, href, percent, figure }) => (
      <li>
        <span>
          {href === undefined ? (
            name
          ) : (
            <a class="lw-link" href={href}>
              {name}
            </a>
          )}
        </span>
        <svg aria-hidden="true">
          {percent === null ? (
            <rect width="100%" height="100%" fill="url(#schraffur-leise)" />
          ) : (
            <>
              <rect width="100%" height="100%" class="lw-f-rest" />
              <rect width={within(percent)} height="100%" class="lw-f-done-2" />
            </>
          )}
        </svg>
        {percent === null ? <span class="lw-muted">{figure}</span> : <b>{figure}</b>}
      </li>
    ))}
  </ol>
)
