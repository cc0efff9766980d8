import type { EventWord } from '#foundation/audit/index.ts'

/** What the audit trail says about mail. */
export const notificationWords = {
  'mail.sentAgain': {
    title: 'Mail erneut versandt',
    tell: ({ who }) => `${who} hat eine nicht zugestellte Mail erneut versandt.`,
  },
  'mailTemplate.changed': { title: 'Mailvorlage geändert', tell: ({ who }) => `${who} hat eine Mailvorlage geändert.` },
  'mailTemplate.reset': {
    title: 'Mailvorlage zurückgesetzt',
    tell: ({ who }) => `${who} hat eine Mailvorlage zurückgesetzt.`,
  },
  'mailLetterhead.changed': {
    title: 'Briefkopf geändert',
    tell: ({ who }) => `${who} hat den Briefkopf der Mails geändert.`,
  },
  'mailLetterhead.reset': {
    title: 'Briefkopf zurückgesetzt',
    tell: ({ who }) => `${who} hat den Briefkopf der Mails zurückgesetzt.`,
  },
} as const satisfies Record<string, EventWord>
