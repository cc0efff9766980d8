import type { Temporal } from 'temporal-polyfill'
import { germanTime, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { declarationRoutes, listOpenProgrammes } from '#foundation/declarations/index.ts'
import { eventRoutes } from '#domains/guidance/events/index.ts'
import { helpRoutes } from '#domains/publishing/help/index.ts'
import { listNewsOut, type News, NewsList, newsRoutes } from '#domains/publishing/news/index.ts'
import {
  asRead,
  findFront,
  type Front,
  listPageTexts,
  type PlainPage,
  teaserOf,
} from '#domains/publishing/pages/index.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { PublicContext } from '#platform/http/context.ts'
import type { CalendarEntry, CalendarSource } from '#platform/portal/calendar-entry.ts'
import { listEntries } from '#platform/portal/list-entries.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Dates } from '#ui/dates/dates.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Hero } from '#ui/hero/hero.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Programmes } from '#ui/programmes/programmes.tsx'
import { homeRoutes } from './routes.ts'

const mostNews = 4
const mostDates = 5
const daysAhead = 92

/** The first page for somebody who is not signed in: what this is, what is new, what comes next. */
export async function welcome(ctx: PublicContext, calendars: readonly CalendarSource[] = []): Promise<Answer> {
  const front = await findFront(ctx)
  const news = await listNewsOut(ctx, { limit: mostNews })
  const pages = await listPageTexts(ctx.db)
  const dates = await nextDates(ctx, calendars)
  const open = await listOpenProgrammes(ctx)
  const programmes = pages
    .filter(({ page: { kind } }) => kind === 'programme')
    .map(({ page: plain, text }) => ({ plain, text: asRead(teaserOf(text), front.operator) }))
  return page({
    title: 'Digital und sicher, gemeinsam',
    view: () => (
      <div class="lw-stack lw-stack--xl">
        <Opening front={front} />
        <div class="lw-split">
          <Panel id="aktuelles" title="Aktuelles" link={{ href: newsRoutes.list.href(), label: 'Alle Meldungen' }}>
            <Latest items={isRefusal(news) ? [] : news.items} />
          </Panel>
          <div class="lw-stack lw-stack--l">
            {dates.length > 0 && (
              <Panel id="termine" title="Nächste Termine">
                <Dates items={dates.map(dateInWords)} />
              </Panel>
            )}
            <Ways open={open} />
          </div>
        </div>
        <ProgrammePanel programmes={programmes} />
      </div>
    ),
  })
}

const Opening = ({ front }: { front: Front }) => (
  <Hero
    title="Was viele gemeinsam tun, muss keine Kommune allein tun."
    lead={`${front.operator} hilft Kommunen, sicher und digital zu arbeiten: mit Prüfungen, Beratung und gemeinsamen Vorhaben. Das Lotsenwerk ist der Ort dafür.`}
    actions={
      <>
        <ButtonLink variant="primary" href={homeRoutes.signIn.href()}>
          Anmelden
        </ButtonLink>
        <ButtonLink href="#programme">Programme ansehen</ButtonLink>
      </>
    }
    facts={
      front.municipalities > 0
        ? [
            {
              value: front.municipalities.toLocaleString('de-DE'),
              label: front.municipalities === 1 ? 'Kommune steht im Verzeichnis' : 'Kommunen stehen im Verzeichnis',
            },
          ]
        : []
    }
  />
)

const Ways = ({ open }: { open: readonly { key: string; name: string }[] }) => (
  <Panel id="wege" title="Wohin Sie möchten">
    <LinkList
      items={[
        { href: homeRoutes.signIn.href(), label: 'Anmelden', note: 'wenn Sie einen Zugang haben' },
        ...open.map(({ key, name }) => ({
          href: declarationRoutes.join.href({ key }),
          label: `Mitmachen: ${name}`,
          note: 'für Kommunen, auch ohne Zugang',
        })),
        {
          href: eventRoutes.list.href(),
          label: 'Kurse und Veranstaltungen',
          note: 'was ansteht und wo Plätze frei sind',
        },
        { href: helpRoutes.start.href(), label: 'Hilfe und Handbuch', note: 'auch ohne Zugang' },
        { href: helpRoutes.terms.href(), label: 'Was bedeutet das?', note: 'Wörter der Prüfung' },
      ]}
    />
  </Panel>
)

const Latest = ({ items }: { items: readonly News[] }) =>
  items.length === 0 ? (
    <Empty title="Noch keine Meldung">Sobald es Neues gibt, steht es hier.</Empty>
  ) : (
    <NewsList items={items} level={3} />
  )

const ProgrammePanel = ({ programmes }: { programmes: readonly { plain: PlainPage; text: string }[] }) => (
  <Panel id="programme" title="Programme für Kommunen">
    <Programmes items={programmes.map(({ plain, text }) => ({ href: plain.path, title: plain.title, text }))} />
  </Panel>
)

/** Of everything that everybody may know the next ones; a module that has nothing public is not asked. */
async function nextDates(ctx: PublicContext, calendars: readonly CalendarSource[]): Promise<CalendarEntry[]> {
  const from = localDay(ctx.now)
  const range = { scope: 'public', from, until: from.add({ days: daysAhead }), limit: mostDates } as const
  const found = await listEntries(ctx, calendars, range)
  return found
    .filter(({ isCancelled }) => !isCancelled)
    .toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1))
    .slice(0, mostDates)
}

const isInstant = (time: Temporal.PlainDate | Temporal.Instant): time is Temporal.Instant => 'epochMilliseconds' in time

const dayOf = ({ time: { from } }: CalendarEntry): Temporal.PlainDate => (isInstant(from) ? localDay(from) : from)

const startOf = (entry: CalendarEntry): string => {
  const { from } = entry.time
  return `${dayOf(entry).toString()} ${isInstant(from) ? from.toString() : ''}`
}

const weekdays = ['Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So']
const months = ['Jan', 'Feb', 'Mär', 'Apr', 'Mai', 'Jun', 'Jul', 'Aug', 'Sep', 'Okt', 'Nov', 'Dez']

function dateInWords(entry: CalendarEntry) {
  const day = dayOf(entry)
  const { from } = entry.time
  const note = [isInstant(from) ? germanTime(from) : '', entry.place ?? ''].filter(Boolean).join(', ')
  return {
    href: entry.url,
    title: entry.title,
    details: note === '' ? undefined : note,
    day: day.toString(),
    number: String(day.day),
    word: `${months[day.month - 1]}, ${weekdays[day.dayOfWeek - 1]}`,
  }
}
