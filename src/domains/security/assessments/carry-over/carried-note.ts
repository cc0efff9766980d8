import { givenInWords } from '../assessment.ts'
import type { Voice } from './propose.ts'

const longest = 10_000

/** What stands as note at an answer that was taken from elsewhere: from where, and what was written there. */
export function carriedNote(voices: readonly Voice[]): string {
  const lines = voices.map(({ check, source }) => {
    const from = `Übernommen aus „${check.catalogTitle}“, ${source.controlId}: ${givenInWords(source)}.`
    return source.note === '' ? from : `${from} Notiz dort: ${source.note}`
  })
  return lines.join('\n').slice(0, longest)
}
