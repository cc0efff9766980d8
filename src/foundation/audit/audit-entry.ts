import type { Temporal } from 'temporal-polyfill'
import type { Deed, EventWords } from './event-word.ts'

export interface Named {
  id: string
  name: string
}

/** An entry as its readers get it. */
export interface AuditEntry {
  id: string
  at: Temporal.Instant
  event: string
  subjectId: string | null
  data: Record<string, unknown>
  organization: Named | null
  actingFor: Named | null
  person: Named | null
  /** There was a person, whose part has been erased. */
  personErased: boolean
  about: Named | null
  aboutErased: boolean
  /** Names of those for whom the person stood in then. */
  deputyFor?: readonly string[] | undefined
}

/** `own`: what one did oneself; `organization`: of the organization acted for; `platform`: what concerns no organization. */
export const scopes = ['own', 'organization', 'platform'] as const
export type Scope = (typeof scopes)[number]

const doerOf = ({ person, personErased, actingFor, organization, deputyFor = [] }: AuditEntry): string => {
  const name = person?.name ?? (personErased ? 'Eine ehemalige Person' : 'Der Betrieb')
  const isGuest = actingFor && organization && actingFor.id !== organization.id
  if (isGuest) return `${name} (${actingFor.name})`
  return deputyFor.length > 0 ? `${name}, in Vertretung von ${deputyFor.join(' und ')},` : name
}

const deedOf = (entry: AuditEntry): Deed => ({
  who: doerOf(entry),
  about: entry.about?.name ?? (entry.aboutErased ? 'eine ehemalige Person' : null),
  organization: entry.organization?.name ?? null,
  data: entry.data,
})

/** The entry in a sentence. An event that nobody words (any more) is told by its name. */
export const inWords = (entry: AuditEntry, words: EventWords): string =>
  words[entry.event]?.tell(deedOf(entry)) ?? `${doerOf(entry)}: ${entry.event}.`

export interface ToldEntry {
  sentence: string
  title: string
  /** The newest of those that say the same one after the other. */
  last: AuditEntry
  firstAt: Temporal.Instant
  times: number
}

/** What follows each other and says the same becomes one line: forty pages of one check that somebody read. */
export function folded(entries: readonly AuditEntry[], words: EventWords): ToldEntry[] {
  const told: ToldEntry[] = []
  for (const entry of entries) {
    const sentence = inWords(entry, words)
    const before = told.at(-1)
    if (before?.sentence === sentence && before.last.subjectId === entry.subjectId) {
      before.times += 1
      before.firstAt = entry.at
    } else
      told.push({ sentence, title: words[entry.event]?.title ?? entry.event, last: entry, firstAt: entry.at, times: 1 })
  }
  return told
}
