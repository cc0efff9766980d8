import type { RowReader } from '../workbook/row-reader.ts'
import { keyOf } from '../workbook/words.ts'
import { compareEach } from './compare-each.ts'
import type { Comparison } from './plan.ts'
import { readParty, type StepDetails } from './read-state-row.ts'

/** What single steps have beside their state, by municipality and step. */
export function readDetails(comparison: Comparison, rows: readonly RowReader[]): Map<string, Map<string, StepDetails>> {
  const details = new Map<string, Map<string, StepDetails>>()
  const { steps } = comparison.programme
  const titles = Object.fromEntries(steps.map(({ key, title }) => [key, title]))
  compareEach<{ step: string; said: StepDetails }>(comparison, rows, {
    mustTakePart: false,
    read: (row) => {
      const step = row.word('step', (text) => keyOf(titles, text), Object.values(titles))
      if (row.text('step') === '') row.fault('step', 'Hier fehlt, welcher Schritt gemeint ist.')
      const said = { waitingFor: readParty(row), missing: row.line('missing', 500), note: row.line('note', 2000) }
      return step === null ? undefined : { key: step, wish: { step, said } }
    },
    plan: (id, { step, said }) => {
      const own = details.get(id) ?? new Map<string, StepDetails>()
      details.set(id, own.set(step, said))
    },
  })
  return details
}
