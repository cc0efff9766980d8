import type { MailTemplate } from '#foundation/notifications/index.ts'
import { deliveryKinds } from './notifications.ts'

const placeholders = {
  satz: 'Was geschehen ist, in einem Satz',
  auftraege: 'Die Aufträge, je Zeile einer',
  link: 'Adresse hinter {{portal}}',
}

const nextSteps: Record<keyof typeof deliveryKinds, string> = {
  commissioned: 'Wenn die Leistung erbracht ist, melden Sie das im Portal und legen den Nachweis bei.',
  orderWithdrawn: 'Bitte erbringen Sie diese Leistung nicht mehr. Den Grund lesen Sie im Portal.',
  delivered: 'Sehen Sie sich den Nachweis an. Ihre Kommune nimmt ab, mit oder ohne Vorbehalt, oder sagt, was fehlt.',
  deliveryWithdrawn: 'Den Grund lesen Sie im Portal. Über diese Leistung ist gerade nicht zu entscheiden.',
  signed: 'Gebucht wird erst, wenn Sie gegengezeichnet haben.',
  refused: 'Den Grund lesen Sie im Portal. Bitte bessern Sie nach und melden Sie die Leistung noch einmal.',
  sentBack: 'Den Grund lesen Sie im Portal. Danach bereiten Sie die Abnahme neu vor.',
  accepted: 'Das Protokoll liegt im Portal. Der Dienstleister kann die Rechnung schreiben.',
}

/** Mails about orders, deliveries and acceptances. Reasons and reservations stand on the page alone. */
export const deliveryMails: readonly MailTemplate[] = (
  Object.keys(deliveryKinds) as (keyof typeof deliveryKinds)[]
).map((occasion) => ({
  name: deliveryKinds[occasion].kind,
  title: deliveryKinds[occasion].title,
  subject: deliveryKinds[occasion].title,
  text: `Guten Tag {{name}},\n\n{{satz}}\n\n{{auftraege}}\n\n${nextSteps[occasion]}\n\n{{portal}}{{link}}`,
  placeholders,
  required: ['link'],
}))
