import type { Temporal } from 'temporal-polyfill'
import type { Visit } from './visit.ts'

/** Something the person was told and has not read yet. */
export interface Unread {
  id: string
  title: string
  url: string
  organizationId: string | null
  createdAt: Temporal.Instant
}

export type DeedKind = 'answers' | 'verdicts' | 'remarks' | 'evidence' | 'signature' | 'start'

/** What others did in the checks of the own organization since the last visit; of one kind, person and check together. */
export interface Deed {
  kind: DeedKind
  assessmentId: string
  catalogTitle: string
  /** Null where the reader may not see who it was. */
  who: string | null
  count: number
  at: Temporal.Instant
}

export interface News {
  visit: Visit | null
  unread: Unread[]
  unreadTotal: number
  deeds: Deed[]
}

const counted = (count: number, one: string, many: string): string => (count === 1 ? one : `${count} ${many}`)

/** "Tobias Brandt hat 3 Fragen beantwortet" */
export function deedInWords({ kind, who, count }: Deed): string {
  const name = who ?? (kind === 'verdicts' || kind === 'remarks' ? 'Das Prüfhaus' : 'Jemand')
  switch (kind) {
    case 'answers':
      return `${name} hat ${counted(count, 'eine Frage', 'Fragen')} beantwortet`
    case 'verdicts':
      return `${name} hat ${counted(count, 'eine Antwort', 'Antworten')} beurteilt`
    case 'remarks':
      return `${name} hat ${counted(count, 'einen Beitrag', 'Beiträge')} geschrieben`
    case 'evidence':
      return `${name} hat ${counted(count, 'einen Nachweis', 'Nachweise')} abgelegt`
    case 'signature':
      return `${name} hat die Prüfung unterschrieben`
    case 'start':
      return `${name} hat die Prüfung begonnen`
  }
}
