import type { Context } from '#platform/http/context.ts'
import type { HandedOver } from './departure.ts'

/** Who leaves, and who takes over. */
export interface Leaving {
  place: { id: string; name: string; kind: string }
  person: { id: string; name: string }
  /** Undefined when nobody was named: what needs somebody then ends. */
  successor: { id: string; name: string } | undefined
  /** Those who give out roles there. */
  heads: readonly string[]
  /** The first day without the leaver; today when it is at once. */
  firstDay: string
}

/**
 * What a module does with the things somebody holds who leaves: a delegation, an open task. It runs in the transaction of the
 * departure, before the roles end, and returns a line of the report for each thing. Collected in src/app/modules.ts.
 */
export type HandOver = (ctx: Context, leaving: Leaving) => Promise<HandedOver[]>
