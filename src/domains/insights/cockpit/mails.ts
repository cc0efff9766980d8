import type { MailTemplate } from '#foundation/notifications/index.ts'

const own = { betreff: 'Betreff, wie er geschrieben wurde', text: 'Die Nachricht', kommune: 'Name der Kommune' }

/** Mails of this module. */
export const cockpitMails: MailTemplate[] = [
  {
    name: 'cockpit.message',
    title: 'Sammelnachricht eines Programms',
    subject: '{{betreff}}',
    text: `Guten Tag {{name}},

{{text}}

Wo {{kommune}} steht, sehen Sie hier: {{portal}}{{adresse}}`,
    placeholders: { ...own, adresse: 'Weg zur Teilnahme hinter der Adresse des Portals' },
    required: ['text', 'adresse'],
  },
  {
    name: 'cockpit.toContact',
    title: 'Sammelnachricht an eine Kontaktadresse ohne Zugang',
    subject: '{{betreff}}',
    text: `Guten Tag,

{{text}}

Diese Nachricht geht an die Kontaktadresse von {{kommune}}.`,
    placeholders: own,
    required: ['text'],
  },
]
