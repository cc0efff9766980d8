import type { EventWord } from '#foundation/audit/index.ts'

/** What the audit trail says about catalogs. */
export const catalogWords = {
  'catalog.imported': { title: 'Katalog eingelesen', tell: ({ who }) => `${who} hat einen Katalog eingelesen.` },
  'mappingCollection.imported': {
    title: 'Zuordnung eingelesen',
    tell: ({ who }) => `${who} hat eine Zuordnung zwischen Katalogen eingelesen.`,
  },
} as const satisfies Record<string, EventWord>
