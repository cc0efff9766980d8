import { Temporal } from 'temporal-polyfill'
import { exactMomentAt } from '#kernel/local-moment.ts'
import { type FieldError, isRefusal, type Outcome, refuse } from '#kernel/outcome.ts'
import { errorAt, TextField } from '#ui/form/form.tsx'

export type Typed = Readonly<Record<string, string>>

/** As the schemas take it. */
export interface TypedSlot {
  startsAt: string
  endsAt: string
  place: string
  videoUrl: string
}

const rowNames = (row: number) => ({ day: `tag${row}`, from: `von${row}`, until: `bis${row}` })

/**
 * The rows that are filled in, as instants. A time that clocks here never show is refused with a sentence at its field; paths of the schemas'
 * errors (`proposals.1.startsAt`) become the names of fields by `atFields`.
 */
export function readSlots(form: Typed, rows: number): Outcome<{ slots: TypedSlot[]; rowOf: readonly number[] }> {
  const errors: FieldError[] = []
  const slots: TypedSlot[] = []
  const rowOf: number[] = []
  for (let row = 1; row <= rows; row++) {
    const times = readRow(form, row)
    if (times === undefined) continue
    if (isRefusal(times)) {
      errors.push(...(times.errors ?? []))
      continue
    }
    rowOf.push(row)
    slots.push({ ...times, place: form['ort'] ?? '', videoUrl: form['video'] ?? '' })
  }
  return errors.length > 0 ? refuse('', errors) : { slots, rowOf }
}

/** Undefined for a row that was left empty. */
function readRow(form: Typed, row: number): Outcome<{ startsAt: string; endsAt: string }> | undefined {
  const names = rowNames(row)
  const [day = '', from = '', until = ''] = [form[names.day], form[names.from], form[names.until]]
  if (day + from + until === '') return undefined
  const startsAt = momentOf(day, from, { day: names.day, time: names.from })
  const endsAt = momentOf(day, until, { day: names.day, time: names.until })
  if (!isRefusal(startsAt) && !isRefusal(endsAt)) return { startsAt: startsAt.toString(), endsAt: endsAt.toString() }
  const errors = [startsAt, endsAt].flatMap((one) => (isRefusal(one) ? (one.errors ?? []) : []))
  return refuse(
    '',
    errors.filter(({ path }, at) => errors.findIndex((one) => one.path === path) === at),
  )
}

function momentOf(day: string, time: string, paths: { day: string; time: string }): Outcome<Temporal.Instant> {
  const date = read(() => Temporal.PlainDate.from(day, { overflow: 'reject' }))
  if (!date) return refuse('', [{ path: paths.day, message: 'Bitte einen Tag angeben.' }])
  const clock = read(() => Temporal.PlainTime.from(time, { overflow: 'reject' }))
  if (!clock) return refuse('', [{ path: paths.time, message: 'Bitte eine Uhrzeit angeben.' }])
  const moment = exactMomentAt(date, clock)
  return isRefusal(moment) ? refuse('', [{ path: paths.time, message: moment.refused }]) : moment
}

/** What browsers without a field for days and times may send is anything. */
function read<T>(parse: () => T): T | undefined {
  try {
    return parse()
  } catch {
    return undefined
  }
}

/** Errors of the schemas and verbs, at the fields of the form. */
export function atFields(errors: readonly FieldError[] | undefined, rowOf: readonly number[]): FieldError[] {
  const moved = (errors ?? []).map(({ path, message }) => {
    const [, at, field] = /^(?:proposals|suggestions|time)(?:\.(\d+))?\.?(\w*)$/.exec(path) ?? []
    const row = rowOf[Number(at ?? 0)] ?? 1
    if (field === undefined) return { path, message }
    if (field === 'place') return { path: 'ort', message }
    if (field === 'videoUrl') return { path: 'video', message }
    return { path: field === 'endsAt' ? `bis${row}` : `tag${row}`, message }
  })
  return moved.filter(
    ({ path, message }, at) => moved.findIndex((one) => one.path === path && one.message === message) === at,
  )
}

interface SlotRowsProps {
  rows: number
  /** How many of them have to be filled in. */
  needed: number
  typed: Typed
  errors: readonly FieldError[] | undefined
  /** Makes ids unique where a page has two such lists. */
  prefix?: string | undefined
}

/** Rows of day, begin and end, in local time. */
export const SlotRows = ({ rows, needed, typed, errors, prefix = '' }: SlotRowsProps) => (
  <>
    {Array.from({ length: rows }, (_, at) => at + 1).map((row) => {
      const names = rowNames(row)
      const field = (name: string) => ({
        name,
        id: prefix === '' ? undefined : `${prefix}-${name}`,
        value: typed[name] ?? '',
        error: errorAt(errors, name),
        required: row <= needed,
        plain: row > needed,
        short: true,
      })
      return (
        <fieldset class="lw-slot">
          <legend class="kern-label">{rows === 1 ? 'Zeitpunkt' : `Vorschlag ${row}`}</legend>
          <div class="lw-slot__row">
            <TextField {...field(names.day)} label="Tag" type="date" />
            <TextField {...field(names.from)} label="Von" type="time" />
            <TextField {...field(names.until)} label="Bis" type="time" />
          </div>
        </fieldset>
      )
    })}
  </>
)

/** Where all of them are. */
export const PlaceFields = ({ typed, errors, prefix = '' }: Pick<SlotRowsProps, 'typed' | 'errors' | 'prefix'>) => (
  <>
    <TextField
      name="ort"
      id={prefix === '' ? undefined : `${prefix}-ort`}
      label="Ort"
      hint="Straße und Raum, wie man hinfindet. Bei einer Videokonferenz bleibt das Feld leer."
      value={typed['ort'] ?? ''}
      error={errorAt(errors, 'ort')}
      maxlength={200}
    />
    <TextField
      name="video"
      id={prefix === '' ? undefined : `${prefix}-video`}
      label="Link zur Videokonferenz"
      type="url"
      value={typed['video'] ?? ''}
      error={errorAt(errors, 'video')}
      maxlength={500}
    />
  </>
)

export const slotLabels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].flatMap((row) => [
      [`tag${row}`, `Vorschlag ${row}`],
      [`von${row}`, `Vorschlag ${row}, von`],
      [`bis${row}`, `Vorschlag ${row}, bis`],
    ]),
  ),
  ort: 'Ort',
  video: 'Link zur Videokonferenz',
}
