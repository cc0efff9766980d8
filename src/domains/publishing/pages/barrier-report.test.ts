import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { answerDueOn } from './barrier-report.ts'

test.for([
  ['in the middle of a month', '2026-11-15T10:00:00Z', '2026-12-15'],
  ['on 31 January', '2026-01-31T10:00:00Z', '2026-02-28'],
  ['on 31 January of a leap year', '2028-01-31T10:00:00Z', '2028-02-29'],
  ['on 30 November', '2026-11-30T10:00:00Z', '2026-12-30'],
  ['in December', '2026-12-31T10:00:00Z', '2027-01-31'],
  ['shortly after midnight, when UTC still says yesterday', '2026-06-30T22:30:00Z', '2026-08-01'],
] as const)('what is reported %s is answered within one calendar month', ([, received, due]) => {
  expect(answerDueOn(Temporal.Instant.from(received)).toString()).toBe(due)
})
