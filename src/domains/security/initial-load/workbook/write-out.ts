import { type ContactFunction, functionNames, kindNames, type Kind } from '#foundation/organizations/index.ts'
import { type Party, partyInWords, type Programme } from '#foundation/programmes/index.ts'
import type { Sheet } from '#platform/spreadsheet/write-sheet.ts'
import { currentOf, stepInWords } from '../compare/compare-road.ts'
import { dayInWords } from '../compare/plan.ts'
import type { Municipality, Stand, StandRoad, StandStep } from '../stand.ts'
import { accounts, germanAmount } from './amount.ts'
import { stepTitles } from './appointment-steps.ts'
import type { Field } from './field.ts'
import { fieldsOf } from './schemas.ts'
import { noteSheet, type SheetKind, sheetKinds, sheetNames } from './table.ts'
import { appointmentStates, documentStates, takesPartWords } from './words.ts'

type Cells = Record<string, string>

/** The programme as it stands, in the form in which it comes in. */
export const exportSheets = (programme: Programme, stand: Stand): Sheet[] => sheets(programme, rowsOf(programme, stand))

/** The same form, empty but for the municipalities of the register. */
export function templateSheets(programme: Programme, { municipalities }: Pick<Stand, 'municipalities'>): Sheet[] {
  const nameOf = naming(municipalities)
  const named = municipalities.map(nameOf)
  const withCounty = municipalities.map((one) => ({ ...nameOf(one), county: one.county ?? '' }))
  return sheets(programme, {
    state: withCounty,
    details: [],
    contacts: named,
    appointments: named,
    amounts: named,
    documents: named,
  })
}

const sheets = (programme: Programme, rows: Record<SheetKind, Cells[]>): Sheet[] => [
  notes(programme),
  ...sheetKinds
    .filter((kind) => kind !== 'documents' || programme.documents.length > 0)
    .map((kind) => sheetOf(sheetNames[kind], fieldsOf(programme, kind), rows[kind])),
]

const sheetOf = (name: string, fields: readonly Field[], rows: readonly Cells[]): Sheet => ({
  name,
  columns: fields.map(({ key, title, width, allowed }) => ({
    header: title,
    width: Math.max(width, Math.min(title.length, 30) + 2),
    wrap: ['note', 'missing', 'address'].includes(key),
    // A step may carry a day behind its word, a function several words: only what is always one word is offered.
    ...(offered.has(key) && allowed ? { choices: allowed } : {}),
  })),
  rows: rows.map((cells) => fields.map(({ key }) => cells[key] ?? '')),
})

const offered = new Set(['kind', 'takesPart', 'phase', 'waitingFor', 'function', 'state'])

/** What each column means, and the words beside it. */
const notes = (programme: Programme): Sheet => ({
  name: noteSheet,
  columns: [
    { header: 'Blatt', width: 14 },
    { header: 'Spalte', width: 30 },
    { header: 'Was hineingehört', width: 60, wrap: true },
    { header: 'Mögliche Wörter', width: 60, wrap: true },
  ],
  rows: [
    ['', '', `${programme.name}: Jede Zeile gehört zu einer Kommune. Leere Zellen ändern nichts.`, ''],
    ...sheetKinds.flatMap((kind) =>
      fieldsOf(programme, kind).map(({ title, hint, allowed }) => [
        sheetNames[kind],
        title,
        hint,
        (allowed ?? []).join(', '),
      ]),
    ),
  ],
})

/** Id only where key, name and kind do not say who it is: ids are others in another installation. */
function naming(municipalities: readonly Municipality[]): (one: Municipality) => Cells {
  const alike = Map.groupBy(municipalities, ({ sortKey, kind }) => `${sortKey} ${kind}`)
  return ({ id, name, kind, ars, ags, sortKey }) => ({
    id: ars === null && ags === null && (alike.get(`${sortKey} ${kind}`)?.length ?? 0) > 1 ? id : '',
    ars: ars ?? '',
    ags: ags ?? '',
    name,
    kind: kindNames[kind as Kind],
  })
}

function rowsAt<Row extends { organizationId: string }>(rows: readonly Row[]): (one: Municipality) => readonly Row[] {
  const byOrganization = Map.groupBy(rows, ({ organizationId }) => organizationId)
  return ({ id }) => byOrganization.get(id) ?? []
}

function rowsOf(programme: Programme, stand: Stand): Record<SheetKind, Cells[]> {
  const nameOf = naming(stand.municipalities)
  const roads = new Map(stand.roads.map((road) => [road.organizationId, road]))
  const each = (rows: (one: Municipality) => Cells[]): Cells[] =>
    stand.municipalities.flatMap((one) => rows(one).map((cells) => ({ ...nameOf(one), ...cells })))
  const [contacts, appointments] = [rowsAt(stand.contacts), rowsAt(stand.appointments)]
  const [amounts, documents] = [rowsAt(stand.amounts), rowsAt(stand.documents)]
  return {
    state: each((one) => [{ county: one.county ?? '', ...roadCells(programme, roads.get(one.id)) }]),
    details: each((one) => detailCells(programme, roads.get(one.id))),
    contacts: each((one) =>
      contacts(one).map(({ function: what, name, email, phone, address, note }) => ({
        function: functionNames[what as ContactFunction],
        person: name,
        email,
        phone,
        address,
        note,
      })),
    ),
    appointments: each((one) =>
      appointments(one).map(({ title, step, day, from, until, place, state, note }) => ({
        what: title,
        step: stepTitles(programme)[step] ?? '',
        day: dayInWords(day),
        from,
        until,
        place,
        state: appointmentStates[state],
        note,
      })),
    ),
    amounts: each((one) =>
      amounts(one).map((amount) => ({
        stage: amount.stage === 0 ? '' : String(amount.stage),
        ...Object.fromEntries(accounts.map(({ key }) => [key, germanAmount(amount[key])])),
      })),
    ),
    documents: each((one) => {
      const cells = documents(one).map(({ key, state }) => [`document:${key}`, documentStates[state]])
      return cells.length === 0 ? [] : [Object.fromEntries(cells) as Cells]
    }),
  }
}

function roadCells(programme: Programme, road: StandRoad | undefined): Cells {
  if (!road) return { takesPart: takesPartWords.no }
  return {
    takesPart: road.state === 'withdrawn' ? takesPartWords.ended : takesPartWords.yes,
    began: dayInWords(road.began),
    withdrawn: dayInWords(road.withdrawnOn),
    reason: road.reason,
    since: dayInWords(road.waitingSince),
    guide: road.guide ?? '',
    lastContact: dayInWords(road.lastContactOn),
    ...currentCells(programme, currentOf(road.steps)),
    ...Object.fromEntries(road.steps.map((step) => [`step:${step.key}`, stepInWords(step)])),
  }
}

function currentCells({ phases, steps }: Programme, current: StandStep | undefined): Cells {
  const definition = steps.find(({ key }) => key === current?.key)
  if (!current || !definition) return {}
  const { state, waitingFor, missing, note } = current
  if (state === 'done' || state === 'notNeeded') return { phase: 'Fertig', note }
  return {
    phase: phases.find(({ key }) => key === definition.phaseKey)?.title ?? '',
    waitingFor: partyInWords((waitingFor as Party | null) ?? definition.acts),
    missing: missing || definition.duty,
    note,
  }
}

/** What the list of municipalities has no column for: the details of all steps but the current one. */
function detailCells(programme: Programme, road: StandRoad | undefined): Cells[] {
  const current = road && currentOf(road.steps)
  return (road?.steps ?? [])
    .filter((step) => step !== current && isTold(step))
    .map(({ key, waitingFor, missing, note }) => ({
      step: programme.steps.find((one) => one.key === key)?.title ?? key,
      waitingFor: waitingFor === null ? '' : partyInWords(waitingFor as Party),
      missing,
      note,
    }))
}

const isTold = ({ waitingFor, missing, note }: StandStep): boolean =>
  waitingFor !== null || missing !== '' || note !== ''
