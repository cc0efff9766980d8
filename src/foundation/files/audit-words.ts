import type { EventWord } from '#foundation/audit/index.ts'

/** What the audit trail says about files. */
export const fileWords = {
  'file.stored': { title: 'Datei abgelegt', tell: ({ who }) => `${who} hat eine Datei abgelegt.` },
  'file.removed': { title: 'Datei entfernt', tell: ({ who }) => `${who} hat eine Datei entfernt.` },
  'file.read': { title: 'Datei gelesen', tell: ({ who }) => `${who} hat eine Datei gelesen.`, isReading: true },
  'file.infected': {
    title: 'Schadsoftware gefunden',
    tell: () => 'In einer abgelegten Datei wurde Schadsoftware gefunden. Sie ist gesperrt.',
  },
} as const satisfies Record<string, EventWord>
