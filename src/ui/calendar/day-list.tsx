import type { Temporal } from 'temporal-polyfill'
import { germanWeekday, germanDay } from '#kernel/local-day.ts'
import { CalendarLine, type CalendarItem } from '#ui/calendar/calendar-item.tsx'
import { classNames } from '#ui/class-names.ts'
import { Heading, type HeadingLevel } from '#ui/heading/heading.tsx'

export interface DayListProps {
  days: readonly { day: Temporal.PlainDate; items: readonly CalendarItem[] }[]
  today: Temporal.PlainDate
  /** What stands on a day without dates. */
  nothing?: string | undefined
  level?: HeadingLevel | undefined
}

/** Days below each other, each with its dates: reads well on a phone, on paper and aloud. */
export const DayList = ({ days, today, nothing = 'nichts', level = 3 }: DayListProps) => (
  <ol class="lw-days">
    {days.map(({ day, items }) => (
      <li class={classNames('lw-days__day', day.equals(today) && 'lw-days__day--today')}>
        <Heading level={level} size="small">
          <time dateTime={day.toString()}>
            {germanWeekday(day)}, {germanDay(day)}
          </time>
          {day.equals(today) && <span class="lw-days__mark">heute</span>}
        </Heading>
        {items.length === 0 ? (
          <p class="lw-muted">{nothing}</p>
        ) : (
          <ul class="lw-day-list">
            {items.map((item) => (
              <CalendarLine {...item} />
            ))}
          </ul>
        )}
      </li>
    ))}
  </ol>
)
