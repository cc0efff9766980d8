import { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { momentAt } from '#kernel/local-moment.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { addNews, findNews, type NewsContent, withdrawNews } from '#domains/publishing/news/index.ts'
import { changePage, findPage, reportBarrier } from '#domains/publishing/pages/index.ts'
import type { Db } from '#platform/db/database.ts'
import { nobody, speakAs } from '#platform/db/unit-of-work.ts'
import type { Speaker } from './demo-organizations.ts'

interface StoryNews extends Pick<NewsContent, 'title' | 'teaser' | 'topic' | 'author'> {
  text: string[]
  by: string
  daysAgo: number
  at: string
  /** Written and not published. */
  draft?: true
  /** Published with an embargo that ends so many days after today. */
  appearsInDays?: number
  /** Taken back so many days before today. */
  withdrawnDaysAgo?: number
}

export interface StoryPublishing {
  news: StoryNews[]
  /** Plain pages in words of the cooperative's own, one version after the other. */
  pages: { name: string; text: string[]; by: string; daysAgo: number; at: string }[]
  barriers: { what: string; place: string; email: string; daysAgo: number }[]
}

/** What the cooperative has told everybody, and what somebody could not use. */
export async function tellPublishing(
  db: Db,
  now: Temporal.Instant,
  { news, pages, barriers }: StoryPublishing,
  speaker: Speaker,
): Promise<void> {
  for (const told of news) await tellNews(now, told, speaker)
  for (const { name, text, by, daysAgo, at } of pages) {
    const lea = await speaker(by, 'verbund', daysAgo, at)
    const found = await findPage(lea.db, name)
    if (!found) throw new Error(`demo: there is no page ${name}`)
    await changePage(lea, found.page, { text: text.join('\n\n'), version: found.version })
  }
  for (const { daysAgo, ...report } of barriers) {
    const then = now.subtract({ hours: daysAgo * 24 })
    await speakAs(db, nobody, then)
    must(await reportBarrier({ actor: null, db, now: then }, report, 'demo'))
  }
}

async function tellNews(now: Temporal.Instant, told: StoryNews, speaker: Speaker): Promise<void> {
  const { title, teaser, topic, author, text, by, daysAgo, at, draft, appearsInDays, withdrawnDaysAgo } = told
  const lea = await speaker(by, 'verbund', daysAgo, at)
  const from =
    appearsInDays === undefined
      ? null
      : momentAt(localDay(now).add({ days: appearsInDays }), Temporal.PlainTime.from('08:00'))
  const content = { title, teaser, body: text.join('\n\n'), topic, author, from, until: null }
  const { id } = must(await addNews(lea, { ...content, state: draft ? 'draft' : 'published' }))
  if (withdrawnDaysAgo === undefined) return
  const later = await speaker(by, 'verbund', withdrawnDaysAgo, at)
  const found = await findNews(later.db, id)
  if (found) must(await withdrawNews(later, found, found.version))
}

function must<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
  return outcome
}
