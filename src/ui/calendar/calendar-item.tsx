import { Tag } from '#ui/tag/tag.tsx'

export interface CalendarItem {
  href: string
  title: string
  /** Muted words behind or below the title: time, last day, where it comes from. */
  note?: string | undefined
  isCancelled?: boolean | undefined
}

/** One date: a link to what it is about, and in words that it does not take place. */
export const CalendarLine = ({ href, title, note, isCancelled }: CalendarItem) => (
  <li class="lw-date">
    <a class="lw-link" href={href}>
      {title}
    </a>
    {(note || isCancelled) && (
      <span class="lw-date__note">
        {isCancelled && <Tag state="none">entfällt</Tag>} {note}
      </span>
    )}
  </li>
)
