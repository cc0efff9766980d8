import { isRefusal } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { contactIn, functionNames, type ContactFunction } from '#foundation/organizations/index.ts'
import { parse } from '#platform/http/parse.ts'
import { accounts, type Amounts, germanMoney, sumOf } from '../workbook/amount.ts'
import { readDay, readMoney, readTime } from '../workbook/read-cell.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import {
  type AppointmentState,
  appointmentStates,
  documentStates,
  keyOf,
  otherAppointments,
  otherDocuments,
} from '../workbook/words.ts'
import { findMunicipality } from './find-municipality.ts'
import { type Comparison, dayInWords } from './plan.ts'
import { readParty, type StepDetails } from './read-state-row.ts'

/** Whose row it is; undefined, and the row a fault, where that is not clear or it does not take part although it must. */
function whose(comparison: Comparison, row: RowReader, mustTakePart: boolean): string | undefined {
  const found = findMunicipality(row, comparison.register, comparison)
  if (!found) return undefined
  const id = 'there' in found ? found.there.id : found.wanted.placeholder
  if (mustTakePart && !comparison.isOnRoad(id))
    row.fault(
      ['name', 'ars', 'ags'],
      'Diese Kommune nimmt nicht teil. Bitte tragen Sie zuerst im Blatt „Stand“ ein, wo sie steht.',
    )
  return row.faults.length > 0 ? undefined : id
}

/** Rows of a list: each is of one municipality, stands once, and falls out as a whole when something is wrong in it. */
function compareEach<Wish>(
  comparison: Comparison,
  rows: readonly RowReader[],
  {
    mustTakePart,
    read,
    plan,
  }: {
    mustTakePart: boolean
    /** Its key among those of the municipality, and what it says; undefined where it says nothing. */
    read: (row: RowReader, id: string) => { key: string; wish: Wish } | undefined
    plan: (id: string, wish: Wish) => void
  },
): void {
  const seen = new Map<string, number>()
  for (const row of rows) {
    const id = whose(comparison, row, mustTakePart)
    const said = id === undefined ? undefined : read(row, id)
    const first = said && seen.get(`${id} ${said.key}`)
    if (first !== undefined)
      row.fault(['function', 'what', 'stage', 'step', 'name'], `Das steht schon in Zeile ${first}.`)
    if (row.faults.length > 0) comparison.refuse(row)
    else if (id !== undefined && said) {
      seen.set(`${id} ${said.key}`, row.number)
      const found = findMunicipality(row, comparison.register, comparison)
      if (found) comparison.name(found)
      plan(id, said.wish)
    }
  }
}

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

const detailNames = { name: 'Name', email: 'E-Mail', phone: 'Telefon', address: 'Anschrift', note: 'Hinweis' } as const
const contactFields = Object.keys(detailNames) as (keyof typeof detailNames)[]

export function compareContacts(comparison: Comparison, rows: readonly RowReader[]): void {
  const there = new Map(comparison.stand.contacts.map((one) => [`${one.organizationId} ${one.function}`, one]))
  compareEach<{ what: ContactFunction; details: Record<keyof typeof detailNames, string> }>(comparison, rows, {
    mustTakePart: false,
    read: (row, id) => {
      const column = (field: keyof typeof detailNames) => (field === 'name' ? 'person' : field)
      const said = contactFields.filter((field) => row.text(column(field)) !== '')
      if (said.length === 0) return undefined
      const what = row.word(
        'function',
        (text) => keyOf(functionNames, text, otherFunctions),
        Object.values(functionNames),
      )
      if (row.text('function') === '') row.fault('function', 'Hier fehlt, wofür die Person angesprochen wird.')
      if (what === null) return undefined
      const before = there.get(`${id} ${what}`)
      const wanted = Object.fromEntries(
        contactFields.map((field) => [field, row.text(column(field)) || (before?.[field] ?? '')]),
      )
      const details = parse(contactIn, wanted)
      if (!isRefusal(details)) return { key: what, wish: { what, details } }
      for (const { path, message } of details.errors ?? []) row.fault(path === 'name' ? 'person' : path, message)
      return undefined
    },
    plan: (organizationId, { what, details: { name, email, phone, address, note } }) => {
      const before = there.get(`${organizationId} ${what}`)
      const details = { name, email, phone, address, note }
      const changed = contactFields.filter((field) => (before?.[field] ?? '') !== details[field])
      if (changed.length === 0) return
      for (const field of changed)
        comparison.change(organizationId, {
          field: `Kontakt ${functionNames[what]}: ${detailNames[field]}`,
          before: before?.[field] ?? '',
          after: details[field],
        })
      comparison.plan.contacts.push({ organizationId, function: what, ...details, version: before?.version })
    },
  })
}

const otherFunctions: Record<string, ContactFunction> = {
  hvb: 'head',
  burgermeister: 'head',
  burgermeisterin: 'head',
  landrat: 'head',
  verwaltungsleitung: 'head',
  isb: 'securityOffice',
  informationssicherheitsbeauftragter: 'securityOffice',
  informationssicherheitsbeauftragte: 'securityOffice',
  'it leitung': 'itDepartment',
  administrator: 'itDepartment',
  dsb: 'dataProtection',
  datenschutzbeauftragter: 'dataProtection',
  datenschutzbeauftragte: 'dataProtection',
  verbund: 'cooperative',
  ansprechpartner: 'cooperative',
  rechnung: 'invoices',
}

export function compareAppointments(comparison: Comparison, rows: readonly RowReader[]): void {
  const keyed = (one: { organizationId: string; day: string; from: string; what: string }) =>
    [one.organizationId, one.day, one.from, one.what].join(' ')
  const there = new Map(comparison.stand.appointments.map((one) => [keyed(one), one]))
  compareEach<{
    day: string
    from: string
    what: string
    until: string
    place: string
    state: AppointmentState | null
    note: string
  }>(comparison, rows, {
    mustTakePart: true,
    read: (row) => {
      const fields = ['what', 'day', 'from', 'until', 'place', 'state', 'note']
      if (fields.every((field) => row.text(field) === '')) return undefined
      const day = row.read('day', readDay)
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
      const wish = {
        day: day ?? '',
        from,
        what,
        until,
        place: row.line('place', 200),
        state,
        note: row.line('note', 1000),
      }
      return { key: `${wish.day} ${from} ${what}`, wish }
    },
    plan: (organizationId, wish) => {
      const before = there.get(keyed({ organizationId, ...wish }))
      const wanted = {
        organizationId,
        ...wish,
        until: wish.until || (before?.until ?? ''),
        place: wish.place || (before?.place ?? ''),
        state: wish.state ?? before?.state ?? 'confirmed',
        note: wish.note || (before?.note ?? ''),
      }
      const words = (one: typeof wanted) =>
        [appointmentStates[one.state], one.until && `bis ${one.until} Uhr`, one.place, one.note]
          .filter((part) => part !== '')
          .join(', ')
      const [now, then] = [before ? words({ ...before, state: before.state }) : '', words(wanted)]
      if (now === then) return
      const at = [dayInWords(wish.day), wish.from && `${wish.from} Uhr`].filter((part) => part !== '').join(', ')
      comparison.change(organizationId, { field: `${wish.what} ${at}`, before: now, after: then })
      comparison.plan.appointments.push(wanted)
    },
  })
}

export function compareDocuments(comparison: Comparison, rows: readonly RowReader[]): void {
  const there = new Map(comparison.stand.documents.map((one) => [`${one.organizationId} ${one.key}`, one.state]))
  const { documents } = comparison.programme
  compareEach<Comparison['plan']['documents']>(comparison, rows, {
    mustTakePart: false,
    read: (row, id) => {
      const wish = documents.flatMap(({ key }) => {
        const state = row.word(
          `document:${key}`,
          (text) => keyOf(documentStates, text, otherDocuments),
          Object.values(documentStates),
        )
        return state === null ? [] : [{ organizationId: id, key, state }]
      })
      if (wish.length === 0) return undefined
      if (!comparison.isOnRoad(id))
        row.fault(['name', 'ars'], 'Unterlagen gehören zu einer Teilnahme; diese Kommune nimmt nicht teil.')
      return { key: '', wish }
    },
    plan: (id, wish) => {
      for (const one of wish) {
        const before = there.get(`${id} ${one.key}`)
        if (before === one.state) continue
        const title = documents.find(({ key }) => key === one.key)?.title ?? one.key
        comparison.change(id, {
          field: `Unterlage ${title}`,
          before: before ? documentStates[before] : '',
          after: documentStates[one.state],
        })
        comparison.plan.documents.push(one)
      }
    },
  })
}

export function compareAmounts(comparison: Comparison, rows: readonly RowReader[]): void {
  const there = new Map(comparison.stand.amounts.map((one) => [`${one.organizationId} ${one.stage}`, one]))
  const inRows = new Map<string, Set<number>>()
  compareEach<Comparison['plan']['amounts'][number]>(comparison, rows, {
    mustTakePart: false,
    read: (row, organizationId) => {
      if (accounts.every(({ key }) => row.text(key) === '')) return undefined
      const stage = readStage(comparison, row)
      const amounts = Object.fromEntries(accounts.map(({ key }) => [key, row.read(key, readMoney) ?? 0])) as Amounts
      if (stage === undefined || row.faults.length > 0) return undefined
      if (!comparison.isOnRoad(organizationId) && sumOf(amounts) > 0)
        row.fault(['name', 'ars'], 'Beträge gehören zu einer Teilnahme; diese Kommune nimmt nicht teil.')
      checkSum(comparison, row, { stage, amounts })
      const stages = inRows.get(organizationId) ?? new Set(stagesOf(comparison, organizationId))
      if ([...stages].some((other) => (other === 0) !== (stage === 0)))
        row.fault(
          'stage',
          'Für diese Kommune stehen Beträge schon je Stufe oder zusammen da; beides zugleich geht nicht.',
        )
      inRows.set(organizationId, stages.add(stage))
      return { key: String(stage), wish: { organizationId, stage, ...amounts } }
    },
    plan: (organizationId, wish) => {
      const before = there.get(`${organizationId} ${wish.stage}`)
      const changed = accounts.filter(({ key }) => (before?.[key] ?? (before ? 0 : null)) !== wish[key])
      if (changed.length === 0 || !comparison.isOnRoad(organizationId)) return
      for (const { key, title } of changed.filter((account) => before || wish[account.key] > 0))
        comparison.change(organizationId, {
          field: wish.stage === 0 ? title : `Stufe ${wish.stage}: ${title}`,
          before: before ? germanMoney(before[key]) : '',
          after: germanMoney(wish[key]),
        })
      comparison.plan.amounts.push(wish)
    },
  })
}

const stagesOf = ({ stand }: Comparison, organizationId: string): number[] =>
  stand.amounts.flatMap((one) => (one.organizationId === organizationId ? [one.stage] : []))

const together = new Set(['alle', 'gesamt', 'zusammen', '1 und 2', '1 2'])

/** 0 for all released ones together; undefined, and a fault, for one that the programme does not have. */
function readStage({ programme }: Comparison, row: RowReader): number | undefined {
  const text = row.text('stage')
  if (text === '' || together.has(sortKey(text))) return 0
  const number = Number(/^(?:stufe\s*)?(\d{1,3})$/i.exec(text)?.[1])
  if (programme.stages.some((stage) => stage.number === number)) return number
  row.fault(
    'stage',
    `„${text.slice(0, 40)}“ ist keine Stufe dieses Programms. Möglich ist: ${programme.stages.map((stage) => stage.number).join(', ')}, oder leer für alle zusammen.`,
  )
  return undefined
}

/** Every euro stands somewhere: all accounts together are what was released, not more and not less. */
function checkSum(
  { programme }: Comparison,
  row: RowReader,
  { stage, amounts }: { stage: number; amounts: Amounts },
): void {
  const stages = programme.stages.filter(({ number }) => stage === 0 || number === stage)
  const released = stages.reduce((sum, one) => sum + (one.releasedOn === null ? 0 : one.amountCents), 0)
  const sum = sumOf(amounts)
  const at = ['remaining', ...accounts.map(({ key }) => key)]
  if (programme.totalCents !== null && sum > programme.totalCents)
    row.fault(
      at,
      `Zusammen sind es ${germanMoney(sum)}; mehr als ${germanMoney(programme.totalCents)} hat keine Kommune.`,
    )
  else if (sum !== released)
    row.fault(
      at,
      `Zusammen sind es ${germanMoney(sum)}, freigegeben sind ${germanMoney(released)}: ${germanMoney(Math.abs(sum - released))} zu ${sum < released ? 'wenig' : 'viel'}.`,
    )
}
