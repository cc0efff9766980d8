import { type Refusal, refuse } from '#kernel/outcome.ts'
import { type Measure, measureStateInWords } from './measure.ts'

/** What somebody reads who was slower than another. */
export const staleMeasure = ({ title, state }: Pick<Measure, 'title' | 'state'>): Refusal =>
  refuse(
    `Diese Maßnahme wurde inzwischen geändert: „${title}“ ist ${measureStateInWords(state)}. Ihre Fassung ist nicht gespeichert.`,
  )
