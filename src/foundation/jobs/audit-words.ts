import type { EventWord } from '#foundation/audit/index.ts'

/** What the audit trail says about the queue. */
export const jobWords = {
  'job.retried': {
    title: 'Auftrag wiederholt',
    tell: ({ who }) => `${who} hat einen gescheiterten Auftrag noch einmal angestoßen.`,
  },
  'job.discarded': {
    title: 'Auftrag verworfen',
    tell: ({ who }) => `${who} hat einen gescheiterten Auftrag verworfen.`,
  },
} as const satisfies Record<string, EventWord>
