type Fact = string | number | boolean | null | readonly string[]
type Row = Readonly<Record<string, Fact>>

/** Everything that is known about a person (privacy.person_data); also the file that is handed out. */
export interface PersonalData {
  person: Row
  roles: readonly Row[]
  assignments: readonly Row[]
  appointments: readonly Row[]
  substitutions: readonly Row[]
  departures: readonly Row[]
  invitations: readonly Row[]
  signIn: Row
  sessions: readonly Row[]
  devices: readonly Row[]
  tokens: readonly Row[]
  calendarFeeds: readonly Row[]
  mails: readonly Row[]
  notifications: readonly Row[]
  notificationSettings: readonly Row[]
  searches: readonly Row[]
  pins: readonly Row[]
  navigator: readonly Row[]
  programmes: readonly Row[]
  interests: readonly Row[]
  cockpitViews: readonly Row[]
  consents: readonly Row[]
  registrations: readonly Row[]
  certificates: readonly Row[]
  measures: readonly Row[]
  yearEndReminders: readonly Row[]
  deeds: readonly Row[]
}

/** What the parts and their columns are called, in the order in which people read them. */
export const parts = {
  roles: {
    title: 'Aufgaben',
    columns: { role: 'Aufgabe', organization: 'Organisation', from: 'Von', until: 'Bis' },
  },
  assignments: { title: 'Einsätze bei Kommunen', columns: { organization: 'Organisation', from: 'Von', until: 'Bis' } },
  appointments: {
    title: 'Termine mit Kommunen',
    columns: {
      title: 'Anlass',
      organization: 'Kommune',
      startsAt: 'Wann',
      appointmentState: 'Stand',
      attended: 'War da',
    },
  },
  substitutions: {
    title: 'Vertretungen',
    columns: { organization: 'Organisation', isRepresented: 'Die Person', from: 'Von', until: 'Bis' },
  },
  departures: { title: 'Ausscheiden', columns: { organization: 'Organisation', lastDay: 'Letzter Tag' } },
  invitations: {
    title: 'Einladungen',
    columns: {
      organization: 'Organisation',
      name: 'Name',
      email: 'Adresse',
      roles: 'Aufgaben',
      invitedAt: 'Eingeladen',
      acceptedAt: 'Angenommen',
    },
  },
  sessions: {
    title: 'Anmeldungen',
    columns: { device: 'Gerät', openedAt: 'Angemeldet', lastSeenAt: 'Zuletzt genutzt' },
  },
  devices: { title: 'Wiedererkannte Geräte', columns: { knownSince: 'Bekannt seit', lastUsedAt: 'Zuletzt genutzt' } },
  tokens: {
    title: 'Zugangsschlüssel',
    columns: {
      name: 'Wofür',
      scope: 'Umfang',
      createdAt: 'Erstellt',
      expiresAt: 'Gilt bis',
      lastUsedAt: 'Zuletzt genutzt',
      revokedAt: 'Widerrufen',
    },
  },
  calendarFeeds: {
    title: 'Abonnierte Kalender',
    columns: { organization: 'Organisation', createdAt: 'Erstellt', lastReadAt: 'Zuletzt gelesen' },
  },
  mails: {
    title: 'Mails an diese Adresse',
    columns: { to: 'An', template: 'Mail', state: 'Stand', createdAt: 'Geschrieben', sentAt: 'Versandt' },
  },
  notifications: { title: 'Mitteilungen', columns: { title: 'Mitteilung', createdAt: 'Vom', readAt: 'Gelesen' } },
  notificationSettings: {
    title: 'Wie Mitteilungen kommen',
    columns: {
      kind: 'Art',
      channel: 'Wie',
      weekday: 'Am',
      hour: 'Um (Uhr)',
      quietFrom: 'Ruhe von',
      quietUntil: 'Ruhe bis',
      changedAt: 'Gewählt',
    },
  },
  searches: { title: 'Letzte Suchen', columns: { query: 'Gesucht', searchedAt: 'Wann' } },
  pins: { title: 'Gemerkte Treffer der Suche', columns: { title: 'Treffer', pinnedAt: 'Gemerkt' } },
  navigator: {
    title: 'Als Digital-Navigator benannt',
    columns: { programme: 'Programm', organization: 'Organisation', from: 'Von', until: 'Bis' },
  },
  programmes: {
    title: 'Zuständigkeit in Programmen',
    columns: { programme: 'Programm', function: 'Als', from: 'Von', until: 'Bis' },
  },
  cockpitViews: {
    title: 'Gemerkte Ansichten des Cockpits',
    columns: { name: 'Ansicht', programme: 'Programm', changedAt: 'Geändert' },
  },
  consents: {
    title: 'Einwilligungen für eine Kommune',
    columns: {
      consentPurpose: 'Wofür',
      organization: 'Organisation',
      givenAt: 'Selbst gegeben',
      revokedAt: 'Selbst widerrufen',
    },
  },
  registrations: {
    title: 'Anmeldungen zu Kursen und Veranstaltungen',
    columns: {
      title: 'Veranstaltung',
      startsAt: 'Beginn',
      seatState: 'Stand',
      registeredAt: 'Angemeldet',
      datesAttended: 'Termine, bei denen sie da war',
      note: 'Notiz',
    },
  },
  certificates: {
    title: 'Zertifikate',
    columns: { title: 'Kurs', number: 'Nummer', holderName: 'Name', issuedAt: 'Ausgestellt' },
  },
  measures: {
    title: 'Maßnahmen, für die sie zuständig ist',
    columns: { title: 'Maßnahme', organization: 'Organisation', dueOn: 'Fällig', measureState: 'Stand' },
  },
  yearEndReminders: {
    title: 'Erinnerungen vor der Frist eines Programms',
    columns: { programme: 'Programm', organization: 'Für wen', day: 'Am' },
  },
  deeds: {
    title: 'Vorgänge im Protokoll',
    columns: { event: 'Was', organization: 'Für wen', byPerson: 'Die Person', at: 'Wann' },
  },
  interests: {
    title: 'Interesse an Programmen, ohne Anmeldung erklärt',
    columns: {
      programme: 'Programm',
      municipality: 'Kommune',
      name: 'Name',
      function: 'Aufgabe',
      email: 'Adresse',
      phone: 'Telefon',
      message: 'Nachricht',
      receivedAt: 'Gemeldet',
    },
  },
} as const satisfies Record<string, { title: string; columns: Record<string, string> }>

export type Part = keyof typeof parts

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
