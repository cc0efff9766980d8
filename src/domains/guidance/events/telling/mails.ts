import type { MailTemplate } from '#foundation/notifications/index.ts'

const facts = {
  anlass: 'Wie die Veranstaltung heißt',
  durchgang: 'Was es ist, bei Kursen mit Nummer: „Kurs 7“',
  termine: 'Alle Termine, die stattfinden, untereinander',
  link: 'Adresse hinter {{portal}}: für Personen mit Zugang die Seite der Veranstaltung, für Gäste ihr eigener Platz',
}
const why = { grund: 'Warum es so ist, in Sätzen' }
const line = { nummer: 'Nummer auf der Warteliste', rang: 'Wie viele davor warten, in Worten' }

const here = 'Alles dazu steht hier:\n{{portal}}{{link}}'
const inCalendar = 'Der Anhang trägt alle Termine in Ihren Kalender ein. Zusagen müssen Sie dort nicht noch einmal.'
const outOfCalendar = 'Aus Ihrem Kalender nimmt der Anhang die Termine heraus.'
const leave =
  'Wenn Sie nicht kommen können, melden Sie sich bitte ab: Dann bekommt jemand von der Warteliste den Platz.'

interface Told {
  name: string
  title: string
  subject: string
  paragraphs: readonly string[]
  placeholders?: Record<string, string>
}

const told = ({ name, title, subject, paragraphs, placeholders = {} }: Told): MailTemplate => ({
  name: `events.${name}`,
  title: `Kurse: ${title}`,
  subject,
  text: ['Guten Tag {{name}},', ...paragraphs, here].join('\n\n'),
  placeholders: { ...facts, ...placeholders },
  required: ['link'],
})

/** Mails about places and dates of events. Those about a seat carry all dates for calendar programs. */
export const eventMails: readonly MailTemplate[] = [
  told({
    name: 'confirmed',
    title: 'Platz bestätigt',
    subject: 'Platz bestätigt: {{anlass}}',
    paragraphs: [
      'Sie haben einen Platz bei „{{anlass}}“ ({{durchgang}}).',
      '{{termine}}',
      'Warum: {{grund}}',
      inCalendar,
      leave,
    ],
    placeholders: why,
  }),
  told({
    name: 'waiting',
    title: 'Auf der Warteliste',
    subject: 'Warteliste, Nummer {{nummer}}: {{anlass}}',
    paragraphs: [
      'Ihre Anmeldung zu „{{anlass}}“ ({{durchgang}}) steht auf der Warteliste, mit der Nummer {{nummer}}. {{rang}}',
      'Warum: {{grund}}',
      'Die Nummer behalten Sie. Sobald ein Platz für Sie frei ist, bekommen Sie eine Mail.',
      'Die Termine, um die es geht:\n\n{{termine}}',
    ],
    placeholders: { ...why, ...line },
  }),
  told({
    name: 'again',
    title: 'Schon angemeldet, für Gäste',
    subject: 'Sie sind schon angemeldet: {{anlass}}',
    paragraphs: [
      'jemand hat Sie mit dieser Adresse noch einmal zu „{{anlass}}“ ({{durchgang}}) angemeldet. Sie sind schon angemeldet; geändert hat sich nichts.',
      '{{stand}}',
      'Die Termine, um die es geht:\n\n{{termine}}',
      'Waren Sie es nicht, müssen Sie nichts tun.',
    ],
    placeholders: { stand: 'Ob es ein Platz ist oder die Warteliste, mit Nummer' },
  }),
  told({
    name: 'promoted',
    title: 'Von der Warteliste aufgerückt',
    subject: 'Sie haben jetzt einen Platz: {{anlass}}',
    paragraphs: [
      'Sie sind bei „{{anlass}}“ ({{durchgang}}) von der Warteliste aufgerückt: Der Platz ist bestätigt.',
      '{{termine}}',
      'Warum: {{grund}}',
      inCalendar,
      leave,
    ],
    placeholders: why,
  }),
  {
    name: 'events.offered',
    title: 'Kurse: Platz angeboten',
    subject: 'Bitte bis {{frist}} antworten: Platz bei {{anlass}}',
    text: `Guten Tag {{name}},

bei „{{anlass}}“ ({{durchgang}}) ist ein Platz frei, und Sie sind an der Reihe. Er ist für Sie zurückgelegt bis:

{{frist}}

Annehmen und ablehnen können Sie auf einer Seite, auch ohne Anmeldung:
{{portal}}{{angebot}}

Das Öffnen der Seite entscheidet noch nichts, erst der Knopf. Kommt bis zur Frist keine Antwort, geht der Platz an die nächste Person auf der
Warteliste.

{{termine}}

${here}`,
    placeholders: {
      ...facts,
      frist: 'Bis wann zu antworten ist: Tag und Uhrzeit',
      angebot: 'Adresse hinter {{portal}}, unter der das Angebot angenommen oder abgelehnt wird',
    },
    required: ['link', 'angebot', 'frist'],
  },
  told({
    name: 'accepted',
    title: 'Angebot angenommen',
    subject: 'Platz bestätigt: {{anlass}}',
    paragraphs: [
      'Sie haben den angebotenen Platz bei „{{anlass}}“ ({{durchgang}}) angenommen. Er gehört Ihnen.',
      '{{termine}}',
      inCalendar,
      leave,
    ],
  }),
  told({
    name: 'declined',
    title: 'Angebot abgelehnt',
    subject: 'Nicht angenommen: {{anlass}}',
    paragraphs: [
      'Sie haben den angebotenen Platz bei „{{anlass}}“ ({{durchgang}}) nicht angenommen. Er geht an die nächste Person auf der Warteliste.',
      'Auf der Warteliste stehen Sie damit nicht mehr. Sie können sich neu anmelden, solange die Anmeldung offen ist.',
    ],
  }),
  told({
    name: 'expired',
    title: 'Frist eines Angebots verstrichen',
    subject: 'Frist vorbei: {{anlass}}',
    paragraphs: [
      'auf das Angebot eines Platzes bei „{{anlass}}“ ({{durchgang}}) kam bis zur Frist keine Antwort. Der Platz ging an die nächste Person auf der Warteliste.',
      'Auf der Warteliste stehen Sie damit nicht mehr. Sie können sich neu anmelden, solange die Anmeldung offen ist.',
    ],
  }),
  told({
    name: 'cancelled',
    title: 'Abgemeldet',
    subject: 'Abgemeldet: {{anlass}}',
    paragraphs: [
      'Ihre Anmeldung zu „{{anlass}}“ ({{durchgang}}) gilt nicht mehr.',
      'Grund: {{grund}}',
      'Hatten Sie einen Platz, geht er an die nächste Person auf der Warteliste, und der Anhang nimmt die Termine aus Ihrem Kalender.',
    ],
    placeholders: why,
  }),
  told({
    name: 'rejected',
    title: 'Anmeldung nicht zugelassen',
    subject: 'Nicht zugelassen: {{anlass}}',
    paragraphs: [
      'die Veranstalterin hat Ihre Anmeldung zu „{{anlass}}“ ({{durchgang}}) nicht zugelassen.',
      'Grund: {{grund}}',
    ],
    placeholders: why,
  }),
  told({
    name: 'approved',
    title: 'Anmeldung zugelassen, weiter auf der Warteliste',
    subject: 'Zugelassen, Warteliste Nummer {{nummer}}: {{anlass}}',
    paragraphs: [
      'Ihre Anmeldung zu „{{anlass}}“ ({{durchgang}}) ist zugelassen. Sie stehen auf der Warteliste, mit der Nummer {{nummer}}. {{rang}}',
      'Warum noch kein Platz: {{grund}}',
      'Sobald ein Platz für Sie frei ist, bekommen Sie eine Mail.',
    ],
    placeholders: { ...why, ...line },
  }),
  told({
    name: 'unseated',
    title: 'Platz verloren, weil es weniger gibt',
    subject: 'Weniger Plätze: {{anlass}}',
    paragraphs: [
      'bei „{{anlass}}“ ({{durchgang}}) gibt es {{plaetze}}. Ihr Platz gilt deshalb nicht mehr.',
      'Wer zuerst einen Platz hatte, behält ihn; wer ihn zuletzt bekommen hat, wartet wieder. Das sind auch Sie.',
      'Sie stehen vor allen anderen auf der Warteliste, mit der Nummer {{nummer}}. {{rang}} Wird ein Platz frei, bekommen Sie eine Mail.',
      outOfCalendar,
    ],
    placeholders: { ...line, plaetze: 'Wie viele Plätze es noch gibt, in Worten' },
  }),
  told({
    name: 'transferred',
    title: 'In einen anderen Durchgang übernommen',
    subject: 'Übernommen: {{anlass}}, {{durchgang}}',
    paragraphs: [
      'Ihre Anmeldung aus {{woher}} ist zu „{{anlass}}“ ({{durchgang}}) übernommen, mit Ihrem Rang von dort.',
      'Auf der Warteliste haben Sie die Nummer {{nummer}}. Ist schon ein Platz für Sie frei, bekommen Sie darüber eine eigene Mail.',
      'Die Termine, um die es geht:\n\n{{termine}}',
    ],
    placeholders: { nummer: line.nummer, woher: 'Titel und Durchgang, aus dem die Anmeldung kommt' },
  }),
  told({
    name: 'movedOn',
    title: 'Platz beim Wechsel in einen anderen Durchgang aufgegeben',
    subject: 'Gewechselt: {{anlass}}',
    paragraphs: [
      'Ihr Platz bei „{{anlass}}“ ({{durchgang}}) ist aufgegeben, weil Sie in einen anderen Durchgang gewechselt sind.',
      outOfCalendar,
    ],
  }),
  told({
    name: 'substituted',
    title: 'Platz an eine Vertretung übergeben',
    subject: 'Vertretung: {{anlass}}',
    paragraphs: [
      'Ihren Platz bei „{{anlass}}“ ({{durchgang}}) hat eine Vertretung aus Ihrer Organisation übernommen.',
      outOfCalendar,
    ],
  }),
  told({
    name: 'moved',
    title: 'Termine geändert',
    subject: 'Neue Termine: {{anlass}}',
    paragraphs: [
      'bei „{{anlass}}“ ({{durchgang}}) haben sich Termine geändert.',
      'Bisher:\n\n{{bisher}}',
      'Jetzt gilt:\n\n{{termine}}',
      'Haben Sie einen Platz, ändert der Anhang die Termine in Ihrem Kalender. Passen sie nicht mehr, melden Sie sich bitte ab.',
    ],
    placeholders: { bisher: 'Die Termine, die nicht mehr gelten, untereinander' },
  }),
  told({
    name: 'dateCancelled',
    title: 'Ein Termin fällt aus',
    subject: 'Ein Termin fällt aus: {{anlass}}',
    paragraphs: [
      'bei „{{anlass}}“ ({{durchgang}}) fällt ein Termin aus:',
      '{{bisher}}',
      'Grund: {{grund}}',
      'Ihre Anmeldung gilt weiter. Diese Termine bleiben:\n\n{{termine}}',
      'Haben Sie einen Platz, nimmt der Anhang den ausgefallenen Termin aus Ihrem Kalender.',
    ],
    placeholders: { ...why, bisher: 'Der Termin, der ausfällt' },
  }),
  told({
    name: 'eventCancelled',
    title: 'Veranstaltung abgesagt',
    subject: 'Abgesagt: {{anlass}}',
    paragraphs: [
      '„{{anlass}}“ ({{durchgang}}) findet nicht statt.',
      'Grund: {{grund}}',
      'Abgesagt sind:\n\n{{termine}}',
      'Sie müssen nichts tun. Hatten Sie einen Platz, nimmt der Anhang die Termine aus Ihrem Kalender.',
    ],
    placeholders: why,
  }),
  told({
    name: 'seatFree',
    title: 'Freier Platz kurz vor Beginn, für die Veranstalterin',
    subject: 'Freier Platz kurz vor Beginn: {{anlass}}',
    paragraphs: [
      'bei „{{anlass}}“ ({{durchgang}}) ist ein Platz frei, und es warten noch Personen. Für Angebote mit Frist ist es zu spät.',
      'Wer nachrückt, entscheiden Sie in der Teilnehmerliste.',
      '{{termine}}',
    ],
  }),
  {
    name: 'events.certificate',
    title: 'Kurse: Zertifikat ausgestellt',
    subject: 'Ihr Zertifikat: {{anlass}}',
    text: `Guten Tag {{name}},

Ihr Zertifikat zu „{{anlass}}“ liegt bereit. {{wo}}

${here}`,
    placeholders: {
      anlass: facts.anlass,
      wo: 'Wo es steht: bei den eigenen Anmeldungen, für Gäste seine Nummer',
      link: 'Adresse hinter {{portal}}: die eigenen Anmeldungen, für Gäste die Seite, auf der jede Nummer geprüft wird',
    },
    required: ['link'],
  },
  {
    name: 'events.reminder',
    title: 'Kurse: Erinnerung an einen Termin',
    subject: 'Erinnerung: {{anlass}}, {{tag}}',
    text: `Guten Tag {{name}},

in den nächsten Tagen ist es so weit: „{{anlass}}“.

{{termine}}

${leave}

${here}`,
    placeholders: {
      anlass: facts.anlass,
      tag: 'Tag des ersten dieser Termine',
      termine: 'Die Termine der nächsten Tage, untereinander',
      link: facts.link,
    },
    required: ['link'],
  },
]
