import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about addresses for calendar programs. */
export const calendarWords = {
  'calendarFeed.added': {
    title: 'Kalender abonniert',
    tell: (deed) =>
      fact(deed, 'scope') === 'organization'
        ? `${deed.who} hat eine Adresse erstellt, unter der ein Kalenderprogramm die Termine der Organisation liest.`
        : `${deed.who} hat eine Adresse erstellt, unter der ein Kalenderprogramm die eigenen Termine liest.`,
  },
  'calendarFeed.ended': {
    title: 'Kalender-Abonnement beendet',
    tell: ({ who }) => `${who} hat die Adresse eines Kalender-Abonnements beendet.`,
  },
} as const satisfies Record<string, EventWord>
