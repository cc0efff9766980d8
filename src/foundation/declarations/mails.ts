import type { MailTemplate } from '#foundation/notifications/index.ts'

/** Mails about how a municipality gets into a programme. */
export const declarationMails: readonly MailTemplate[] = [
  {
    name: 'declarations.interestReceived',
    title: 'Eingang einer Interessenbekundung',
    subject: 'Ihr Interesse an {{programm}} ist angekommen',
    text: `Guten Tag,

vielen Dank. Das Interesse von {{kommune}} an „{{programm}}“ ist bei uns angekommen.

Wir melden uns an diese Adresse. Als Nächstes bekommen Sie einen Zugang und die Erklärung, die Ihre Verwaltungsleitung unterschreibt. Verpflichtet hat sich Ihre Kommune damit noch zu nichts.`,
    placeholders: { kommune: 'Name der Kommune', programm: 'Name des Programms' },
  },
  {
    name: 'declarations.interestDeclined',
    title: 'Absage auf eine Interessenbekundung',
    subject: 'Ihr Interesse an {{programm}}',
    text: `Guten Tag {{name}},

Sie hatten sich für {{kommune}} an „{{programm}}“ interessiert. Wir können die Kommune nicht aufnehmen:

{{grund}}

Ihre Angaben löschen wir nach einem halben Jahr.`,
    placeholders: { kommune: 'Name der Kommune', programm: 'Name des Programms', grund: 'Warum nicht' },
    required: ['grund'],
  },
  {
    name: 'declarations.admitted',
    title: 'Zulassung zu einem Programm',
    subject: '{{kommune}} ist zu {{programm}} zugelassen',
    text: `Guten Tag {{name}},

{{kommune}} ist zum Programm „{{programm}}“ zugelassen. Entschieden hat {{wer}}.

Die Bestätigung für Ihre Akten (PDF): {{portal}}{{bestaetigung}}

Was als Nächstes zu tun ist, steht hier: {{portal}}{{adresse}}`,
    placeholders: {
      kommune: 'Name der Kommune',
      programm: 'Name des Programms',
      wer: 'Wer entschieden hat',
      bestaetigung: 'Weg zur Bestätigung hinter der Adresse des Portals',
      adresse: 'Weg zur Teilnahme hinter der Adresse des Portals',
    },
  },
  {
    name: 'declarations.notAdmitted',
    title: 'Noch keine Zulassung zu einem Programm',
    subject: 'Ihre Erklärung zu {{programm}}: {{entscheidung}}',
    text: `Guten Tag {{name}},

zur Erklärung von {{kommune}} im Programm „{{programm}}“: {{entscheidung}}.

{{grund}}

Die Erklärung steht hier: {{portal}}{{adresse}}`,
    placeholders: {
      kommune: 'Name der Kommune',
      programm: 'Name des Programms',
      entscheidung: 'Bitte um Berichtigung, oder Ablehnung',
      grund: 'Warum',
      adresse: 'Weg zur Erklärung hinter der Adresse des Portals',
    },
    required: ['grund'],
  },
  {
    name: 'declarations.agreementEnding',
    title: 'Vereinbarung läuft ab',
    subject: '{{vereinbarung}} von {{kommune}} gilt nur bis {{zeit}}',
    text: `Guten Tag {{name}},

{{vereinbarung}} von {{kommune}} gilt nur bis {{zeit}}.

Wird länger geprüft, braucht es vorher eine neue: {{portal}}{{adresse}}`,
    placeholders: {
      vereinbarung: 'Art der Vereinbarung',
      kommune: 'Name der Kommune',
      zeit: 'Letzter Tag, an dem sie gilt',
      adresse: 'Weg zu den Vereinbarungen hinter der Adresse des Portals',
    },
  },
]
