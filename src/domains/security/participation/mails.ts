import type { MailTemplate } from '#foundation/notifications/index.ts'
import { participationKinds } from './notifications.ts'

const placeholders = {
  satz: 'Was geschehen ist, in einem Satz',
  wer: 'Wer gehandelt hat',
  organisation: 'Kommune, um die es geht',
  worum: 'Dokument, Stichprobe oder Fassung des Berichts',
  link: 'Adresse hinter {{portal}}',
}

const nextSteps: Record<keyof typeof participationKinds, string> = {
  documentReceived: 'Das Dokument können Sie jetzt prüfen.',
  findingWritten: 'Den Befund und die Empfehlung lesen Sie im Portal. In dieser E-Mail steht davon nichts.',
  policiesReviewed: 'Alle Befunde stehen bei den Unterlagen.',
  spotChecksClosed: 'Das Protokoll bleibt, wie es ist. Kommentare sind weiter möglich.',
  spotCheckCommented: 'Der Beitrag steht bei der Stichprobe.',
  reportDelivered:
    'Lesen Sie den Bericht, schreiben Sie dazu, was Ihnen auffällt, und nehmen Sie ihn ab oder bitten um Änderungen.',
  reportChangesAsked: 'Was sich ändern soll, steht beim Bericht. Danach liefern Sie eine neue Fassung.',
  reportAccepted: 'Der Bericht bleibt, wie er ist.',
  reportCommented: 'Der Beitrag steht beim Bericht.',
}

/** Mails about documents, samples and reports. What stands in them is said on the page alone. */
export const participationMails: readonly MailTemplate[] = (
  Object.keys(participationKinds) as (keyof typeof participationKinds)[]
).map((occasion) => ({
  name: participationKinds[occasion].kind,
  title: participationKinds[occasion].title,
  subject: `${participationKinds[occasion].title}: {{organisation}}`,
  text: `Guten Tag {{name}},\n\n{{satz}}\n\n${nextSteps[occasion]}\n\n{{portal}}{{link}}`,
  placeholders,
  required: ['link'],
}))
