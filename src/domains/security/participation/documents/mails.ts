import type { MailTemplate } from '#foundation/notifications/index.ts'

/** Mails about documents that end. */
export const documentMails: readonly MailTemplate[] = [
  {
    name: 'participation.documentEnding',
    title: 'Dokument läuft ab',
    subject: '{{satz}}',
    text: `Guten Tag {{name}},

{{satz}}

Bitte legen Sie eine neue Fassung ab. Die alte bleibt als frühere Fassung stehen: {{portal}}{{adresse}}`,
    placeholders: {
      satz: 'Welches Dokument welcher Kommune bis wann gilt oder galt',
      adresse: 'Weg zum Dokument hinter der Adresse des Portals',
    },
    required: ['adresse'],
  },
]
