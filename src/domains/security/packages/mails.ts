import type { MailTemplate } from '#foundation/notifications/index.ts'
import { packageKinds } from './notifications.ts'

const placeholders = {
  satz: 'Was geschehen ist, in einem Satz',
  organisation: 'Kommune, um die es geht',
  link: 'Adresse hinter {{portal}}',
}

const nextSteps: Record<keyof typeof packageKinds, string> = {
  submitted:
    'Auf der Seite sehen Sie jede Maßnahme mit Preis und Grund. Sie können einzelne streichen oder alles zurückgeben.',
  returned: 'Der Grund steht auf der Seite.',
  decided: 'Die beschlossenen Maßnahmen stehen jetzt in Ihrer Liste. Die Aufträge erteilt der Verbund.',
}

/** Mails about packages. What stands in them is said on the page alone. */
export const packageMails: readonly MailTemplate[] = (Object.keys(packageKinds) as (keyof typeof packageKinds)[]).map(
  (occasion) => ({
    name: packageKinds[occasion].kind,
    title: packageKinds[occasion].title,
    subject: `${packageKinds[occasion].title}: {{organisation}}`,
    text: `Guten Tag {{name}},\n\n{{satz}}\n\n${nextSteps[occasion]}\n\n{{portal}}{{link}}`,
    placeholders,
    required: ['link'],
  }),
)
