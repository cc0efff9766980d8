import type { ComponentChildren } from 'preact'
import type { Outcome, Refusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'

/** Written in a transaction of its own: `gate` before the answer is sent (no note, no answer), `trace` afterwards, kept even when the work was undone. */
export interface Note {
  kind: 'gate' | 'trace'
  write(db: Db): Promise<unknown>
}

/** A part of the answer that could not be made; the rest stands, and the page says what is missing. */
export interface Fault {
  /** Stable, for the log: `tasks security/assessments`. */
  part: string
  error: unknown
}

interface Common {
  notes?: Note[] | undefined
  /** Written to the log. */
  faults?: readonly Fault[] | undefined
  headers?: Record<string, string> | undefined
}

export interface Crumb {
  label: string
  href?: string | undefined
}

/** A page: data only, rendered after the transaction has ended. */
export interface PageAnswer extends Common {
  kind: 'page'
  status: 200 | 201 | 403 | 404 | 409 | 413 | 422 | 429
  title: string
  crumbs?: Crumb[] | undefined
  /** Names of the islands (folders of src/browser) that this page uses. */
  islands?: string[] | undefined
  /** A work surface: no navigation beside it, the menu opens from the head. */
  wide?: boolean | undefined
  /** How many duties the person has, where the page knows it anyway. */
  duties?: number | undefined
  /** Figures beside ways of the navigation, by path, where the page knows them anyway. */
  counts?: Readonly<Record<string, number>> | undefined
  view: () => ComponentChildren
  /** The work was refused: its transaction is undone. */
  refusal?: Refusal | undefined
}

export interface RedirectAnswer extends Common {
  kind: 'redirect'
  to: string
  /** One sentence, shown on the next page. */
  flash?: string | undefined
}

/** Bytes that are too many to be held, read after the transaction. */
export interface StoredBody {
  size: number
  /** With quotes. Who has it already gets 304 and no bytes. */
  etag: string
  /** Asked before anything is sent. */
  isThere(): Promise<boolean>
  read(): ReadableStream<Uint8Array<ArrayBuffer>>
}

/** Bytes that take a while to make: a report that is set. Made after the transaction and the notes; a refusal is answered with 422. */
export interface MadeBody {
  make(): Promise<Outcome<Uint8Array<ArrayBuffer>>>
}

/** Always sent as an attachment. */
export interface FileAnswer extends Common {
  kind: 'file'
  name: string
  type: string
  body: string | Uint8Array<ArrayBuffer> | StoredBody | MadeBody
  /** For programs that come again and again: an ETag of the bytes, and 304 for who has them already. */
  isReread?: true | undefined
}

export interface JsonAnswer extends Common {
  kind: 'json'
  status: 200 | 201 | 202
  body: unknown
}

/** RFC 9457. `type` is the last part of its address and stable; `title` is a German sentence. */
export interface ProblemAnswer extends Common {
  kind: 'problem'
  status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 422 | 428 | 429 | 500 | 503
  type: string
  title: string
  refusal?: Refusal | undefined
  more?: Record<string, unknown> | undefined
}

export type Answer = PageAnswer | RedirectAnswer | FileAnswer | JsonAnswer | ProblemAnswer

export const page = (answer: Omit<PageAnswer, 'kind' | 'status'> & { status?: PageAnswer['status'] }): PageAnswer => ({
  kind: 'page',
  status: 200,
  ...answer,
})

export const redirect = (to: string, flash?: string): RedirectAnswer => ({ kind: 'redirect', to, flash })

export const json = (body: unknown, status: 200 | 201 | 202 = 200, headers?: Record<string, string>): JsonAnswer => ({
  kind: 'json',
  status,
  body,
  headers,
})

/** Not visible for this actor, or not there: the same answer, so that it tells nothing. */
export const notFound = (title = 'Das gibt es nicht, oder es gehört einer anderen Organisation.'): ProblemAnswer => ({
  kind: 'problem',
  status: 404,
  type: 'nicht-gefunden',
  title,
})

/** Was there, and will not come back: who asks again and again may stop. */
export const gone = (title: string): ProblemAnswer => ({ kind: 'problem', status: 410, type: 'nicht-mehr-da', title })

/** Visible, but not allowed: with the reason. */
export const forbidden = (refusal: Refusal): ProblemAnswer => ({
  kind: 'problem',
  status: 403,
  type: 'nicht-erlaubt',
  title: refusal.refused,
  refusal,
})

/** A rule or the input stands against it. */
export const unprocessable = (refusal: Refusal): ProblemAnswer => ({
  kind: 'problem',
  status: 422,
  type: 'nicht-moeglich',
  title: refusal.refused,
  refusal,
})

/** Whether the transaction of this answer must be undone. */
export const isUndone = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'refusal' in answer && answer.refusal !== undefined

export const isStored = (body: FileAnswer['body']): body is StoredBody => typeof body === 'object' && 'read' in body

export const isMade = (body: FileAnswer['body']): body is MadeBody => typeof body === 'object' && 'make' in body
