import type { Temporal } from 'temporal-polyfill'
import { germanMonth, germanWeekday } from '#kernel/local-day.ts'
import { classNames } from '#ui/class-names.ts'
import type { CalendarItem } from '#ui/calendar/calendar-item.tsx'

export interface MonthDay {
  day: Temporal.PlainDate
  /** The page that shows this day at length. */
  href: string
  items: readonly CalendarItem[]
  /** How many there are, where `items` are only the first ones. */
  total?: number | undefined
}

export interface MonthTableProps {
  /** What is shown, for screen readers: "Termine im November 2026". */
  caption: string
  /** Each from Monday to Sunday. */
  weeks: readonly (readonly MonthDay[])[]
  /** Days of other months are muted. */
  month: number
  today: Temporal.PlainDate
}

/** More lines would make the row of this week higher than all others. */
const mostLines = 3

/** A month as a table: on a desk with titles, on a phone with the number of dates, each day a link to its list. */
export const MonthTable = ({ caption, weeks, month, today }: MonthTableProps) => (
  <table class="lw-month">
    <caption class="kern-sr-only">{caption}</caption>
    <thead>
      <tr>
        {(weeks[0] ?? []).map(({ day }) => (
          <th scope="col">
            <span aria-hidden="true">{germanWeekday(day).slice(0, 2)}</span>
            <span class="kern-sr-only">{germanWeekday(day)}</span>
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {weeks.map((week) => (
        <tr>
          {week.map((cell) => (
            <Day cell={cell} isOutside={cell.day.month !== month} isToday={cell.day.equals(today)} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

function Day({ cell, isOutside, isToday }: { cell: MonthDay; isOutside: boolean; isToday: boolean }) {
  const { day, href, items } = cell
  const total = cell.total ?? items.length
  const left = total - mostLines
  return (
    <td class={classNames(isOutside && 'lw-month__outside', isToday && 'lw-month__today')}>
      <a class="lw-month__day" href={href} aria-current={isToday ? 'date' : undefined}>
        <span class="lw-month__number">{day.day}</span>
        <span class="kern-sr-only">
          . {germanMonth(day)}
          {isToday && ', heute'}
        </span>
        {items.length > 0 && (
          <span class="lw-month__count">
            {total} <span class="kern-sr-only">{total === 1 ? 'Termin' : 'Termine'}</span>
          </span>
        )}
      </a>
      {items.length > 0 && (
        <ul class="lw-month__items">
          {items.slice(0, left === 1 ? mostLines + 1 : mostLines).map((item) => (
            <li>
              <a class={classNames('lw-month__item', item.isCancelled && 'lw-month__item--off')} href={item.href}>
                {item.isCancelled && 'Entfällt: '}
                {item.title}
                {item.note && <span class="lw-month__note">{item.note}</span>}
              </a>
            </li>
          ))}
          {left > 1 && (
            <li>
              <a class="lw-month__item" href={href}>
                {left} weitere
              </a>
            </li>
          )}
        </ul>
      )}
    </td>
  )
}
