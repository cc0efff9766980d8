import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about announced versions. */
export const announcementWords = {
  'migrationAnnouncement.made': {
    title: 'Umstellung auf eine neue Fassung angekündigt',
    tell: (deed) => `${deed.who} hat die Umstellung von ${fact(deed, 'from')}, auf ${fact(deed, 'to')}, angekündigt.`,
  },
  'migrationAnnouncement.withdrawn': {
    title: 'Ankündigung einer Umstellung zurückgenommen',
    tell: (deed) =>
      `${deed.who} hat die Ankündigung zurückgenommen, von ${fact(deed, 'from')}, auf ${fact(deed, 'to')}, umzustellen.`,
  },
} as const satisfies Record<string, EventWord>
