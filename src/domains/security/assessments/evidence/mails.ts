import type { MailTemplate } from '#foundation/notifications/index.ts'

/** Mails about evidence. */
export const evidenceMails: readonly MailTemplate[] = [
  {
    name: 'assessments.evidenceEnding',
    title: 'Nachweis läuft ab',
    subject: 'Der Nachweis „{{nachweis}}“ gilt nur bis {{zeit}}',
    text: `Guten Tag {{name}},

der Nachweis „{{nachweis}}“ in der Sicherheitsprüfung gilt nur bis {{zeit}}.

Bitte legen Sie einen neuen ab und entfernen Sie den alten: {{portal}}{{adresse}}
Die Antwort selbst bleibt, wie sie ist.`,
    placeholders: {
      nachweis: 'Titel des Nachweises',
      zeit: 'Letzter Tag, an dem er gilt',
      adresse: 'Weg zur Frage hinter der Adresse des Portals',
    },
  },
]
