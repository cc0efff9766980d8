import { Temporal } from 'temporal-polyfill'
import { CalendarLine } from '#ui/calendar/calendar-item.tsx'
import { DayList } from '#ui/calendar/day-list.tsx'
import { MonthTable } from '#ui/calendar/month-table.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Heading } from '#ui/heading/heading.tsx'
import type { ShownEntry } from '../collect-entries.ts'
import { type Period, weeksOf } from '../period.ts'
import { calendarHref } from '../routes.ts'
import { type DayItems, daysWithItems, isLong, itemsByDay, wholeItem } from './shown-items.ts'

interface Props {
  entries: readonly ShownEntry[]
  more: ReadonlyMap<string, number>
  period: Period
  today: Temporal.PlainDate
  source: string | undefined
}

const isWithin = ({ first, last }: ShownEntry, period: Period): boolean =>
  Temporal.PlainDate.compare(first, period.last) <= 0 && Temporal.PlainDate.compare(period.first, last) <= 0

/** What runs for weeks, once, above what has its day. */
const Running = ({ entries, period }: Props) => {
  const running = entries.filter((entry) => isLong(entry) && isWithin(entry, period))
  if (running.length === 0) return null
  return (
    <div class="lw-stack lw-stack--s">
      <Heading level={3} size="small">
        Läuft in dieser Zeit
      </Heading>
      <ul class="lw-day-list">
        {running.map((entry) => (
          <CalendarLine {...wholeItem(entry)} />
        ))}
      </ul>
    </div>
  )
}

export const Month = (props: Props) => (
  <div class="lw-stack">
    {!props.entries.some((entry) => isWithin(entry, props.period)) && <Nothing {...props} />}
    <Running {...props} />
    <MonthTable
      caption={`Termine im ${props.period.title}`}
      month={props.period.first.month}
      today={props.today}
      weeks={inWeeks(itemsByDay(props.entries, weeksOf(props.period).flat())).map((week) =>
        week.map((cell) => ({
          ...cell,
          total: cell.items.length + (props.more.get(cell.day.toString()) ?? 0),
          href: listFrom(cell.day, props),
        })),
      )}
    />
  </div>
)

const listFrom = (day: Temporal.PlainDate, { source }: Props): string =>
  calendarHref({ ansicht: 'liste', ab: day.toString(), quelle: source })

const inWeeks = (days: readonly DayItems[]): DayItems[][] =>
  Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))

export const Week = (props: Props) => (
  <div class="lw-stack">
    <Running {...props} />
    <DayList today={props.today} days={itemsByDay(props.entries, weeksOf(props.period)[0] ?? [])} />
  </div>
)

export const Listed = (props: Props) => {
  const days = daysWithItems(props.entries, props.period.first, props.period.last).map(({ day, items }) => {
    const left = props.more.get(day.toString()) ?? 0
    const others = { href: listFrom(day, props), title: `${left} weitere` }
    return { day, items: left > 0 ? [...items, others] : items }
  })
  return days.length === 0 ? <Nothing {...props} /> : <DayList days={days} today={props.today} />
}

const Nothing = ({ period, source }: Props) => (
  <Empty
    title="In dieser Zeit steht nichts an"
    actions={
      source && (
        <a class="lw-link" href={calendarHref({ ab: period.first.toString() })}>
          Termine aus allen Bereichen zeigen
        </a>
      )
    }
  >
    Letzte Tage von Listen und Nachweisen, Vertretungen, Zuweisungen und Unterschriften erscheinen hier von selbst.
  </Empty>
)
