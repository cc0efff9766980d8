import type { MailTemplate } from '#foundation/notifications/index.ts'

const placeholders = {
  wer: 'Wer gehandelt hat',
  organisation: 'Kommune, um deren Termin es geht',
  anlass: 'Wie der Termin heißt',
  zeit: 'Tag und Uhrzeit, oder die Vorschläge untereinander',
  ort: 'Wo er stattfindet',
  grund: 'Der genannte Grund',
  link: 'Adresse hinter {{portal}}, unter der der Termin steht',
}
const required = ['link']
const here = 'Der Termin steht hier:\n{{portal}}{{link}}'

/** Mails about dates. Confirmed, changed and cancelled ones carry the date for calendar programs. */
export const appointmentMails: readonly MailTemplate[] = [
  {
    name: 'appointments.proposed',
    title: 'Termin zur Auswahl',
    subject: 'Bitte auswählen: {{anlass}}, {{organisation}}',
    text: `Guten Tag {{name}},

{{wer}} schlägt für „{{anlass}}“ vor:

{{zeit}}

Bitte wählen Sie im Portal einen Zeitpunkt aus. Passt keiner, nennen Sie dort den Grund und eigene Vorschläge.

${here}`,
    placeholders,
    required,
  },
  {
    name: 'appointments.reproposed',
    title: 'Bestätigter Termin aufgehoben, neue Zeiten zur Auswahl',
    subject: 'Bitte neu auswählen: {{anlass}}, {{organisation}}',
    text: `Guten Tag {{name}},

der bestätigte Zeitpunkt für „{{anlass}}“ gilt nicht mehr. {{wer}} schlägt stattdessen vor:

{{zeit}}

Bitte wählen Sie im Portal einen Zeitpunkt aus. Aus Ihrem Kalender nimmt der Anhang den alten heraus.

${here}`,
    placeholders,
    required,
  },
  {
    name: 'appointments.confirmed',
    title: 'Termin bestätigt',
    subject: 'Bestätigt: {{anlass}}, {{organisation}}, {{zeit}}',
    text: `Guten Tag {{name}},

„{{anlass}}“ bei {{organisation}} steht fest:

{{zeit}}
{{ort}}

Der Anhang trägt den Termin in Ihren Kalender ein. Zusagen müssen Sie nicht noch einmal; absagen oder um andere Zeiten bitten
können Sie im Portal.

${here}`,
    placeholders,
    required,
  },
  {
    name: 'appointments.moved',
    title: 'Bestätigter Termin geändert',
    subject: 'Geändert: {{anlass}}, {{organisation}}, {{zeit}}',
    text: `Guten Tag {{name}},

{{wer}} hat „{{anlass}}“ bei {{organisation}} geändert. Jetzt gilt:

{{zeit}}
{{ort}}

Der Anhang ändert den Termin in Ihrem Kalender.

${here}`,
    placeholders,
    required,
  },
  {
    name: 'appointments.released',
    title: 'Bestätigter Termin aufgehoben, neue Zeit gesucht',
    subject: 'Aufgehoben: {{anlass}}, {{organisation}}',
    text: `Guten Tag {{name}},

{{wer}} bittet um eine andere Zeit für „{{anlass}}“ bei {{organisation}}. Der bestätigte Zeitpunkt gilt nicht mehr:

{{zeit}}

Grund: {{grund}}

Aus Ihrem Kalender nimmt der Anhang den Termin heraus. Wer prüft, wählt aus den Gegenvorschlägen oder macht neue.

${here}`,
    placeholders,
    required,
  },
  {
    name: 'appointments.declined',
    title: 'Kommune bittet um andere Zeiten',
    subject: 'Andere Zeiten erbeten: {{anlass}}, {{organisation}}',
    text: `Guten Tag {{name}},

{{wer}} kann zu keinem der Zeitpunkte für „{{anlass}}“ bei {{organisation}}.

Grund: {{grund}}

Eigene Vorschläge der Kommune stehen im Portal; dort bestätigen Sie einen davon oder schlagen neue Zeiten vor.

${here}`,
    placeholders,
    required,
  },
  {
    name: 'appointments.cancelled',
    title: 'Termin abgesagt',
    subject: 'Abgesagt: {{anlass}}, {{organisation}}',
    text: `Guten Tag {{name}},

{{wer}} hat „{{anlass}}“ bei {{organisation}} abgesagt:

{{zeit}}

Grund: {{grund}}

Stand der Termin schon in Ihrem Kalender, nimmt ihn der Anhang heraus.

${here}`,
    placeholders,
    required,
  },
]
