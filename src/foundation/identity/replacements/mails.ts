import type { MailTemplate } from '#foundation/notifications/index.ts'

const organisation = 'Kommune, um die es geht'
const person = 'Wer die Zugänge verwalten soll'

/** Mails about the replacement of administrators who cannot be reached. */
export const replacementMails: readonly MailTemplate[] = [
  {
    name: 'identity.replacementProposed',
    title: 'Ersatz für Zugänge vorgeschlagen (im Verbund)',
    subject: 'Bitte prüfen: {{person}} soll die Zugänge von {{organisation}} verwalten',
    text: `Guten Tag {{name}},

{{wer}} schlägt vor, dass {{person}} die Zugänge von {{organisation}} verwaltet, weil dort niemand erreichbar ist.
Der Grund: {{grund}}

Eine zweite Person muss das bis {{frist}} bestätigen. Fragen Sie vorher selbst bei der Kommune nach, am besten am Telefon:
{{portal}}{{seite}}`,
    placeholders: {
      wer: 'Wer es vorschlägt',
      person,
      organisation,
      grund: 'Grund des Vorschlags',
      frist: 'Bis wann bestätigt werden kann',
      seite: 'Adresse hinter {{portal}}, unter der bestätigt wird',
    },
  },
  {
    name: 'identity.replacementConfirmed',
    title: 'Ersatz für Zugänge (an alle in der Kommune)',
    subject: '{{person}} soll die Zugänge von {{organisation}} verwalten',
    text: `Guten Tag {{name}},

{{person}} soll ab {{frist}} die Zugänge von {{organisation}} im Lotsenwerk verwalten. Das haben {{wer}} vom Verbund zusammen entschieden.
Der Grund: {{grund}}

Wer Zugänge verwaltet, lädt Personen ein und gibt und beendet Aufgaben. Alle bisherigen Aufgaben bleiben.

Ist das nicht richtig? Bis {{frist}} können Verwaltungsleitung und Zugänge Ihrer Kommune widersprechen, dann geschieht nichts:
{{portal}}/zugaenge-ersetzen

Haben Sie selbst keine dieser Aufgaben, sagen Sie bitte Ihrer Verwaltungsleitung Bescheid.`,
    placeholders: {
      person,
      organisation,
      wer: 'Die zwei Personen des Verbunds',
      grund: 'Grund',
      frist: 'Wann es wirksam wird und bis wann widersprochen werden kann',
    },
  },
  {
    name: 'identity.replacementStopped',
    title: 'Ersatz für Zugänge gestoppt',
    subject: '{{person}} verwaltet die Zugänge von {{organisation}} nicht',
    text: `Guten Tag {{name}},

es bleibt bei {{organisation}}, wie es ist: {{person}} verwaltet die Zugänge dort nicht.
{{warum}}`,
    placeholders: { person, organisation, warum: 'Wer es gestoppt hat und warum' },
  },
  {
    name: 'identity.replacementEffective',
    title: 'Ersatz für Zugänge wirksam',
    subject: 'Die Zugänge von {{organisation}}: {{person}}',
    text: `Guten Tag {{name}},

{{was}} Bis dahin hat niemand widersprochen.

Alle anderen Aufgaben bei {{organisation}} sind geblieben. War das nicht so gedacht, beenden Verwaltungsleitung oder Zugänge die Aufgabe unter {{portal}}/personen.`,
    placeholders: { person, organisation, was: 'Was jetzt gilt, als Satz' },
  },
]
