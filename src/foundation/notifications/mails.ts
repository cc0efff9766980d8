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
  {
    name: 'notifications.told',
    title: 'Mitteilung ohne eigene Mail',
    subject: '{{titel}}',
    text: `Guten Tag {{name}},

{{titel}}

Hier sehen Sie es: {{portal}}{{adresse}}`,
    placeholders: {
      titel: 'Die Mitteilung, ein Satz',
      adresse: 'Weg zur Seite hinter der Adresse des Portals',
    },
    required: ['adresse'],
  },
  {
    name: 'notifications.digest',
    title: 'Überblick',
    subject: 'Ihr Überblick: {{anzahl}}',
    text: `Guten Tag {{name}},

das ist neu für Sie:

{{eintraege}}

Alles zusammen steht in Ihrem Postfach: {{portal}}/postfach`,
    placeholders: {
      anzahl: 'Wie viele Mitteilungen es sind, in Worten',
      eintraege: 'Die Mitteilungen nach Bereichen, jede mit ihrer Adresse',
    },
    required: ['eintraege'],
  },
]
