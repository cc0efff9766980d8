import type { MailTemplate } from '#foundation/notifications/index.ts'

const placeholders = {
  wer: 'Wer gehandelt hat',
  organisation: 'Kommune, deren Prüfung es ist',
  pruefung: 'Name der Prüfung',
  link: 'Adresse hinter {{portal}}, unter der die Abnahme steht',
}
const required = ['link']
const here = 'Die Abnahme finden Sie hier:\n{{portal}}{{link}}'

/** Mails about signatures under a check. */
export const signOffMails: readonly MailTemplate[] = [
  {
    name: 'security.assessmentSigned',
    title: 'Prüfung von einer Seite unterschrieben',
    subject: 'Bitte unterschreiben: Prüfung „{{pruefung}}“ von {{organisation}}',
    text: `Guten Tag {{name}},

{{wer}} hat die Prüfung „{{pruefung}}“ von {{organisation}} unterschrieben. Die Antworten ruhen jetzt, bis auch Ihre Seite
unterschrieben hat oder die Unterschrift zurückgenommen ist.

${here}`,
    placeholders,
    required,
  },
  {
    name: 'security.assessmentSignedOff',
    title: 'Prüfung abgenommen',
    subject: 'Abgenommen: Prüfung „{{pruefung}}“ von {{organisation}}',
    text: `Guten Tag {{name}},

{{wer}} hat die Prüfung „{{pruefung}}“ von {{organisation}} unterschrieben. Damit haben es beide Seiten getan, und die Prüfung
bleibt, wie sie ist.

${here}`,
    placeholders,
    required,
  },
  {
    name: 'security.signatureWithdrawn',
    title: 'Unterschrift unter eine Prüfung zurückgenommen',
    subject: 'Unterschrift zurückgenommen: Prüfung „{{pruefung}}“ von {{organisation}}',
    text: `Guten Tag {{name}},

{{wer}} hat die Unterschrift unter die Prüfung „{{pruefung}}“ von {{organisation}} zurückgenommen. Die Antworten lassen sich wieder
ändern. Den Grund lesen Sie im Portal.

${here}`,
    placeholders,
    required,
  },
  {
    name: 'security.reopeningAsked',
    title: 'Abgenommene Prüfung soll wieder geöffnet werden',
    subject: 'Bitte entscheiden: Prüfung „{{pruefung}}“ von {{organisation}} wieder öffnen',
    text: `Guten Tag {{name}},

{{wer}} möchte die abgenommene Prüfung „{{pruefung}}“ von {{organisation}} wieder öffnen. Das geht nur, wenn auch Ihre Seite
zustimmt. Den Grund lesen Sie im Portal, und dort entscheiden Sie auch.

${here}`,
    placeholders,
    required,
  },
  {
    name: 'security.reopeningAgreed',
    title: 'Prüfung wieder geöffnet',
    subject: 'Wieder offen: Prüfung „{{pruefung}}“ von {{organisation}}',
    text: `Guten Tag {{name}},

{{wer}} hat zugestimmt: Die Prüfung „{{pruefung}}“ von {{organisation}} ist wieder offen. Beide Unterschriften gelten nicht mehr; zum
Schluss wird neu unterschrieben.

${here}`,
    placeholders,
    required,
  },
  {
    name: 'security.reopeningDeclined',
    title: 'Prüfung bleibt abgenommen',
    subject: 'Bleibt abgenommen: Prüfung „{{pruefung}}“ von {{organisation}}',
    text: `Guten Tag {{name}},

{{wer}} hat abgelehnt, die Prüfung „{{pruefung}}“ von {{organisation}} wieder zu öffnen. Beide Unterschriften gelten weiter.

${here}`,
    placeholders,
    required,
  },
]
