import { isRefusal, type Outcome } from '#kernel/outcome.ts'
import { nextDay, placeOf } from '#domains/security/appointments/index.ts'
import { stepNamed, stepTitles } from '../workbook/appointment-steps.ts'
import { readDay, readTime } from '../workbook/read-cell.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import {
  type AppointmentState,
  type AppointmentStep,
  appointmentStates,
  keyOf,
  otherAppointments,
} from '../workbook/words.ts'
import type { Comparison } from './plan.ts'

/** What a row says of a date; '' and null where it says nothing. */
export interface SaidDate {
  title: string
  step: AppointmentStep | null
  day: string
  from: string
  until: string
  place: string
  state: AppointmentState | null
  note: string
}

const fields = ['what', 'step', 'day', 'from', 'until', 'place', 'state', 'note']

/** Undefined for a row that names a municipality and nothing else. */
export function readAppointmentRow(row: RowReader, { programme }: Comparison): SaidDate | undefined {
  if (fields.every((field) => row.text(field) === '')) return undefined
  const day = row.read('day', readDay) ?? ''
  if (row.text('day') === '') row.fault('day', 'Zu einem Termin gehört ein Tag.')
  const from = row.read('from', readTime) ?? ''
  const until = row.read('until', readEnd) ?? ''
  if (row.text('from') === '' && until !== '') row.fault('until', 'Zu einem Ende gehört ein Beginn.')
  return {
    title: row.line('what', 120).replaceAll(/\s*\n\s*/g, ' ') || 'Termin',
    step: row.word('step', (text) => stepNamed(programme, text), Object.values(stepTitles(programme))),
    day,
    from,
    until,
    place: row.read('place', readPlace) ?? '',
    state: row.word(
      'state',
      (text) => keyOf(appointmentStates, text, otherAppointments),
      Object.values(appointmentStates),
    ),
    note: row.line('note', 2000),
  }
}

/** "16:00", or "02:00 (Folgetag)". */
function readEnd(text: string): Outcome<string> {
  const [, time = text, next] = /^(.+?)\s*(\(?folgetag\)?)$/i.exec(text) ?? []
  const read = readTime(time)
  return isRefusal(read) || next === undefined ? read : `${read}${nextDay}`
}

function readPlace(text: string): Outcome<string> {
  const line = text.replaceAll(/\s*\n\s*/g, ', ')
  if (line.includes('\0') || !line.isWellFormed())
    return { refused: 'Der Text enthält ein Zeichen, das sich nicht speichern lässt.' }
  return placeOf(line).place.length > 200 ? { refused: 'Der Text ist länger als 200 Zeichen.' } : line
}
