import { Temporal } from 'temporal-polyfill'
import { germanDay, germanMonth, localDay, longGermanDay } from '#kernel/local-day.ts'
import { type Answer, page } from '#platform/http/answer.ts'
import type { Actor } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { Form, HiddenField, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { allScopes, collectEntries, type Collected } from '../collect-entries.ts'
import { dayFrom, type Period, periodOf, type View, views, weeksOf } from '../period.ts'
import { type CalendarFilter, calendarHref, calendarRoutes } from '../routes.ts'
import { Listed, Month, Week } from './period-views.tsx'

/** More on one page helps nobody; a list from another day shows the rest. */
const mostOfEach = 500
/** The table of a month names fewer of each day, a list on a phone says where the others are. */
const mostOfDay = 5

/** Everything with a day that one may see, as month, week or list. */
export const calendarPagesWith = (sources: readonly CalendarSource[]): PageRoute[] => [
  show(calendarRoutes.show, async (ctx, { query }) => {
    const today = localDay(ctx.now)
    const asked = views.find((view) => view === query['ansicht'])
    const view = asked ?? 'monat'
    const day = dayFrom(query['ab'], today)
    const period = periodOf(view, day)
    const source = sources.find(({ name }) => name === query['quelle'])?.name
    const weeks = weeksOf(period)
    const agenda = periodOf('liste', day)
    const [from, until] =
      view === 'monat' ? [weeks[0]?.[0], later(weeks.at(-1)?.[6] ?? day, agenda.last)] : [period.first, period.last]
    const collected = await collectEntries(ctx, sources, {
      from: from ?? period.first,
      until,
      scopes: allScopes,
      source,
      limit: mostOfEach,
      perDay: view === 'monat' ? mostOfDay : undefined,
    })
    return calendarPage({ actor: ctx.actor, sources, today, asked, view, day, period, source, collected })
  }),
]

const later = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(a, b) > 0 ? a : b

interface Shown {
  actor: Actor
  sources: readonly CalendarSource[]
  today: Temporal.PlainDate
  /** Null when nobody chose: a month on a desk, a list on a phone. */
  asked: View | undefined
  view: View
  day: Temporal.PlainDate
  period: Period
  source: string | undefined
  collected: Collected
}

const viewNames: Record<View, string> = { monat: 'Monat', woche: 'Woche', liste: 'Liste' }

const calendarPage = (shown: Shown): Answer =>
  page({
    title: `Kalender, ${shown.period.title}`,
    view: () => (
      <>
        <PageHead
          title="Kalender"
          lead={leadOf(shown)}
          actions={
            <ButtonLink href={calendarRoutes.subscribe.href()} size="x-small">
              Kalender abonnieren
            </ButtonLink>
          }
        />
        <div class="lw-stack lw-stack--l">
          <Ways {...shown} />
          <Panel
            id="zeitraum"
            title={shown.period.title}
            link={{ href: calendarHref({ ...filterOf(shown), ab: undefined }), label: 'Heute' }}
          >
            <div class="lw-stack">
              {shown.collected.isCut && (
                <p class="lw-muted">
                  {`Gezeigt werden höchstens ${mostOfEach} Termine eines Bereichs. Die übrigen zeigt die Liste ab einem späteren Tag.`}
                </p>
              )}
              <Body {...shown} />
              <Pager
                label="Zeiträume"
                previous={{ href: at(shown, shown.period.previous), label: nameOf(shown.view, shown.period.previous) }}
                next={{ href: at(shown, shown.period.next), label: nameOf(shown.view, shown.period.next) }}
              />
            </div>
          </Panel>
          <OtherDay {...shown} />
        </div>
      </>
    ),
  })

const leadOf = ({ actor, today }: Shown): string => {
  const whose = actor.actingFor ? `Was Sie und ${actor.actingFor.name} betrifft` : 'Was Sie betrifft'
  return `${whose}. Heute ist ${longGermanDay(today)}.`
}

const filterOf = ({ asked, day, source }: Shown): CalendarFilter => ({
  ansicht: asked,
  ab: day.toString(),
  quelle: source,
})

const at = (shown: Shown, day: Temporal.PlainDate): string => calendarHref({ ...filterOf(shown), ab: day.toString() })

function nameOf(view: View, day: Temporal.PlainDate): string {
  switch (view) {
    case 'monat':
      return germanMonth(day)
    case 'woche':
      return `Woche ab ${germanDay(day)}`
    case 'liste':
      return `ab ${germanDay(day)}`
  }
}

const Ways = (shown: Shown) => (
  <div class="lw-stack lw-stack--s lw-only-screen">
    <Filters
      label="Ansicht"
      items={views.map((view) => ({
        label: viewNames[view],
        href: calendarHref({ ...filterOf(shown), ansicht: view }),
        current: view === shown.view,
      }))}
    />
    <Filters
      label="Woher die Termine kommen"
      items={[
        { label: 'Alles', href: calendarHref({ ...filterOf(shown), quelle: undefined }), current: !shown.source },
        ...shown.sources.map(({ name, title }) => ({
          label: title,
          href: calendarHref({ ...filterOf(shown), quelle: name }),
          current: name === shown.source,
        })),
      ]}
    />
  </div>
)

const OtherDay = (shown: Shown) => (
  <div class="lw-only-screen">
    <Form action={calendarRoutes.show.href()} method="get" layout="bar" label="Zu einem Tag gehen">
      <TextField name="ab" label="Tag" type="date" value={shown.day.toString()} short />
      {shown.asked && <HiddenField name="ansicht" value={shown.asked} />}
      {shown.source && <HiddenField name="quelle" value={shown.source} />}
      <Button>Zeigen</Button>
    </Form>
  </div>
)

function Body(shown: Shown) {
  const agenda = periodOf('liste', shown.day)
  switch (shown.view) {
    case 'woche':
      return <Week {...shown} {...shown.collected} />
    case 'liste':
      return <Listed {...shown} {...shown.collected} />
    case 'monat':
      return shown.asked ? (
        <Month {...shown} {...shown.collected} />
      ) : (
        <>
          <div class="lw-calendar__wide">
            <Month {...shown} {...shown.collected} />
          </div>
          <div class="lw-calendar__narrow lw-stack lw-stack--s">
            <p class="lw-muted">{agenda.title}</p>
            <Listed {...shown} period={agenda} {...shown.collected} />
          </div>
        </>
      )
  }
}
