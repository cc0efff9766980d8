import type { Temporal } from 'temporal-polyfill'
import { germanDay, germanMonth, germanTime, localDay, longGermanDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme, type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, notFound, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import type { CalendarItem } from '#ui/calendar/calendar-item.tsx'
import { DayList } from '#ui/calendar/day-list.tsx'
import { MonthTable } from '#ui/calendar/month-table.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { isWholeDay } from '../appointment.ts'
import { byDay, type DayDates, type MonthDate, weekOf, weeksOf } from '../month.ts'
import { listDay, listMonth } from '../month-queries.ts'
import { appointmentHref, appointmentRoutes } from '../routes.ts'
import { dayFrom } from './travel.tsx'

/** So many dates of a day are named; the rest stands behind a link. */
const mostOfDay = 4
const mostOfPage = 100

/** All dates of a programme: a month on a desk, a week on a phone, one day at length. */
export const monthPages: PageRoute[] = [
  show(appointmentRoutes.month, async (ctx, { params, query }) => {
    const programme = await findProgramme(ctx.db, params['id'] ?? '')
    if (!programme?.isSeen) return notFound()
    const day = dayFrom(query['tag'])
    if (day) return dayPage(ctx, programme, day, query['ab'])
    return monthPage(ctx, programme, dayFrom(query['ab']) ?? localDay(ctx.now))
  }),
]

const base = ({ id }: Programme): string => appointmentRoutes.month.href({ id })
const monthAt = (programme: Programme, day: Temporal.PlainDate): string =>
  withQuery(base(programme), { ab: day.toString() })
const dayAt = (programme: Programme, day: Temporal.PlainDate): string =>
  withQuery(base(programme), { tag: day.toString() })

const crumbs = (programme: Programme, ...further: string[]) => [
  { label: 'Programme', href: programmeRoutes.list.href() },
  { label: programme.name, href: programmeRoutes.show.href({ id: programme.id }) },
  { label: 'Termine', ...(further.length > 0 ? { href: base(programme) } : {}) },
  ...further.map((label) => ({ label })),
]

async function monthPage(ctx: Context, programme: Programme, day: Temporal.PlainDate): Promise<Answer> {
  const weeks = weeksOf(day)
  const days = weeks.flat()
  const [from, until] = [days[0] ?? day, days.at(-1) ?? day]
  const dates = byDay(days, await listMonth(ctx.db, { programmeId: programme.id, from, until }, mostOfDay))
  const today = localDay(ctx.now)
  const of = (one: Temporal.PlainDate): DayDates => dates.get(one.toString()) ?? { day: one, dates: [], total: 0 }
  const total = days.filter(({ month }) => month === day.month).reduce((sum, one) => sum + of(one).total, 0)
  return page({
    title: `Termine im ${germanMonth(day)}, ${programme.name}`,
    crumbs: crumbs(programme),
    view: () => (
      <>
        <PageHead
          title="Termine"
          lead={`${programme.name}: ${total === 1 ? 'ein bestätigter Termin' : `${total} bestätigte Termine`} im ${germanMonth(day)}.`}
          actions={
            programme.isLed ? (
              <ButtonLink size="x-small" href={appointmentRoutes.newKickoff.href({ id: programme.id })}>
                Auftakt anlegen
              </ButtonLink>
            ) : undefined
          }
        />
        <Panel id="monat" title={germanMonth(day)} link={{ href: base(programme), label: 'Heute' }}>
          <div class="lw-stack">
            {total === 0 && (
              <Empty title="In diesem Monat ist nichts bestätigt">
                Vorgeschlagene Termine erscheinen, sobald die Kommunen gewählt haben.
              </Empty>
            )}
            <div class="lw-calendar__wide">
              <MonthTable
                caption={`Termine im ${germanMonth(day)}`}
                month={day.month}
                today={today}
                weeks={weeks.map((week) =>
                  week.map((one) => ({
                    day: one,
                    href: dayAt(programme, one),
                    items: of(one).dates.map(itemOf),
                    total: of(one).total,
                  })),
                )}
              />
            </div>
            <div class="lw-calendar__narrow lw-stack lw-stack--s">
              <DayList
                today={today}
                days={weekOf(day).map((one) => ({ day: one, items: listed(programme, of(one)) }))}
              />
              <Pager
                label="Wochen"
                previous={{ href: monthAt(programme, day.subtract({ days: 7 })), label: 'Woche davor' }}
                next={{ href: monthAt(programme, day.add({ days: 7 })), label: 'Woche danach' }}
              />
            </div>
            <Pager
              label="Monate"
              previous={{
                href: monthAt(programme, day.with({ day: 1 }).subtract({ months: 1 })),
                label: germanMonth(day.subtract({ months: 1 })),
              }}
              next={{
                href: monthAt(programme, day.with({ day: 1 }).add({ months: 1 })),
                label: germanMonth(day.add({ months: 1 })),
              }}
            />
          </div>
        </Panel>
      </>
    ),
  })
}

const itemOf = (date: MonthDate): CalendarItem => ({
  href: appointmentHref(date),
  title: date.organizationName,
  note: `${isWholeDay(date) ? 'ganztägig' : germanTime(date.startsAt)}, ${date.title}`,
})

/** The first ones, and a way to the rest. */
const listed = (programme: Programme, { day, dates, total }: DayDates): CalendarItem[] => [
  ...dates.map(itemOf),
  ...(total > dates.length ? [{ href: dayAt(programme, day), title: `und ${total - dates.length} weitere` }] : []),
]

async function dayPage(
  ctx: Context,
  programme: Programme,
  day: Temporal.PlainDate,
  cursor: string | undefined,
): Promise<Answer> {
  const found = await listDay(ctx.db, { programmeId: programme.id, day, limit: mostOfPage, cursor })
  if (isRefusal(found)) return notFound()
  const { items, next } = found
  return page({
    title: `Termine am ${longGermanDay(day)}, ${programme.name}`,
    crumbs: crumbs(programme, germanDay(day)),
    view: () => (
      <>
        <PageHead title={`Termine am ${longGermanDay(day)}`} lead={programme.name} />
        <div class="lw-stack">
          {items.length === 0 ? (
            <Empty level={2} title="An diesem Tag ist nichts bestätigt">
              <p>
                <a class="lw-link" href={monthAt(programme, day)}>
                  Zum ganzen Monat
                </a>
              </p>
            </Empty>
          ) : (
            <DayList days={[{ day, items: items.map(itemOf) }]} today={localDay(ctx.now)} level={2} />
          )}
          <Pager
            label="Tage und Seiten"
            previous={{ href: monthAt(programme, day), label: germanMonth(day) }}
            {...(next === null
              ? {}
              : {
                  next: {
                    href: withQuery(base(programme), { tag: day.toString(), ab: next }),
                    label: 'Weitere Termine dieses Tages',
                  },
                })}
          />
        </div>
      </>
    ),
  })
}
