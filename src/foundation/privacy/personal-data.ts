type Fact = string | number | boolean | null | readonly string[]
type Row = Readonly<Record<string, Fact>>

/** Everything that is known about a person (privacy.person_data); also the file that is handed out. */
export interface PersonalData {
  person: Row
  roles: readonly Row[]
  assignments: readonly Row[]
  substitutions: readonly Row[]
  departures: readonly Row[]
  invitations: readonly Row[]
  signIn: Row
  sessions: readonly Row[]
  devices: readonly Row[]
  tokens: readonly Row[]
  mails: readonly Row[]
  notifications: readonly Row[]
  deeds: readonly Row[]
}

/** What the parts are called, in the order in which people read them. */
export const partNames = {
  roles: 'Aufgaben',
  assignments: 'Einsätze bei Kommunen',
  substitutions: 'Vertretungen',
  departures: 'Ausscheiden',
  invitations: 'Einladungen',
  sessions: 'Anmeldungen',
  devices: 'Wiedererkannte Geräte',
  tokens: 'Zugangsschlüssel',
  mails: 'Mails an diese Adresse',
  notifications: 'Mitteilungen',
  deeds: 'Vorgänge im Protokoll',
} as const

export type Part = keyof typeof partNames

/** A person as the page for requests shows it. */
export interface PersonSummary {
  id: string
  name: string
  email: string
  /** Holds a role, an assignment or a substitution today or later. */
  active: boolean
  erased: boolean
}

/** A term of the retention rules with what is over it now. */
export interface RetentionRule {
  name: string
  what: string
  termHours: number
  since: string
  ground: string
  relation: string
  rows: number
}

/** 48 Stunden, 1 Tag, 90 Tage */
export function termInWords(hours: number): string {
  if (hours < 72 && hours !== 24) return `${hours} Stunden`
  const days = Math.round(hours / 24)
  return days === 1 ? '1 Tag' : `${days} Tage`
}
