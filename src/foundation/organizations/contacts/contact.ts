/** For what an organization names somebody, in the order in which one would ask. */
export const functionNames = {
  head: 'Leitung',
  cooperative: 'Ansprechstelle für den Verbund',
  securityOffice: 'Informationssicherheit',
  itEmergency: 'IT-Notfall',
  itDepartment: 'IT',
  dataProtection: 'Datenschutz',
  invoices: 'Rechnungsanschrift',
  press: 'Presse',
} as const

export type ContactFunction = keyof typeof functionNames
export const contactFunctions = Object.keys(functionNames) as [ContactFunction, ...ContactFunction[]]
export const isContactFunction = (text: string | undefined): text is ContactFunction =>
  contactFunctions.some((name) => name === text)

export const contactFields = ['name', 'email', 'phone', 'address', 'note'] as const

export const contactFieldNames = {
  name: 'Name oder Stelle',
  email: 'E-Mail',
  phone: 'Telefon',
  address: 'Anschrift',
  note: 'Hinweis',
} as const

export type ContactDetails = Record<(typeof contactFields)[number], string>

export interface Contact extends ContactDetails {
  function: ContactFunction
  version: number
}

export const noDetails: ContactDetails = { name: '', email: '', phone: '', address: '', note: '' }

/** A contact that was removed: only its version is left. */
export const isRemoved = (contact: ContactDetails): boolean => contactFields.every((field) => contact[field] === '')
