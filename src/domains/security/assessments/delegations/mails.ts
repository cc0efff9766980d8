import type { MailTemplate } from '#foundation/notifications/index.ts'

/** Mails about lists that are given to colleagues. */
export const delegationMails: readonly MailTemplate[] = [
  {
    name: 'assessments.delegated',
    title: 'Listen der Sicherheitsprüfung weitergegeben',
    subject: '{{wer}} bittet Sie um Antworten für {{organisation}}',
    text: `Guten Tag {{name}},

{{wer}} bittet Sie, für {{organisation}} diese Listen der Sicherheitsprüfung zu beantworten, {{zeit}}:

{{listen}}

Hinweis von {{wer}}: {{hinweis}}

Die Fragen stehen hier: {{portal}}{{adresse}}
Sie sehen dort nur diese Listen. Jede Antwort ist sofort gesichert, und Sie können jederzeit unterbrechen.`,
    placeholders: {
      wer: 'Wer die Listen weitergegeben hat',
      organisation: 'Organisation, um die es geht',
      listen: 'Die Listen, eine je Zeile',
      zeit: 'Bis wann, oder „ohne Frist“',
      hinweis: 'Was die Person dazu geschrieben hat',
      adresse: 'Weg zur Prüfung hinter der Adresse des Portals',
    },
  },
  {
    name: 'assessments.delegationDue',
    title: 'Erinnerung an weitergegebene Listen',
    subject: '{{wer}} wartet bis {{zeit}} auf Ihre Antworten',
    text: `Guten Tag {{name}},

{{wer}} hat Ihnen Listen der Sicherheitsprüfung weitergegeben. Der letzte Tag ist der {{zeit}}.

Die Fragen stehen hier: {{portal}}{{adresse}}
Sind Sie fertig, geben Sie die Listen dort mit einem Klick zurück; dann kommt keine Erinnerung mehr.`,
    placeholders: {
      wer: 'Wer die Listen weitergegeben hat',
      zeit: 'Letzter Tag',
      adresse: 'Weg zur Prüfung hinter der Adresse des Portals',
    },
  },
]
