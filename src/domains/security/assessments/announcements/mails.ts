import type { MailTemplate } from '#foundation/notifications/index.ts'

/** Mails about new versions of a catalog. */
export const announcementMails: readonly MailTemplate[] = [
  {
    name: 'assessments.migrationAnnounced',
    title: 'Prüfung auf eine neue Katalogfassung überführen',
    subject: 'Bitte überführen: Prüfung „{{pruefung}}“ auf die neue Fassung',
    text: `Guten Tag {{name}},

Ihre Prüfung „{{pruefung}}“ soll mit einer neuen Fassung des Katalogs weitergehen: {{fassung}}, {{zeit}}.

Hinweis der Programmleitung: {{hinweis}}

Sehen Sie hier an, was sich ändert, und überführen Sie die Prüfung mit einem Klick: {{portal}}{{adresse}}
Ihre Antworten ziehen mit um. Bestätigen müssen Sie nur, was sich im Text geändert hat; verloren geht nichts.`,
    placeholders: {
      pruefung: 'Name der Prüfung',
      fassung: 'Name und Fassung des neuen Katalogs',
      zeit: 'Bis wann, oder „ohne Frist“',
      hinweis: 'Was die Programmleitung dazu geschrieben hat',
      adresse: 'Weg zur Umstellung hinter der Adresse des Portals',
    },
    required: ['adresse'],
  },
]
