import { limits } from '../limits.ts'
import { Problems } from './problems.ts'
import { Warnings } from './warnings.ts'

/** What one reading of one catalog or mapping collection collects and may still use up. */
export interface Reading {
  readonly problems: Problems
  readonly warnings: Warnings
  readonly budget: { inserts: number; characters: number; relations: number }
}

export const newReading = (): Reading => ({
  problems: new Problems(),
  warnings: new Warnings(),
  budget: { inserts: limits.inserts, characters: limits.insertedCharacters, relations: limits.relations },
})
