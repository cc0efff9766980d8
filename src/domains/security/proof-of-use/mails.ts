import type { MailTemplate } from '#foundation/notifications/index.ts'

/** Mails of this module. */
export const proofMails: MailTemplate[] = [
  {
    name: 'proofs.reminder',
    title: 'Erinnerung vor der Frist eines Programms',
    subject: '{{programm}}: {{anzahl}}, {{frist}}',
    text: `Guten Tag {{name}},

im Programm {{programm}} warten auf Sie: {{anzahl}} über zusammen {{betrag}}. Abgenommen und abgerechnet wird nur {{frist}}.

{{liste}}

Hier geht es weiter: {{portal}}{{adresse}}

Was inzwischen erledigt ist, brauchen Sie nicht noch einmal zu tun.`,
    placeholders: {
      programm: 'Name des Programms',
      anzahl: 'Wie viele Vorgänge offen sind, in Worten',
      frist: 'Bis wann, in Worten',
      betrag: 'Summe der offenen Beträge',
      liste: 'Alle offenen Vorgänge, nach Kommunen',
      adresse: 'Weg zur Seite hinter der Adresse des Portals',
    },
    required: ['liste', 'adresse'],
  },
]
