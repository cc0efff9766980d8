import { Temporal } from 'temporal-polyfill'
import { exactMomentAt, localFields } from '#kernel/local-moment.ts'
import { type FieldError, isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'

/** A form as it came: kept at its fields when it is refused. */
export type Typed = Readonly<Record<string, string>>

/** A number as people type it; anything else stays what it is and is refused by the schema. */
export const numberOf = (text: string | undefined): unknown =>
  text === undefined || text.trim() === '' ? null : /^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : text

/** A day as browsers send it; undefined for anything else. */
export const dayOf = (text: string | undefined): Temporal.PlainDate | undefined =>
  text === undefined ? undefined : attempt(() => Temporal.PlainDate.from(text, { overflow: 'reject' }))

/** Day and time of two fields; null where both are empty, refused at the field that is at fault. */
export function momentOf(form: Typed, dayField: string, timeField: string): Outcome<Temporal.Instant | null> {
  const [day = '', time = ''] = [form[dayField], form[timeField]]
  if (day === '' && time === '') return null
  const date = dayOf(day)
  if (!date) return refuse('', [{ path: dayField, message: 'Bitte einen Tag angeben.' }])
  const clock = attempt(() => Temporal.PlainTime.from(time, { overflow: 'reject' }))
  if (!clock) return refuse('', [{ path: timeField, message: 'Bitte eine Uhrzeit angeben.' }])
  const moment = exactMomentAt(date, clock)
  return isRefusal(moment) ? refuse('', [{ path: timeField, message: moment.refused }]) : moment
}

export const fieldsOf = (instant: Temporal.Instant | null): { day: string; time: string } =>
  instant ? localFields(instant) : { day: '', time: '' }

export const errorsOf = (outcome: unknown): FieldError[] => (isRefusal(outcome) ? (outcome.errors ?? []) : [])

/** "Bitte ändern Sie eine Angabe." for errors that were found before the schema looked. */
export const toChange = (sentence: string, errors: FieldError[]) =>
  refuse(`${sentence}. Bitte ändern Sie ${errors.length === 1 ? 'eine Angabe' : `${errors.length} Angaben`}.`, errors)

function attempt<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
