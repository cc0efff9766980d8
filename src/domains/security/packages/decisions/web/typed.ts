import type { Refusal } from '#kernel/outcome.ts'

/** What a page shows again after a refusal: which form it was, with what was typed, and why. */
export interface Typed {
  at?: string | undefined
  form?: Record<string, string> | undefined
  refusal?: Refusal | undefined
  /** Somebody else was faster. */
  isStale?: boolean | undefined
}

/** The status of a page that is shown again. */
export const statusOf = ({ refusal, isStale }: Typed): 200 | 409 | 422 => (isStale ? 409 : refusal ? 422 : 200)
