import { type Deed, type EventWord, fact } from '#foundation/audit/index.ts'

const title = (deed: Deed): string => `„${fact(deed, 'title')}“`

/** What the audit trail says about news. */
export const newsWords = {
  'news.drafted': {
    title: 'Meldung entworfen',
    tell: (deed) => `${deed.who} hat die Meldung ${title(deed)} entworfen.`,
  },
  'news.changed': {
    title: 'Meldung geändert',
    tell: (deed) => `${deed.who} hat die Meldung ${title(deed)} geändert.`,
  },
  'news.published': {
    title: 'Meldung veröffentlicht',
    tell: (deed) => `${deed.who} hat die Meldung ${title(deed)} veröffentlicht.`,
  },
  'news.withdrawn': {
    title: 'Meldung zurückgezogen',
    tell: (deed) => `${deed.who} hat die Meldung ${title(deed)} zurückgezogen.`,
  },
} as const satisfies Record<string, EventWord>
