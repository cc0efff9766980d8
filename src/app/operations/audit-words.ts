import type { EventWords } from '#foundation/audit/index.ts'

/** Only the operator does these, by the command line. */
export const operationWords = {
  'maintenance.began': {
    title: 'Wartung eingeschaltet',
    tell: () => 'Die Installation wurde zur Wartung geschlossen.',
  },
  'maintenance.ended': {
    title: 'Wartung beendet',
    tell: () => 'Die Installation wurde nach der Wartung wieder geöffnet.',
  },
} satisfies EventWords
