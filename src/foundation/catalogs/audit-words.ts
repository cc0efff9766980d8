import type { EventWord } from '#foundation/audit/index.ts'

/** What the audit trail says about catalogs. */
export const catalogWords = {
  'catalog.imported': { title: 'Katalog eingelesen', tell: ({ who }) => `${who} hat einen Katalog eingelesen.` },
} as const satisfies Record<string, EventWord>
