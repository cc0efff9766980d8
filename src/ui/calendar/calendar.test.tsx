import { render } from 'preact-render-to-string'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { DayList } from './day-list.tsx'
import { MonthTable } from './month-table.tsx'

const monday = Temporal.PlainDate.from('2026-11-23')
const item = (title: string) => ({ href: '/x', title })
const week = Array.from({ length: 7 }, (_, at) => ({
  day: monday.add({ days: at }),
  href: `/tag-${at}`,
  items: at === 0 ? [1, 2, 3, 4, 5].map((n) => item(`Termin ${n}`)) : [],
}))

const table = render(<MonthTable caption="Termine im November 2026" weeks={[week]} month={11} today={monday} />)

test('each day is a link whose name says the whole date, how much there is and which one is today', () => {
  expect(table).toContain('href="/tag-0" aria-current="date"')
  expect(table.match(/aria-current/g)).toHaveLength(1)
  const link = /<a class="lw-month__day" href="\/tag-0"[^>]*>(.*?)<\/a>/.exec(table)?.[1]?.replaceAll(/<[^>]+>/g, '')
  expect(link).toBe('23. November 2026, heute5 Termine')
})

test('columns are named in full for those who listen', () => {
  expect(table).toContain(
    '<th scope="col"><span aria-hidden="true">Mo</span><span class="kern-sr-only">Montag</span></th>',
  )
})

test('what does not fit stands behind a link to the day, and one line never hides behind a line', () => {
  expect(table).toContain('2 weitere')
  expect(table).not.toContain('Termin 4')
  const four = [{ ...week[1], day: monday, href: '/', items: [1, 2, 3, 4].map((n) => item(`Termin ${n}`)) }]
  expect(render(<MonthTable caption="" weeks={[four]} month={11} today={monday} />)).toContain('Termin 4')
})

test('a list of days says what is cancelled, what is today and where there is nothing', () => {
  const html = render(
    <DayList
      days={[
        { day: monday, items: [{ ...item('Frühstück <b>'), isCancelled: true }] },
        { day: monday.add({ days: 1 }), items: [] },
      ]}
      today={monday}
    />,
  )
  expect(html).toContain('Frühstück &lt;b>')
  expect(html).toContain('entfällt')
  expect(html).toContain('Montag, 23.11.2026')
  expect(html).toContain('heute')
  expect(html).toContain('<p class="lw-muted">nichts</p>')
})
