import type { Temporal } from 'temporal-polyfill'
import { contactFieldNames, functionNames, isContactFunction } from '../contacts/contact.ts'
import { domainInWords } from '../domains/domain-name.ts'
import { type Fact, type FactValue, fieldNames, isKind, kindNames } from '../organization.ts'

export const deedNames = {
  added: 'Eingetragen',
  changed: 'Geändert',
  imported: 'Aus einer Liste übernommen',
  renamed: 'Umbenannt',
  contactChanged: 'Kontakt geändert',
  contactRemoved: 'Kontakt entfernt',
  succeeded: 'Nachfolge eingetragen',
  successionWithdrawn: 'Nachfolge zurückgenommen',
} as const

export type Deed = keyof typeof deedNames
export const deeds = Object.keys(deedNames) as [Deed, ...Deed[]]

/** What became different. Of contacts only the names of the fields are kept, so that a person's data can end. */
export interface FieldChange {
  field: string
  before?: FactValue | undefined
  after?: FactValue | undefined
}

export interface Change {
  id: string
  at: Temporal.Instant
  deed: Deed
  fields: FieldChange[]
  /** Null when it was the command line on the server. */
  person: { id: string; name: string | null } | null
  actingFor: { id: string; name: string } | null
}

const isFact = (field: string): field is Fact => field in fieldNames
const isContactField = (field: string): field is keyof typeof contactFieldNames => field in contactFieldNames

/** "Leitweg-ID: – → 15999-VERBUND-95"; of a contact "IT-Notfall: Telefon, Hinweis". */
export function changesInWords(fields: readonly FieldChange[]): string[] {
  const contacts = new Map<string, string[]>()
  const facts: string[] = []
  for (const change of fields) {
    const [area = '', part = ''] = change.field.split('.')
    if (isContactField(part)) contacts.set(area, [...(contacts.get(area) ?? []), contactFieldNames[part]])
    else facts.push(factInWords(change))
  }
  return [...facts, ...[...contacts].map(([area, parts]) => `${areaName(area)}: ${parts.join(', ')}`)]
}

const areaName = (area: string): string => (isContactFunction(area) ? functionNames[area] : area)

function factInWords({ field, before, after }: FieldChange): string {
  const name = isFact(field) ? fieldNames[field] : (otherNames[field] ?? field)
  if (before === undefined) return `${name}: ${valueInWords(field, after)}`
  return `${name}: ${valueInWords(field, before)} → ${valueInWords(field, after)}`
}

const otherNames: Record<string, string> = { successor: 'Nachfolgerin', predecessor: 'Vorgängerin', from: 'Gilt ab' }

function valueInWords(field: string, value: FactValue | undefined): string {
  if (value === null || value === undefined || value === '') return '–'
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(domainInWords).join(', ')
  if (typeof value === 'number') return value.toLocaleString('de-DE')
  if (field === 'from') return value.split('-').toReversed().join('.')
  return field === 'kind' && isKind(value) ? kindNames[value] : value
}
