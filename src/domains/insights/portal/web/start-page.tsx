import type { Temporal } from 'temporal-polyfill'
import { longGermanDay } from '#kernel/local-day.ts'
import { type waitingOf, WhoWaits } from '#foundation/identity/index.ts'
import { type openChecks, OpenChecks, Visits, type visitsOf } from '#domains/security/assessments/index.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { type Actor, hasRole } from '#platform/http/context.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { LinkList } from '#ui/link-list/link-list.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { type DutyList as List, missingSources } from '../collect-duties.ts'
import { situationInWords } from '../due.ts'
import type { News } from '../news.ts'
import type { NextDates as Dates } from '../next-dates.ts'
import { portalRoutes } from '../routes.ts'
import { DutyList, Missing } from './duty-list.tsx'
import { NextDates, SinceLastVisit, UnreadNews } from './start-aside.tsx'

export interface StartPageProps {
  actor: Actor
  now: Temporal.Instant
  today: Temporal.PlainDate
  duties: List
  urgent: { late: number; today: number; isMore: boolean; next: Temporal.PlainDate | null }
  checks: Exclude<Awaited<ReturnType<typeof openChecks>>, Refusal> | null
  visits: Awaited<ReturnType<typeof visitsOf>>['visits']
  waiting: Awaited<ReturnType<typeof waitingOf>>
  dates: Dates
  /** Null when it could not be loaded. */
  news: News | null
  ways: readonly { label: string; items: readonly { href: string; label: string; note: string }[] }[]
  links: { inbox?: string | undefined; calendar?: string | undefined }
}

export const StartPage = (props: StartPageProps) => (
  <>
    <PageHead title={`Guten Tag, ${props.actor.name}`} lead={leadOf(props)} />
    {hasAside(props) ? (
      <div class="lw-split">
        <Main {...props} />
        <Aside {...props} />
      </div>
    ) : (
      <Main {...props} />
    )}
  </>
)

function leadOf({ today, duties, urgent }: StartPageProps): string {
  const situation = { ...urgent, total: duties.total, isIncomplete: missingSources(duties).length > 0 }
  const sentence = urgent.isMore ? `Mehr als ${urgent.late} Aufgaben sind überfällig.` : situationInWords(situation)
  return `${longGermanDay(today)}. ${sentence}`
}

/** Nothing where there is nothing to say: who may see no check, or is asked to begin the first one above. */
const checksToShow = ({ checks, duties }: StartPageProps): StartPageProps['checks'] => {
  if (!checks || checks.checks.length > 0) return checks
  return checks.mayStart && duties.total === 0 ? checks : null
}

function Main(props: StartPageProps) {
  const { actor, today, duties, visits, waiting, ways } = props
  const checks = checksToShow(props)
  return (
    <div class="lw-stack lw-stack--xl">
      <Duties actor={actor} duties={duties} today={today} />
      {visits.length > 0 && <Visits visits={visits} />}
      {checks && <OpenChecks {...checks} />}
      {waiting.length > 0 && <WhoWaits waiting={waiting} />}
      {hasRole(actor, 'observer') && <Observing />}
      {!checks && visits.length === 0 && <Ways ways={ways} />}
    </div>
  )
}

function Duties({ actor, duties, today }: Pick<StartPageProps, 'actor' | 'duties' | 'today'>) {
  const { items, total } = duties
  const missing = missingSources(duties)
  return (
    <Panel
      id="aufgaben"
      title="Ihre Aufgaben"
      link={
        total > 0
          ? { href: portalRoutes.tasks.href(), label: total > items.length ? `Alle ${total} anzeigen` : 'Zur Liste' }
          : undefined
      }
    >
      <div class="lw-stack">
        <Missing what="Die Aufgaben" titles={missing} />
        {items.length > 0 && <DutyList items={items} today={today} />}
        {items.length === 0 && missing.length === 0 && <Nothing actor={actor} />}
      </div>
    </Panel>
  )
}

const Nothing = ({ actor }: Pick<StartPageProps, 'actor'>) =>
  actor.organizations.length === 0 ? (
    <Empty title="Sie haben zurzeit keine Aufgabe in einer Organisation">
      Aufgaben gibt, wer in Ihrer Organisation die Zugänge verwaltet. Bis dahin sehen Sie, was alle sehen.
    </Empty>
  ) : (
    <Empty title="Zurzeit wartet nichts auf Sie">
      Sobald etwas auf Sie wartet, steht es hier: mit dem Grund, dem Tag, bis zu dem es sein soll, und dem einen Schritt
      dorthin.
    </Empty>
  )

const Observing = () => (
  <Panel id="beobachten" title="Was Sie hier sehen">
    <p class="lw-measure">
      Sie sehen, wer im Verbund mitmacht und womit geprüft wird. Antworten, Berichte und Nachweise einzelner Kommunen
      sehen Sie nicht; was über alle gesagt wird, zeigt keine einzelne.
    </p>
  </Panel>
)

const Ways = ({ ways }: Pick<StartPageProps, 'ways'>) => (
  <>
    {ways.map(({ label, items }, at) => (
      <Panel id={`wege-${at + 1}`} title={label}>
        <LinkList items={items} />
      </Panel>
    ))}
  </>
)

const hasAside = ({ dates, news }: StartPageProps): boolean =>
  dates.entries.length > 0 || dates.missing.length > 0 || news === null || hasNews(news)

const hasNews = ({ unreadTotal, deeds }: News): boolean => unreadTotal > 0 || deeds.length > 0

function Aside({ actor, now, today, dates, news, links }: StartPageProps) {
  return (
    <div class="lw-stack lw-stack--xl">
      {(dates.entries.length > 0 || dates.missing.length > 0) && (
        <NextDates dates={dates} today={today} href={links.calendar} />
      )}
      {news === null && <Missing what="Die Neuigkeiten" titles={['Neu für Sie']} />}
      {news && news.unreadTotal > 0 && <UnreadNews news={news} actor={actor} now={now} href={links.inbox} />}
      {news && news.deeds.length > 0 && <SinceLastVisit news={news} now={now} />}
    </div>
  )
}
