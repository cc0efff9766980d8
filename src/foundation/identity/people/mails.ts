import type { MailTemplate } from '#foundation/notifications/index.ts'

const time = 'Von wann bis wann, zum Beispiel „vom 23.11.2026 bis 04.12.2026“'

/** Mails about roles, deputies, assignments and leaving. */
export const peopleMails: readonly MailTemplate[] = [
  {
    name: 'identity.roleGranted',
    title: 'Neue Aufgabe',
    subject: 'Neue Aufgabe bei {{organisation}}: {{aufgabe}}',
    text: `Guten Tag {{name}},

{{wer}} hat Ihnen bei {{organisation}} die Aufgabe „{{aufgabe}}“ gegeben, {{zeit}}.

Sie sehen sie nach der Anmeldung unter {{portal}}.`,
    placeholders: {
      organisation: 'Organisation, um die es geht',
      aufgabe: 'Die Aufgabe',
      zeit: 'Ab wann und bis wann',
      wer: 'Wer die Aufgabe gegeben hat',
    },
  },
  {
    name: 'identity.substitutionNamed',
    title: 'Vertretung übernommen',
    subject: 'Sie vertreten {{person}} {{zeit}}',
    text: `Guten Tag {{name}},

{{person}} hat Sie als Vertretung bei {{organisation}} benannt, {{zeit}}. In dieser Zeit haben Sie auch die Aufgaben von {{person}}.

Können Sie das nicht übernehmen, beenden Sie die Vertretung unter {{portal}}/vertretung.`,
    placeholders: { person: 'Wer vertreten wird', organisation: 'Organisation, um die es geht', zeit: time },
  },
  {
    name: 'identity.assignmentMade',
    title: 'Zuweisung einer prüfenden Person (an die Kommune)',
    subject: '{{person}} darf die Prüfungen von {{organisation}} lesen',
    text: `Guten Tag {{name}},

{{wer}} hat {{person}} der Prüfung bei {{organisation}} zugewiesen, {{zeit}}.
In dieser Zeit kann {{person}} Ihre Antworten lesen. Jedes Lesen wird festgehalten.

Wer bei Ihnen lesen darf und wer gelesen hat, sehen Sie unter {{portal}}/wer-darf-lesen. Dort können Sie auch widersprechen.`,
    placeholders: {
      person: 'Wer prüft',
      organisation: 'Kommune, um die es geht',
      zeit: time,
      wer: 'Wer zugewiesen hat',
    },
  },
  {
    name: 'identity.assignmentObjected',
    title: 'Widerspruch gegen eine Zuweisung (an die Programmleitung)',
    subject: '{{organisation}} widerspricht der Zuweisung von {{person}}',
    text: `Guten Tag {{name}},

{{wer}} hat für {{organisation}} der Zuweisung von {{person}} widersprochen. Sie ist beendet.
Der Grund: {{grund}}

Sprechen Sie bitte mit der Kommune. Neu zuweisen können Sie unter {{portal}}/zuweisungen.`,
    placeholders: {
      organisation: 'Kommune, die widerspricht',
      person: 'Wer zugewiesen war',
      grund: 'Grund des Widerspruchs',
      wer: 'Wer widersprochen hat',
    },
  },
  {
    name: 'identity.left',
    title: 'Ende des Zugangs',
    subject: 'Ihr Zugang für {{organisation}} endet',
    text: `Guten Tag {{name}},

Ihr Zugang für {{organisation}} endet {{zeit}}. Aufgaben in anderen Organisationen sind davon nicht betroffen.

War das nicht so gedacht, wenden Sie sich bitte an die Verwaltungsleitung.`,
    placeholders: { organisation: 'Organisation, um die es geht', zeit: 'Wann der Zugang endet' },
  },
]
