import type { Temporal } from 'temporal-polyfill'

export const contactKinds = ['call', 'mail', 'visit', 'note'] as const
export type ContactKind = (typeof contactKinds)[number]

const kindNames: Record<ContactKind, string> = { call: 'Anruf', mail: 'E-Mail', visit: 'Besuch', note: 'Notiz' }

/** "Anruf", "E-Mail", "Besuch", "Notiz". */
export const contactKindInWords = (kind: ContactKind): string => kindNames[kind]

/** What was said between the cooperative and a municipality about a programme. The municipality does not read it. */
export interface ContactEntry {
  id: string
  organizationId: string
  organizationName: string
  programmeId: string
  kind: ContactKind
  /** Local day. */
  onDay: string
  withWhom: string
  what: string
  followUpOn: string | null
  followedUpAt: Temporal.Instant | null
  writtenBy: string
  writerName: string | null
  writtenAt: Temporal.Instant
}
