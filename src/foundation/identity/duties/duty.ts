import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { lastDay } from '../invitations/invitation.ts'

interface Common {
  /** Stable for as long as it is the same duty. */
  key: string
  organizationId: string
  organizationName: string
  /** The instant by which it is to be done, or at which something ran out. */
  at: Temporal.Instant | null
}

export type Duty = Common &
  (
    | { kind: 'expired'; who: string }
    | { kind: 'confirm'; who: string }
    | { kind: 'object'; who: string }
    | { kind: 'headless'; people: number }
    | { kind: 'empty'; places: number }
  )

/** The deed. */
export function titleOf(duty: Duty): string {
  switch (duty.kind) {
    case 'expired':
      return `${duty.who} noch einmal einladen`
    case 'confirm':
      return `Vorschlag für ${duty.organizationName} bestätigen oder ablehnen`
    case 'object':
      return `Prüfen, ob ${duty.who} die Zugänge verwalten soll`
    case 'headless':
      return `Für ${duty.organizationName} jemanden für die Zugänge vorschlagen`
    case 'empty':
      return duty.places === 1
        ? `${duty.organizationName} einladen`
        : `${duty.places} Organisationen ohne Zugang einladen`
  }
}

/** Why it is the reader's, and what depends on it. */
export function reasonOf(duty: Duty): string {
  switch (duty.kind) {
    case 'expired':
      return `${duty.organizationName} · Ihre Einladung galt bis ${duty.at ? lastDay(duty.at) : 'gestern'} und ist nicht angenommen · oder Sie ziehen sie zurück`
    case 'confirm':
      return `${duty.who} soll dort die Zugänge verwalten · jemand anderes aus dem Verbund hat das vorgeschlagen, es braucht eine zweite Person`
    case 'object':
      return `Der Verbund hat das vorgeschlagen, weil niemand erreichbar war · ohne Widerspruch wird es wirksam`
    case 'headless':
      return `${duty.people === 1 ? 'Eine Person arbeitet' : `${duty.people} Personen arbeiten`} dort, und niemand kann Aufgaben geben oder einladen`
    case 'empty':
      return 'Dort gibt es noch niemanden, und keine Einladung ist unterwegs'
  }
}

/** The last local day. What becomes effective within a day must be seen on that day. */
export const dueOn = ({ kind, at }: Duty): Temporal.PlainDate | null =>
  at === null || kind === 'expired' ? null : localDay(at.subtract({ seconds: 1 }))
