import { Heading } from '#ui/heading/heading.tsx'

export interface NewsTeasersProps {
  /** Level of each heading: below that of the section, or of the page. */
  level: 2 | 3
  items: readonly {
    href: string
    title: string
    teaser: string
    topic: string
    day: { iso: string; words: string } | undefined
  }[]
}

/** What is new, the newest first and largest: day and topic, heading, two sentences. */
export const NewsTeasers = ({ level, items }: NewsTeasersProps) => (
  <ul class="lw-news">
    {items.map(({ href, title, teaser, topic, day }) => (
      <li>
        <p class="lw-small lw-muted">
          {day && (
            <>
              <time datetime={day.iso}>{day.words}</time>
              {' · '}
            </>
          )}
          {topic}
        </p>
        <Heading level={level} size="small">
          <a href={href}>{title}</a>
        </Heading>
        <p class="lw-muted">{teaser}</p>
      </li>
    ))}
  </ul>
)
