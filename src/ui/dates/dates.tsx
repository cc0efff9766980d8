export interface DatesProps {
  items: readonly {
    href: string
    title: string
    /** Time and place: "9 bis 12 Uhr, Bürgerhaus". */
    note?: string | undefined
    /** `2026-12-03` */
    iso: string
    /** "3" and "Dez, Do", as on a tear-off calendar. */
    day: string
    month: string
  }[]
}

/** The next dates, each with its day as on a tear-off calendar. */
export const Dates = ({ items }: DatesProps) => (
  <ul class="lw-dates">
    {items.map(({ href, title, note, iso, day, month }) => (
      <li>
        <time datetime={iso}>
          <b>{day}</b> <span>{month}</span>
        </time>
        <div>
          <a href={href}>{title}</a>
          {note && <p class="lw-small lw-muted">{note}</p>}
        </div>
      </li>
    ))}
  </ul>
)
