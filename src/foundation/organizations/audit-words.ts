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
  'organizations.imported': {
    title: 'Kommunen eingelesen',
    tell: (deed) =>
      `${deed.who} hat eine Liste mit ${fact(deed, 'total')} Kommunen eingelesen: ${fact(deed, 'added')} neu, ${fact(deed, 'changed')} geändert.`,
  },
} as const satisfies Record<string, EventWord>
