import { type Outcome, refuse } from '#kernel/outcome.ts'

export const may = {
  /** Orders and entries by hand. `isLed` comes with the road. */
  book: ({ isLed }: { isLed: boolean }): Outcome<true> =>
    isLed || refuse('Buchen und beauftragen kann nur, wer das Programm leitet.'),
}
