import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about organizations. */
export const organizationWords = {
  'organization.added': {
    title: 'Organisation angelegt',
    tell: ({ who, organization }) => `${who} hat ${organization ?? 'eine Organisation'} angelegt.`,
  },
  'organization.changed': {
    title: 'Organisation geändert',
    tell: ({ who, organization }) => `${who} hat die Angaben zu ${organization ?? 'einer Organisation'} geändert.`,
  },
  'organization.renamed': {
    title: 'Organisation umbenannt',
    tell: ({ who, organization }) =>
      `${who} hat den neuen Namen von ${organization ?? 'einer Organisation'} eingetragen.`,
  },
  'contact.changed': {
    title: 'Kontakt geändert',
    tell: ({ who, organization }) => `${who} hat einen Kontakt von ${organization ?? 'einer Organisation'} geändert.`,
  },
  'contact.removed': {
    title: 'Kontakt entfernt',
    tell: ({ who, organization }) => `${who} hat einen Kontakt von ${organization ?? 'einer Organisation'} entfernt.`,
  },
  'succession.recorded': {
    title: 'Nachfolge eingetragen',
    tell: ({ who, organization }) => `${who} hat eingetragen, wer ${organization ?? 'einer Organisation'} nachfolgt.`,
  },
  'succession.withdrawn': {
    title: 'Nachfolge zurückgenommen',
    tell: ({ who, organization }) =>
      `${who} hat die Nachfolge von ${organization ?? 'einer Organisation'} als Irrtum zurückgenommen.`,
  },
  'organizations.imported': {
    title: 'Kommunen eingelesen',
    tell: (deed) =>
      `${deed.who} hat eine Liste mit ${fact(deed, 'total')} Kommunen eingelesen: ${fact(deed, 'added')} neu, ${fact(deed, 'changed')} geändert.`,
  },
} as const satisfies Record<string, EventWord>
