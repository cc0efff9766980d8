import type { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import type { PublicContext } from '#platform/http/context.ts'

/** What a job's work may use. Units are short; mail, files and network belong between them, never inside. */
export interface JobTools {
  now(): Temporal.Instant
  /** One transaction in the scope of whoever enqueued the job. */
  unit<T>(work: (ctx: PublicContext) => Promise<T>): Promise<T>
  /** The last transaction: what it writes and the end of the job are one, so the effect happens exactly once. */
  finish(work: (ctx: PublicContext) => Promise<void>): Promise<void>
  /** Aborted when the process stops: long work should look at it between its steps. */
  stopping: AbortSignal
}

/** When a regular job is due again. */
export type Schedule = { everyMinutes: number } | { dailyAt: string }

export interface Job<Data = unknown> {
  /** `module.deed`, stable: rows of the queue name it. */
  name: string
  data: z.ZodType<Data>
  /** Tries until it is dead; 10 when not given (about two days with the growing pauses). */
  attempts?: number | undefined
  schedule?: Schedule | undefined
  /** Longest time one try may take before another worker may take it, in seconds; 300 when not given. */
  leaseSeconds?: number | undefined
  run(tools: JobTools, data: Data): Promise<void>
}

/** Declares a job; the schema gives `run` its type. */
export const job = <Data>(declared: Job<Data>): Job => declared
