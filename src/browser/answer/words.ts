import { germanMoment, germanTime } from './moment.ts'
import type { State } from './state.ts'

/** What stands beside the answer. */
export type Words =
  /** As the server wrote it. */
  | { look: 'untouched' }
  | { look: 'saving'; text: string }
  | { look: 'saved'; text: string; button?: { label: string; does: 'undo' } | undefined }
  | { look: 'failed'; text: string; button?: { label: string; does: 'retry' | 'submit' } | undefined }

const notYet = 'Noch nicht gespeichert'

/** What the status of a question says. */
export function wordsOf(state: State, now: Date): Words {
  const words = plainWords(state, now)
  return state.restored && words.look !== 'untouched'
    ? { ...words, text: `Nicht gespeicherte Eingabe wiederhergestellt. ${words.text}` }
    : words
}

function plainWords(state: State, now: Date): Words {
  const { phase, wanted, attempts } = state
  switch (phase.at) {
    case 'rest':
      return restWords(state, now)
    case 'changed':
      if (wanted.answer === '') return { look: 'failed', text: `${notYet}: Bitte wählen Sie eine Antwort.` }
      return phase.merged
        ? { look: 'failed', text: notYet, button: { label: 'Zusammengeführt speichern', does: 'retry' } }
        : { look: 'saving', text: 'Wird gespeichert …' }
    case 'sending':
      // Trying again by itself is not news: the words stay until it works or somebody presses the button.
      return attempts === 0 ? { look: 'saving', text: 'Wird gespeichert …' } : failed(notYet)
    case 'failed':
      return failed(notYet)
    case 'refused':
      return failed(phase.words === '' ? notYet : `${notYet}. ${phase.words}`)
    case 'signedOut':
      return {
        look: 'failed',
        text: phase.anew
          ? 'Sie haben sich inzwischen neu angemeldet. Ihre Eingabe ist noch da.'
          : 'Ihre Sitzung ist beendet. Ihre Eingabe ist noch da.',
        button: { label: phase.anew ? 'Jetzt speichern' : 'Anmelden und speichern', does: 'submit' },
      }
    case 'conflict':
      return { look: 'failed', text: notYet }
  }
}

const restWords = ({ kept, before }: State, now: Date): Words =>
  kept
    ? {
        look: 'saved',
        text: savedWords(kept, now),
        button: before && { label: 'Rückgängig', does: 'undo' },
      }
    : { look: 'untouched' }

const failed = (text: string): Words => ({
  look: 'failed',
  text,
  button: { label: 'Noch einmal versuchen', does: 'retry' },
})

function savedWords({ answer, mine }: NonNullable<State['kept']>, now: Date): string {
  const at = new Date(answer.at)
  if (answer.answer === '') return `Noch offen, zurückgenommen ${germanTime(at)}${mine ? ', Sie' : ''}`
  return mine
    ? `Gespeichert ${germanTime(at)}, Sie`
    : `Gespeichert ${germanMoment(at, now)}, ${answer.author ?? 'Kollegin oder Kollege'}`
}
