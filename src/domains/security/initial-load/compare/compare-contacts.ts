import { isRefusal } from '#kernel/outcome.ts'
import { contactIn, type ContactFunction, functionNames } from '#foundation/organizations/index.ts'
import { parse } from '#platform/http/parse.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import { keyOf } from '../workbook/words.ts'
import { compareEach } from './compare-each.ts'
import type { Comparison } from './plan.ts'

const detailNames = { name: 'Name', email: 'E-Mail', phone: 'Telefon', address: 'Anschrift', note: 'Hinweis' } as const
const contactFields = Object.keys(detailNames) as (keyof typeof detailNames)[]

/** Its name in the sheet, where "Name" is the municipality's. */
const column = (field: keyof typeof detailNames) => (field === 'name' ? 'person' : field)

/** Whom to ask for what; cells that are empty stay as they are. */
export function compareContacts(comparison: Comparison, rows: readonly RowReader[]): void {
  const there = new Map(comparison.stand.contacts.map((one) => [`${one.organizationId} ${one.function}`, one]))
  compareEach<{ what: ContactFunction; details: Record<keyof typeof detailNames, string> }>(comparison, rows, {
    mustTakePart: false,
    read: (row, id) => {
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
