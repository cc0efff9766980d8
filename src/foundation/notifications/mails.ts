import type { MailTemplate } from './mail-template.ts'

/** Mails of this module. */
export const notificationMails: MailTemplate[] = [
  {
    name: 'demo.welcome',
    title: 'Begrüßung in der Vorführung',
    subject: 'Willkommen in der Vorführung des Lotsenwerks',
    text: 'Guten Tag {{name}},\n\nin diesem Postfach lesen Sie die Mails, die das Lotsenwerk an Sie schickt. Es gibt das Postfach nur in der Vorführung; im Betrieb gehen die Mails an Ihre eigene Adresse.\n\nIhr Portal: {{portal}}',
    placeholders: {},
  },
]
