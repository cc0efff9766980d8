import type { Appointment } from '../stand.ts'
import { readDay, readTime } from '../workbook/read-cell.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import { type AppointmentState, appointmentStates, keyOf, otherAppointments } from '../workbook/words.ts'
import { compareEach } from './compare-each.ts'
import { type Comparison, dayInWords } from './plan.ts'

const keyed = (one: { organizationId: string; day: string; from: string; what: string }) =>
  [one.organizationId, one.day, one.from, one.what].join(' ')

const appointmentInWords = ({ state, until, place, note }: Appointment): string =>
  [appointmentStates[state], until && `bis ${until} Uhr`, place, note].filter((part) => part !== '').join(', ')

type Wish = Omit<Appointment, 'organizationId' | 'state'> & { state: AppointmentState | null }

/** What the row does not say stays as it is. */
const kept = (
  wish: Wish,
  before: Appointment | undefined,
): Pick<Appointment, 'until' | 'place' | 'state' | 'note'> => ({
  until: wish.until || (before?.until ?? ''),
  place: wish.place || (before?.place ?? ''),
  state: wish.state ?? before?.state ?? 'confirmed',
  note: wish.note || (before?.note ?? ''),
})

/** Appointments as the workbook tells them. */
export function compareAppointments(comparison: Comparison, rows: readonly RowReader[]): void {
  const there = new Map(comparison.stand.appointments.map((one) => [keyed(one), one]))
  compareEach<Wish>(comparison, rows, {
    mustTakePart: true,
    read: readRow,
    plan: (organizationId, wish) => {
      const before = there.get(keyed({ organizationId, ...wish }))
      const wanted = {
        organizationId,
        ...wish,
        ...kept(wish, before),
      }
      const [now, then] = [before ? appointmentInWords(before) : '', appointmentInWords(wanted)]
      if (now === then) return
      const at = [dayInWords(wish.day), wish.from && `${wish.from} Uhr`].filter((part) => part !== '').join(', ')
      comparison.change(organizationId, { field: `${wish.what} ${at}`, before: now, after: then })
      comparison.plan.appointments.push(wanted)
    },
  })
}

const fields = ['what', 'day', 'from', 'until', 'place', 'state', 'note']

function readRow(row: RowReader): { key: string; wish: Wish } | undefined {
  if (fields.every((field) => row.text(field) === '')) return undefined
  const day = row.read('day', readDay) ?? ''
  if (row.text('day') === '') row.fault('day', 'Zu einem Termin gehört ein Tag.')
  const from = row.read('from', readTime) ?? ''
  const until = row.read('until', readTime) ?? ''
  if (from !== '' && until !== '' && until <= from) row.fault('until', 'Der Termin endet, bevor er beginnt.')
  const what = row.line('what', 120) || 'Termin'
  const state = row.word(
    'state',
    (text) => keyOf(appointmentStates, text, otherAppointments),
    Object.values(appointmentStates),
  )
  const wish = { day, from, what, until, place: row.line('place', 200), state, note: row.line('note', 1000) }
  return { key: `${day} ${from} ${what}`, wish }
}
