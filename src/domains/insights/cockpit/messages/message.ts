import type { Temporal } from 'temporal-polyfill'
import type { FieldError } from '#kernel/outcome.ts'

export const audiences = ['chiefExecutive', 'securityOfficer', 'speakers'] as const
export type Audience = (typeof audiences)[number]

export const audienceNames: Record<Audience, string> = {
  chiefExecutive: 'Hausspitze',
  securityOfficer: 'Informationssicherheit',
  speakers: 'alle, die für die Kommune sprechen',
}

/** At once; more are several messages. */
export const mostRecipients = 500

/** What may stand in a text, and what is put in its place. */
export const placeholders = {
  kommune: 'Name der Kommune',
  schritt: 'der Schritt, bei dem sie steht',
  seit: 'der Tag, seit dem gewartet wird',
  fehlt: 'was fehlt',
  frist: 'der letzte Tag des Programms',
} as const

export type Values = Record<keyof typeof placeholders, string>

const placeholder = /\{([^{}]*)\}/g

/** Values are put in once: what looks like a placeholder in a name stays as it is. */
export const fill = (text: string, values: Values): string =>
  text.replaceAll(placeholder, (whole, name: string) =>
    Object.hasOwn(values, name) ? values[name as keyof Values] : whole,
  )

/** Placeholders that nobody knows, and brackets that do not close. */
export function faultsIn(path: string, text: string): FieldError[] {
  const possible = Object.keys(placeholders)
    .map((name) => `{${name}}`)
    .join(', ')
  const unknown = [...text.matchAll(placeholder)].flatMap(([whole, name = '']) =>
    Object.hasOwn(placeholders, name) ? [] : [whole],
  )
  const faults = [...new Set(unknown)].map((each) => `${each} gibt es hier nicht. Möglich sind: ${possible}.`)
  if (/[{}]/.test(text.replaceAll(placeholder, '')))
    faults.push('Hier fehlt eine Klammer. Ein Platzhalter hat eine vorn und eine hinten, zum Beispiel {kommune}.')
  return faults.map((message) => ({ path, message }))
}

/** Somebody who gets it, for one municipality. */
export interface Recipient {
  enrollmentId: string
  organizationId: string
  /** Null for a contact address without an account. */
  personId: string | null
  name: string
  email: string
}

/** A message that was sent. */
export interface Message {
  id: string
  subject: string
  text: string
  audience: readonly Audience[]
  toContacts: boolean
  municipalities: number
  recipients: number
  sentAt: Temporal.Instant
  sentBy: string
  senderName: string | null
}
