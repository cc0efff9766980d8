import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { versionInWords } from '../announcements/announcement.ts'

/** What the rows of the one query say; words and addresses are made of them in tasks.ts. */
interface Common {
  /** Stable for as long as it is the same duty. */
  key: string
  assessmentId: string
  organizationId: string
  organizationName: string
  catalogTitle: string
  /** Local day. */
  dueOn: string | null
}

export type Duty = Common &
  (
    | { kind: 'delegated'; lists: string[]; open: number; total: number; by: string | null; note: string }
    | { kind: 'open'; open: number; total: number }
    | { kind: 'unconfirmed'; open: number }
    | { kind: 'sourceChanged'; changed: number }
    | { kind: 'disputed'; disputed: number }
    | { kind: 'judge'; open: number; replied: number }
    | { kind: 'sign'; /** As JSON of the database writes it. */ signedAt: string }
    | { kind: 'ready' }
    | { kind: 'reopen'; reason: string }
    | { kind: 'evidence'; title: string; controlId: string; question: string }
    | { kind: 'begin' }
    | { kind: 'migrate'; toId: string; toTitle: string; toVersion: string }
  )

const counted = (count: number, one: string, many: string): string => (count === 1 ? `1 ${one}` : `${count} ${many}`)
const questions = (count: number): string => counted(count, 'Frage', 'Fragen')

const parts = (...words: (string | false | null)[]): string =>
  words.filter((word): word is string => typeof word === 'string' && word !== '').join(' · ')

/** Of the words of somebody else so many are shown here. */
const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 119).trimEnd()}…` : text)

const quoted = (titles: readonly string[]): string => {
  const [first = '', ...others] = titles
  return others.length === 0
    ? `„${first}“`
    : `„${first}“ und ${counted(others.length, 'weitere Liste', 'weitere Listen')}`
}

/** The deed. */
export function titleOf(duty: Duty): string {
  switch (duty.kind) {
    case 'delegated':
      return `${questions(duty.open)} in ${quoted(duty.lists)} beantworten`
    case 'open':
      return `${questions(duty.open)} in „${duty.catalogTitle}“ beantworten`
    case 'unconfirmed':
      return `${counted(duty.open, 'übernommene Antwort', 'übernommene Antworten')} bestätigen`
    case 'sourceChanged':
      return `${counted(duty.changed, 'Antwort', 'Antworten')} prüfen: Die Quelle hat sich geändert`
    case 'disputed':
      return `${counted(duty.disputed, 'strittige Antwort', 'strittige Antworten')} klären`
    case 'judge':
      return `${duty.organizationName}: ${counted(duty.open + duty.replied, 'Antwort', 'Antworten')} vor Ort prüfen`
    case 'sign':
    case 'ready':
      return `Prüfung „${duty.catalogTitle}“ abnehmen`
    case 'reopen':
      return `Über die Wiederöffnung von „${duty.catalogTitle}“ entscheiden`
    case 'evidence':
      return `Nachweis „${short(duty.title)}“ erneuern`
    case 'migrate':
      return `Prüfung „${duty.catalogTitle}“ auf die neue Fassung überführen`
    case 'begin':
      return 'Die erste Prüfung beginnen'
  }
}

type Reviewed = Extract<Duty, { kind: 'disputed' | 'judge' | 'sign' | 'ready' | 'reopen' }>

/** Why it is the reader's, and what depends on it. */
export function reasonOf(duty: Duty, isOwn: boolean): string {
  switch (duty.kind) {
    case 'delegated':
      return parts(
        duty.catalogTitle,
        `${duty.total - duty.open} von ${duty.total} beantwortet`,
        `${duty.by ?? 'Eine Kollegin oder ein Kollege'} hat Ihnen das übertragen und braucht es für die Prüfung`,
        duty.note !== '' && `„${short(duty.note)}“`,
      )
    case 'open':
      return parts(
        `${duty.total - duty.open} von ${duty.total} beantwortet`,
        'niemandem sonst übertragen',
        'erst danach sagt das Ergebnis, wo Sie stehen',
      )
    case 'unconfirmed':
      return parts(
        duty.catalogTitle,
        'aus einer anderen Prüfung übernommen',
        'gezählt werden sie, sobald jemand sagt, dass sie noch stimmen',
      )
    case 'sourceChanged':
      return parts(duty.catalogTitle, 'aus einer anderen Prüfung übernommen, und dort steht inzwischen etwas anderes')
    case 'evidence':
      return parts(duty.catalogTitle, `„${short(duty.question)}“`, 'danach belegt er die Antwort nicht mehr')
    case 'begin':
      return parts(
        'Für Ihre Organisation gibt es noch keine',
        'der Startcheck dauert eine halbe Stunde, unterbrechen können Sie jederzeit',
      )
    case 'migrate':
      return parts(
        versionInWords({ title: duty.toTitle, version: duty.toVersion }),
        'die Programmleitung bittet darum',
        'Ihre Antworten ziehen mit um, verloren geht nichts',
      )
    default:
      return reasonInReview(duty, isOwn)
  }
}

function reasonInReview(duty: Reviewed, isOwn: boolean): string {
  const other = isOwn ? 'Das Prüfhaus' : duty.organizationName
  switch (duty.kind) {
    case 'disputed':
      return parts(
        duty.catalogTitle,
        'das Prüfhaus sieht es anders und wartet auf Ihre Erwiderung oder eine neue Antwort',
      )
    case 'judge':
      return parts(
        duty.catalogTitle,
        duty.open > 0 && `${counted(duty.open, 'Antwort', 'Antworten')} noch nicht beurteilt`,
        duty.replied > 0 && `${duty.replied} strittig mit Erwiderung`,
        duty.dueOn !== null && 'so lange sind Sie zugewiesen',
      )
    case 'sign':
      return parts(
        isOwn ? null : duty.organizationName,
        `${other} hat am ${germanDay(localDay(Temporal.Instant.from(duty.signedAt)))} unterschrieben`,
        'mit Ihrer Unterschrift ist die Prüfung abgenommen',
      )
    case 'ready':
      return parts(
        isOwn ? null : duty.organizationName,
        'alles ist beantwortet und vor Ort beurteilt',
        'es fehlen die Unterschriften',
      )
    case 'reopen':
      return parts(
        `${other} bittet darum: „${short(duty.reason)}“`,
        'ohne Ihre Zustimmung bleibt alles, wie es unterschrieben ist',
      )
  }
}
