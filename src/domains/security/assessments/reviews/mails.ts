import type { MailTemplate } from '#foundation/notifications/index.ts'

const placeholders = {
  wer: 'Wer geschrieben hat',
  organisation: 'Kommune, deren Prüfung es ist',
  pruefung: 'Name der Prüfung',
  frage: 'Die Frage, um die es geht',
  link: 'Adresse hinter {{portal}}, unter der die Frage steht',
}
const required = ['link']

/** Mails about what is said on site; answers and notes stay in the portal. */
export const reviewMails: readonly MailTemplate[] = [
  {
    name: 'security.answerDisputed',
    title: 'Einwand gegen eine Antwort',
    subject: 'Einwand zur Prüfung „{{pruefung}}“ von {{organisation}}',
    text: `Guten Tag {{name}},

{{wer}} sieht eine Ihrer Antworten anders. Es geht um die Frage:
{{frage}}

Was eingewandt wird, lesen und beantworten Sie hier:
{{portal}}{{link}}`,
    placeholders,
    required,
  },
  {
    name: 'security.remarkWritten',
    title: 'Neuer Beitrag zu einer Frage',
    subject: '{{wer}} hat zur Prüfung „{{pruefung}}“ geschrieben',
    text: `Guten Tag {{name}},

{{wer}} hat zur Prüfung von {{organisation}} etwas geschrieben. Es geht um die Frage:
{{frage}}

Sie lesen es hier:
{{portal}}{{link}}`,
    placeholders,
    required,
  },
  {
    name: 'security.disputedAnswerChanged',
    title: 'Antwort nach einem Einwand geändert',
    subject: '{{organisation}} hat nach Ihrem Einwand eine Antwort geändert',
    text: `Guten Tag {{name}},

{{wer}} hat nach Ihrem Einwand eine Antwort von {{organisation}} geändert. Es geht um die Frage:
{{frage}}

Ihr Einwand bleibt stehen, bis Sie die Antwort bestätigen. Das geht hier:
{{portal}}{{link}}`,
    placeholders,
    required,
  },
]
