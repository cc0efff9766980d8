import type { MailTemplate } from '#foundation/notifications/index.ts'
import { invoiceKinds } from './notifications.ts'

const placeholders = {
  satz: 'Was geschehen ist, in einem Satz',
  nummer: 'Nummer der Rechnung',
  link: 'Adresse hinter {{portal}}',
}

const nextSteps: Record<keyof typeof invoiceKinds, string> = {
  received: 'Bitte prüfen Sie die Rechnung und ihre Zuordnung zu den Aufträgen.',
  disputed: 'Der Grund steht bei der Rechnung. Solange sie beanstandet ist, wird nichts gebucht und nichts gezahlt.',
  resolved: 'Die Prüfung geht weiter.',
  rejected: 'Der Grund steht bei der Rechnung. Gezahlt wird sie nicht; eine berichtigte braucht eine neue Nummer.',
  approved: 'Zur Zahlung gibt sie eine zweite Person frei.',
  settled: 'Die Zahlung ist angewiesen.',
}

/** Mails about invoices. Amounts and reasons stand in the portal alone. */
export const invoiceMails: readonly MailTemplate[] = (Object.keys(invoiceKinds) as (keyof typeof invoiceKinds)[]).map(
  (occasion) => ({
    name: invoiceKinds[occasion].kind,
    title: invoiceKinds[occasion].title,
    subject: `${invoiceKinds[occasion].title}: {{nummer}}`,
    text: `Guten Tag {{name}},\n\n{{satz}}\n\n${nextSteps[occasion]}\n\n{{portal}}{{link}}`,
    placeholders,
    required: ['link'],
  }),
)
