import type { MailTemplate } from '#foundation/notifications/index.ts'
import { groupTemplate } from './notifications.ts'

/** What organizers write to a group, in their own words. */
export const deskMails: readonly MailTemplate[] = [
  {
    name: groupTemplate,
    title: 'Nachricht an eine Gruppe von Angemeldeten',
    subject: '{{betreff}}',
    text: `Guten Tag {{name}},

{{text}}

Diese Nachricht gehört zu „{{veranstaltung}}“.`,
    placeholders: {
      betreff: 'Betreff, wie ihn die Veranstalterin geschrieben hat',
      text: 'Text, wie ihn die Veranstalterin geschrieben hat',
      veranstaltung: 'Titel der Veranstaltung',
    },
    required: ['text'],
  },
]
