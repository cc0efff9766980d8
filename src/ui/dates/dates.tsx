export interface DateItem {
  href: string
  title: string
  /** "2026-11-25" */
  day: string
  /** Large: the day of the month. */
  number: string
  /** Small, below: "Mi", or "Dez" for a day that is not of this week. */
  word: string
  /** "9 bis 12 Uhr, Rathaus" */
  details?: string | undefined
}

/** Dates below each other, the day large at the left. */
export const Dates = ({ items }: { items: readonly DateItem[] }) => (
  <ul class="lw-dates">
    {items.map(({ href, title, day, number, word, details }) => (
      <li>
        <time datetime={day}>
          <b>{number}</b>
          <span>{word}</span>
        </time>
        <div>
          <a href={href}>{title}</a>
          {details && <p>{details}</p>}
        </div>
      </li>
    ))}
  </ul>
)
