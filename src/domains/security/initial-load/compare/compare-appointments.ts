import { Temporal } from 'temporal-polyfill'
import { isRefusal } from '#kernel/outcome.ts'
import { hourAfter, momentsOf, placeOf } from '#domains/security/appointments/index.ts'
import type { StandAppointment } from '../stand.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import { appointmentStates } from '../workbook/words.ts'
import { compareEach } from './compare-each.ts'
import { type Comparison, dayInWords } from './plan.ts'
import { readAppointmentRow, type SaidDate } from './read-appointment-row.ts'
import { stepOfTitle } from '../workbook/appointment-steps.ts'

type Keyed = Pick<StandAppointment, 'organizationId' | 'day' | 'from' | 'title'>

/** Once more of the same municipality at the same time for the same thing is the same appointment. */
const keyed = ({ organizationId, day, from, title }: Keyed): string => [organizationId, day, from, title].join(' ')

type Wanted = Omit<StandAppointment, 'id' | 'isOpen'>

interface Wish {
  before: StandAppointment | undefined
  wanted: Wanted
  /** Written as a new one: there is none, or it was cancelled and takes place after all. */
  isFresh: boolean
  isEndAssumed: boolean
}

/** Dates of the workbook held against those of the roads. What was decided in the portal stays. */
export function compareAppointments(comparison: Comparison, rows: readonly RowReader[]): void {
  const there = new Map(comparison.stand.appointments.map((one) => [keyed(one), one]))
  const wishFor = wishing(comparison)
  const settled = new Map<string, { row: number; isDecided: boolean }>()
  compareEach<Wish>(comparison, rows, {
    mustTakePart: true,
    read: (row, organizationId) => {
      const said = readAppointmentRow(row, comparison)
      if (!said || row.faults.length > 0) return undefined
      const wish = wishFor(said, organizationId, there.get(keyed({ organizationId, ...said })))
      if (!wish.before || wish.before.isOpen) checkWish(row, wish, said, comparison.today)
      if (wish.before?.state === 'proposed' && wish.before.isOpen) checkTwin(row, wish.before, wish.wanted, settled)
      return { key: `${said.day} ${said.from} ${said.title}`, wish }
    },
    plan: (organizationId, wish) => planDate(comparison, organizationId, wish),
  })
}

const endInWords = ({ from, until }: Pick<Wanted, 'from' | 'until'>): string =>
  from === '' ? 'ganztägig' : `bis ${until.slice(0, 5)} Uhr${until.slice(5)}`

const inWords = ({ state, from, until, place, note }: Wanted): string =>
  [appointmentStates[state], endInWords({ from, until }), place, note].filter((part) => part !== '').join(', ')

type IsOver = (organizationId: string, step: string) => boolean

/** Whether a step is over on the road as it will be with this workbook. */
function stepsOver({ plan, roads }: Comparison): IsOver {
  const planned = new Map(plan.roads.map((road) => [road.organizationId, road.steps]))
  return (organizationId, step) => {
    const told = planned.get(organizationId)?.find(({ key }) => key === step)
    const state = (told ?? roads.get(organizationId)?.steps.find(({ key }) => key === step))?.state
    return state === 'done' || state === 'notNeeded'
  }
}

/** What a row asks for. */
function wishing(comparison: Comparison) {
  const isOver = stepsOver(comparison)
  return (said: SaidDate, organizationId: string, before: StandAppointment | undefined): Wish => {
    const { title, day, from } = said
    const wanted = { organizationId, title, day, from, ...(before ? kept(said, before) : begun(said, organizationId)) }
    return {
      before,
      wanted,
      isFresh: !before || (before.state === 'cancelled' && wanted.state !== 'cancelled'),
      isEndAssumed: said.until !== wanted.until && !before,
    }
  }

  /** Of a new date the rest follows from its day and the road. */
  function begun({ title, day, from, until, place, note, ...said }: SaidDate, organizationId: string): Rest {
    const step = said.step ?? stepOfTitle(comparison.programme, title)
    const state = day < comparison.today && isOver(organizationId, step) ? 'held' : 'confirmed'
    return {
      step,
      state: said.state ?? state,
      until: from === '' || until !== '' ? until : hourAfter(from),
      place,
      note,
    }
  }
}

type Rest = Pick<Wanted, 'step' | 'until' | 'place' | 'state' | 'note'>

/** What the row does not say stays as it is. */
const kept = ({ until, place, state, note }: SaidDate, before: StandAppointment): Rest => ({
  step: before.step,
  until: until || before.until,
  place: place || before.place,
  state: state ?? before.state,
  note: note || before.note,
})

/** Whether it can be so: as a new date, or as a change of one that a workbook brought in. */
function checkWish(row: RowReader, wish: Wish, { step }: SaidDate, today: string): void {
  const { before, wanted } = wish
  const moments = momentsOf(wanted, Temporal.PlainDate.from(today))
  if (isRefusal(moments)) row.fault(moments.errors?.[0]?.path ?? 'day', moments.refused)
  if (wanted.state === 'held' && wanted.day > today)
    row.fault(['state', 'day'], 'Durchgeführt kann nur sein, was nicht mehr vor uns liegt. Bitte prüfen Sie den Tag.')
  if (before && step !== null && step !== before.step)
    row.fault('step', 'Dieser Termin gehört schon zu einem anderen Schritt. Bitte lassen Sie die Zelle leer.')
  if (wanted.state !== 'proposed') return
  if (wish.isFresh || !before) checkOffer(row, wanted, today)
  else checkOffered(row, before, wanted)
}

/** A decision is not taken back, and what was offered does not change under whoever chooses. */
function checkOffered(row: RowReader, before: StandAppointment, wanted: Wanted): void {
  if (before.state !== 'proposed')
    row.fault(
      'state',
      `Dieser Termin ist schon ${appointmentStates[before.state]}; vorgeschlagen wird er nicht noch einmal.`,
    )
  else if (inWords(before) !== inWords(wanted))
    row.fault(
      ['place', 'until', 'note'],
      'Ein Vorschlag lässt sich mit der Tabelle nicht ändern. Bitte ändern Sie ihn beim Termin im Portal.',
    )
}

function checkOffer(row: RowReader, { day, place }: Wanted, today: string): void {
  if (day < today)
    row.fault(
      ['state', 'day'],
      'Dieser Tag ist vorbei. Fand der Termin statt, schreiben Sie „durchgeführt“, sonst „abgesagt“.',
    )
  if (place === '')
    row.fault(['place', 'state'], 'Zu einem Vorschlag gehört ein Ort oder die Adresse einer Videokonferenz.')
}

/** Several times may be offered for one date; as soon as one row decides about it, the others are out of date. */
function checkTwin(
  row: RowReader,
  { id }: StandAppointment,
  { state }: Wanted,
  settled: Map<string, { row: number; isDecided: boolean }>,
): void {
  const isDecided = state !== 'proposed'
  const earlier = settled.get(id)
  if (earlier && (earlier.isDecided || isDecided))
    row.fault(
      'state',
      `Zeile ${earlier.row} nennt eine andere Zeit für denselben Termin. Ist er entschieden, löschen Sie bitte die übrigen Vorschläge.`,
    )
  else settled.set(id, { row: row.number, isDecided })
}

function planDate(
  comparison: Comparison,
  organizationId: string,
  { before, wanted, isFresh, isEndAssumed }: Wish,
): void {
  const [then, now] = [before ? inWords(before) : '', inWords(wanted)]
  if (then === now) return
  const at = [dayInWords(wanted.day), wanted.from && `${wanted.from} Uhr`].filter((part) => part !== '').join(', ')
  const name = `${wanted.title} ${at}`
  if (before && !before.isOpen) {
    comparison.remark(organizationId, `Termin „${name}“ bleibt, wie er im Portal steht: ${then}.`)
    return
  }
  const moments = momentsOf(wanted, Temporal.PlainDate.from(comparison.today))
  if (isRefusal(moments)) throw new Error(`a date is planned that has no time: ${moments.refused}`)
  comparison.change(organizationId, { field: name, before: then, after: now })
  if (isEndAssumed) comparison.remark(organizationId, `Termin „${name}“ hat kein Ende; angenommen ist eine Stunde.`)
  const { step, title, state, note, place } = wanted
  const id = isFresh ? null : (before?.id ?? null)
  comparison.plan.appointments.push({ id, organizationId, step, title, state, note, ...moments, ...placeOf(place) })
}
