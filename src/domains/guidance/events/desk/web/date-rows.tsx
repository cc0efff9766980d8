import { localDay } from '#kernel/local-day.ts'
import { type FieldError, isRefusal } from '#kernel/outcome.ts'
import { errorAt, HiddenField, TextField } from '#ui/form/form.tsx'
import type { EventDate } from '../../event/event.ts'
import { dayOf, errorsOf, fieldsOf, momentOf, type Typed } from './typed.ts'

/** As the schema takes a date. */
interface TypedDate {
  id?: string
  startsAt: string
  endsAt: string
  place: string
  topic: string
  videoUrl: string
}

const names = (row: number) => ({
  id: `id${row}`,
  day: `day${row}`,
  from: `from${row}`,
  until: `until${row}`,
  place: `place${row}`,
  link: `link${row}`,
  topic: `topic${row}`,
  nights: `nights${row}`,
})

/** How many rows a form has; never more than an event may have dates. */
export const rowsOf = (form: Typed, most: number): number => Math.min(Math.max(Number(form['rows']) || 0, 1), most)

/** Dates that stand, as rows of the form. */
export function typedDates(dates: readonly EventDate[]): Typed {
  const held = dates.filter(({ cancelledAt }) => cancelledAt === null)
  return {
    rows: String(held.length),
    ...Object.fromEntries(
      held.flatMap((date, at) => {
        const name = names(at + 1)
        const [start, end] = [fieldsOf(date.startsAt), fieldsOf(date.endsAt)]
        return [
          [name.id, date.id],
          [name.day, start.day],
          [name.from, start.time],
          [name.until, end.time],
          [name.place, date.place],
          [name.link, date.videoUrl ?? ''],
          [name.topic, date.topic],
          ...(start.day === end.day ? [] : [[name.nights, String(nightsOf(date))]]),
        ]
      }),
    ),
  }
}

const nightsOf = ({ startsAt, endsAt }: Pick<EventDate, 'startsAt' | 'endsAt'>): number =>
  localDay(startsAt).until(localDay(endsAt)).days

/** A date that was over midnight stays so, unless it now ends later on the clock than it begins. */
function withEndDay(form: Typed, { day, from, until, nights }: ReturnType<typeof names>): Typed {
  const first = dayOf(form[day])
  const over = Number(form[nights])
  const isOver = first && (over === 1 || over === 2) && (form[until] ?? '') <= (form[from] ?? '')
  return isOver ? { ...form, [day]: first.add({ days: over }).toString() } : form
}

/** Rows with a day or a time, as instants; a row without any is a date that is taken away. Times that are none are named at their field. */
export function readDates(form: Typed, rows: number): { dates: TypedDate[]; rowOf: number[]; errors: FieldError[] } {
  const read = { dates: [] as TypedDate[], rowOf: [] as number[], errors: [] as FieldError[] }
  for (let row = 1; row <= rows; row++) {
    const name = names(row)
    const text = (field: string): string => form[field] ?? ''
    if (text(name.day) + text(name.from) + text(name.until) === '') continue
    const startsAt = momentOf(form, name.day, name.from)
    const endsAt = momentOf(withEndDay(form, name), name.day, name.until)
    const faults = [...errorsOf(startsAt), ...errorsOf(endsAt)]
    if (isRefusal(startsAt) || isRefusal(endsAt) || !startsAt || !endsAt) {
      read.errors.push(...faults.filter(({ path }, at) => faults.findIndex((one) => one.path === path) === at))
      continue
    }
    read.rowOf.push(row)
    read.dates.push({
      ...(text(name.id) === '' ? {} : { id: text(name.id) }),
      startsAt: startsAt.toString(),
      endsAt: endsAt.toString(),
      place: text(name.place),
      topic: text(name.topic),
      videoUrl: text(name.link),
    })
  }
  return read
}

const fields: Readonly<Record<string, 'day' | 'until' | 'place' | 'link' | 'topic'>> = {
  startsAt: 'day',
  endsAt: 'until',
  place: 'place',
  videoUrl: 'link',
  topic: 'topic',
}

/** `dates.2.endsAt` becomes the field of the row it came from. */
export const atDateFields = (errors: readonly FieldError[] | undefined, rowOf: readonly number[]): FieldError[] =>
  (errors ?? []).map(({ path, message }) => {
    const [, at, field = ''] = /^dates\.(\d+)\.?(\w*)$/.exec(path) ?? []
    if (at === undefined) return { path: path === 'dates' ? 'day1' : path, message }
    const name = names(rowOf[Number(at)] ?? 1)
    return { path: name[fields[field] ?? 'day'], message }
  })

export const dateLabels = (rows: number): Record<string, string> =>
  Object.fromEntries(
    Array.from({ length: rows }, (_, at) => at + 1).flatMap((row) => {
      const name = names(row)
      return [
        [name.day, `Termin ${row}`],
        [name.from, `Termin ${row}, von`],
        [name.until, `Termin ${row}, bis`],
        [name.place, `Termin ${row}, Ort`],
        [name.link, `Termin ${row}, Link`],
        [name.topic, `Termin ${row}, Thema`],
      ]
    }),
  )

interface DateRowsProps {
  rows: number
  typed: Typed
  errors: readonly FieldError[] | undefined
}

/** One row for each date, in local time. */
export const DateRows = ({ rows, typed, errors }: DateRowsProps) => (
  <>
    {Array.from({ length: rows }, (_, at) => at + 1).map((row) => {
      const name = names(row)
      const field = (own: string) => ({ name: own, value: typed[own] ?? '', error: errorAt(errors, own), plain: true })
      return (
        <fieldset class="lw-slot">
          <legend class="kern-label">Termin {row}</legend>
          {typed[name.id] && <HiddenField name={name.id} value={typed[name.id] ?? ''} />}
          {typed[name.nights] && <HiddenField name={name.nights} value={typed[name.nights] ?? ''} />}
          <div class="lw-slot__row">
            <TextField {...field(name.day)} label="Tag" type="date" short />
            <TextField {...field(name.from)} label="Von" type="time" short />
            <TextField {...field(name.until)} label="Bis" type="time" short />
          </div>
          <TextField {...field(name.place)} label="Ort" maxlength={200} />
          <TextField {...field(name.link)} label="Link zur Videokonferenz" type="url" maxlength={500} />
          <TextField {...field(name.topic)} label="Thema" maxlength={200} />
        </fieldset>
      )
    })}
  </>
)
