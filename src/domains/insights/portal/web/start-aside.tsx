import type { Temporal } from 'temporal-polyfill'
import { germanMoment, germanTime } from '#kernel/local-day.ts'
import { assessmentRoutes } from '#domains/security/assessments/index.ts'
import type { Actor } from '#platform/http/context.ts'
import type { CalendarEntry, CalendarTime } from '#platform/portal/calendar-entry.ts'
import { type DateItem, Dates } from '#ui/dates/dates.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { shortDay } from '../due.ts'
import { deedInWords, type News } from '../news.ts'
import { beginOf, type NextDates as Found } from '../next-dates.ts'
import { lastVisit } from '../visit.ts'
import { Missing } from './duty-list.tsx'

const weekdays = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']
const months = ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez']

interface DatesProps {
  dates: Found
  today: Temporal.PlainDate
  href: string | undefined
}

export const NextDates = ({ dates, today, href }: DatesProps) => (
  <Panel id="termine" title="Nächste Termine" quiet link={href ? { href, label: 'Kalender' } : undefined}>
    <div class="lw-stack">
      <Missing what="Die Termine" titles={dates.missing} />
      {dates.entries.length > 0 && <Dates items={dates.entries.map((entry) => dateOf(entry, today))} />}
    </div>
  </Panel>
)

/** A day of this week is known by its name, a later one by its month. */
function dateOf({ url, title, time, place }: CalendarEntry, today: Temporal.PlainDate): DateItem {
  const day = beginOf(time).toPlainDate()
  const left = today.until(day).days
  const word = left >= 0 && left < 7 ? weekdays[day.dayOfWeek - 1] : months[day.month - 1]
  const details = [hoursOf(time, today), place].filter(Boolean).join(', ')
  return {
    href: url,
    title,
    day: day.toString(),
    number: String(day.day),
    word: word ?? '',
    details: details || undefined,
  }
}

/** "9:00 Uhr"; of several whole days, until when. */
function hoursOf({ from, until }: CalendarTime, today: Temporal.PlainDate): string {
  if ('epochMilliseconds' in from) return germanTime(from)
  return 'epochMilliseconds' in until || from.equals(until) ? '' : `bis ${shortDay(until, today)}`
}

interface NewsProps {
  news: News
  now: Temporal.Instant
}

/** What belongs to another organization is told, and opens where one acts for it. */
export const UnreadNews = ({ news, actor, now, href }: NewsProps & { actor: Actor; href: string | undefined }) => (
  <Panel
    id="neu"
    title="Neu für Sie"
    quiet
    link={
      href
        ? { href, label: news.unreadTotal > news.unread.length ? `Alle ${news.unreadTotal}` : 'Postfach' }
        : undefined
    }
  >
    <ul class="lw-stack lw-stack--s">
      {news.unread.map(({ title, url, organizationId, createdAt }) => {
        const place = actor.organizations.find(({ id }) => id === organizationId)
        const isElsewhere = organizationId !== null && organizationId !== actor.actingFor?.id && place !== undefined
        return (
          <li>
            {isElsewhere ? (
              title
            ) : (
              <a class="lw-link" href={url}>
                {title}
              </a>
            )}
            <br />
            <span class="lw-small lw-muted">
              {isElsewhere && `${place.name}, `}
              {germanMoment(createdAt, now)}
            </span>
          </li>
        )
      })}
    </ul>
  </Panel>
)

/** What others did in the own organization's checks meanwhile. */
export function SinceLastVisit({ news, now }: NewsProps) {
  const since = lastVisit(news.visit, now)
  return (
    <Panel id="seither" title="Seit Ihrem letzten Besuch" quiet note={since && germanMoment(since, now)}>
      <LinkList
        items={news.deeds.map((deed) => ({
          href: assessmentRoutes.show.href({ id: deed.assessmentId }),
          label: deedInWords(deed),
          note: `${deed.catalogTitle}, ${germanMoment(deed.at, now)}`,
        }))}
      />
    </Panel>
  )
}
