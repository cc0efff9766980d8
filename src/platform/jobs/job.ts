import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { PublicContext } from '#platform/http/context.ts'

/** What a job's work may use. Units are short; mail, files and network belong between them, never inside. */
export interface JobTools {
  now(): Temporal.Instant
  /**
   * One transaction in the scope of whoever enqueued the job (`as: 'system'`: of the worker). It is undone when another
   * worker has the job by now, and otherwise keeps the job for another lease.
   */
  unit<T>(work: (ctx: PublicContext) => Promise<T>): Promise<T>
  /** The same under the worker's own role: no table of a module, only the functions granted to `lotsenwerk_worker`. */
  system<T>(work: (ctx: PublicContext) => Promise<T>): Promise<T>
  /** The last transaction: what it writes and the end of the job are one, so the effect happens exactly once. */
  finish(work: (ctx: PublicContext) => Promise<void>): Promise<void>
  /** Aborted when the process stops: long work should throw `stopping.reason` between its steps and is put back. */
  stopping: AbortSignal
  /** Which try this is, from 1. */
  attempt: number
}

/** When a regular job is due again; a day's time is local. */
export type Schedule = { everyMinutes: number } | { dailyAt: string }

export interface Job<Data = unknown> {
  /** `module.deed`, stable: rows of the queue name it. */
  name: string
  /** What the administrator reads, in German: "Mail versenden". */
  title: string
  data: z.ZodType<Data>
  /** Under whom `unit` and `finish` run: of the worker, of the role that counts for pictures; whoever enqueued it when not given. */
  as?: 'system' | 'insights' | undefined
  /** Tries until it is dead; 10 when not given (about four hours with the growing pauses). */
  attempts?: number | undefined
  /** The pauses between tries grow to at most so much, in seconds; six hours when not given. */
  longestPause?: number | undefined
  schedule?: Schedule | undefined
  /** Longest time between two of its units, in seconds, before another worker may take it; 300 when not given. */
  leaseSeconds?: number | undefined
  run(tools: JobTools, data: Data): Promise<void>
}

export const defaults = { attempts: 10, leaseSeconds: 300, longestPause: 6 * 3600 }

/** Declares a job; the schema gives `run` its type. */
export const job = <Data>(declared: Job<Data>): Job => declared
