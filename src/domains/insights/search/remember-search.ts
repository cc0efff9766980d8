import { sql } from 'kysely'
import type { Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { SearchPhrase } from './words.ts'

/** Written after the page was sent; the same words again are not a further search. */
export const rememberSearch = (now: Context['now'], { text, words }: SearchPhrase): Note => ({
  kind: 'trace',
  write: (db) => sql`select search.remember(${text}, ${words.join(' ')}, ${now.toString()}::timestamptz)`.execute(db),
})
