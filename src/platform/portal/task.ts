import type { Temporal } from 'temporal-polyfill'
import type { Note } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { Source } from './source.ts'

/** Something that somebody has to do, and the one step that does it. */
export interface Task {
  /** Stable within its source for as long as it is the same duty: `sign-off:01940d1c-…`. */
  key: string
  /** The deed, in German: "Prüfung abnehmen". */
  title: string
  /** Why it is this person's, and what depends on it; one or two German sentences or parts joined by " · ". */
  reason: string
  /** The last local day; null without a deadline. */
  dueOn: Temporal.PlainDate | null
  /** Path of the page where one step does it. */
  url: string
  /** Path of the page where somebody else can take it over; absent where nobody can. */
  handOnUrl?: string | undefined
}

export interface TaskPage {
  /** The most urgent first (those with a day before those without), at most `limit`. */
  items: readonly Task[]
  /** All of them, also those beyond the limit. */
  total: number
  /** Whoever shows them writes these first: duties may tell what stands in things of others. */
  notes?: readonly Note[] | undefined
}

/**
 * A module's part of the list of duties, declared in its `tasks.ts` and collected in src/app/portal-parts.ts: at most two queries, under the
 * actor's own rights (what the actor may not see is no duty), or one that goes with those of other modules.
 */
export type TaskSource = TaskSourceNames & Source<Context, { limit: number }, TaskPage>

export interface TaskSourceNames {
  /** `module`, stable; names the source in keys and logs. */
  name: string
  /** What the person reads above it, or when it fails: "Prüfungen". */
  title: string
}
