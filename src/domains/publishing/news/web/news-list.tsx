import { localDay, longGermanDate } from '#kernel/local-day.ts'
import { NewsTeasers } from '#ui/news/news.tsx'
import type { News } from '../news.ts'
import { newsRoutes } from '../routes.ts'

/** What is new, as headings with a sentence or two; the newest stands out. */
export const NewsList = ({ items, level = 2 }: { items: readonly News[]; level?: 2 | 3 }) => (
  <NewsTeasers
    level={level}
    items={items.map(({ slug, title, teaser, topic, from }) => ({
      href: newsRoutes.show.href({ slug }),
      title,
      teaser,
      topic,
      day: from ? { iso: localDay(from).toString(), words: longGermanDate(localDay(from)) } : undefined,
    }))}
  />
)
