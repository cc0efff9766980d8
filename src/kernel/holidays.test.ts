import { Temporal } from 'temporal-polyfill'
import { describe, expect, test } from 'vitest'
import { closedOn, easterSunday, holidayOn } from './holidays.ts'

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)

describe('holidays of Saxony-Anhalt', () => {
  test('Easter is on the days the churches announce, the late and the early ones too', () => {
    const sundays = ['1818-03-22', '1943-04-25', '2019-04-21', '2024-03-31', '2026-04-05', '2027-03-28', '2028-04-16', '2038-04-25', '2049-04-18', '2076-04-19'] // prettier-ignore
    for (const sunday of sundays) expect(easterSunday(day(sunday).year).toString()).toBe(sunday)
  })

  test.each([
    [2026, ['01-01', '01-06', '04-03', '04-06', '05-01', '05-14', '05-25', '10-03', '10-31', '12-25', '12-26']],
    [2027, ['01-01', '01-06', '03-26', '03-29', '05-01', '05-06', '05-17', '10-03', '10-31', '12-25', '12-26']],
    [2028, ['01-01', '01-06', '04-14', '04-17', '05-01', '05-25', '06-05', '10-03', '10-31', '12-25', '12-26']],
  ])('of %i are these eleven and no others', (year, expected) => {
    const found = Array.from({ length: 366 }, (_, at) => day(`${year}-01-01`).add({ days: at }))
      .filter((one) => one.year === year && holidayOn(one) !== undefined)
      .map((one) => one.toString().slice(5))
    expect(found).toEqual(expected)
  })

  test('each has its name, and a holiday is named before the weekend it falls on', () => {
    expect(holidayOn(day('2027-03-26'))).toBe('Karfreitag')
    expect(closedOn(day('2026-10-03'))).toBe('Tag der Deutschen Einheit')
    expect(closedOn(day('2026-11-21'))).toBe('Samstag')
    expect(closedOn(day('2026-11-22'))).toBe('Sonntag')
    expect(closedOn(day('2026-11-23'))).toBeUndefined()
    expect(holidayOn(day('2026-11-18'))).toBeUndefined()
  })
})
