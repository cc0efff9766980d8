import type { MailTemplate } from '#foundation/notifications/index.ts'

/** Mails to people who reported a barrier; they need not have an account, so nobody is named. */
export const pageMails: readonly MailTemplate[] = [
  {
    name: 'publishing.barrierReceived',
    title: 'Eingang einer gemeldeten Barriere',
    subject: 'Ihre Meldung ist angekommen',
    text: `Guten Tag,

vielen Dank, Ihre Meldung zu einer Barriere ist bei uns angekommen:

{{meldung}}

Wir antworten Ihnen spätestens am {{frist}} an diese Adresse. Danach löschen wir sie.`,
    placeholders: {
      meldung: 'Was die Person geschrieben hat',
      frist: 'Letzter Tag für die Antwort',
    },
  },
  {
    name: 'publishing.barrierAnswered',
    title: 'Antwort auf eine gemeldete Barriere',
    subject: 'Antwort auf Ihre Meldung vom {{tag}}',
    text: `Guten Tag,

Sie haben uns am {{tag}} diese Barriere gemeldet:

{{meldung}}

Unsere Antwort:

{{antwort}}

Ihre Adresse haben wir mit dieser Mail gelöscht. Hilft Ihnen die Antwort nicht, steht hier, wohin Sie sich wenden können: {{portal}}/barrierefreiheit`,
    placeholders: {
      tag: 'Tag, an dem die Meldung kam',
      meldung: 'Was die Person geschrieben hat',
      antwort: 'Antwort der Redaktion oder Geschäftsstelle',
    },
    required: ['antwort'],
  },
]
