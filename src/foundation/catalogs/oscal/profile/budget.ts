import type { Warnings } from '../document/warnings.ts'

/** What one resolution collects, and what it may still use up. */
export interface Effort {
  warnings: Warnings
  budget: Budget
}

/** How much work a profile may make: a small file with many alterations of a large control must not take minutes. */
export class Budget {
  private left = 20_000_000

  /** False when it is used up: whoever asks stops. */
  spend(steps: number): boolean {
    this.left -= steps
    return this.left >= 0
  }

  get exhausted(): boolean {
    return this.left < 0
  }
}
