import type { MailTemplate } from '#foundation/notifications/index.ts'

const ask = 'Bei Fragen wenden Sie sich bitte an die Person, die das Lotsenwerk in Ihrer Organisation verwaltet.'

/** Mails about invitations and about one's own access. */
export const identityMails: readonly MailTemplate[] = [
  {
    name: 'identity.invitation',
    title: 'Einladung einer Person',
    subject: 'Einladung ins Lotsenwerk für {{organisation}}',
    text: `Guten Tag {{name}},

{{einladende}} lädt Sie ein, im Lotsenwerk für {{organisation}} zu arbeiten.
Ihre Aufgaben dort: {{aufgaben}}.

Die Einladung nehmen Sie bis zum {{frist}} hier an:
{{portal}}{{link}}

Die Adresse gilt nur für Sie und nur einmal. Haben Sie keine Einladung erwartet, brauchen Sie nichts zu tun.`,
    placeholders: {
      organisation: 'Organisation, für die eingeladen wird',
      einladende: 'Wer einlädt',
      aufgaben: 'Aufgaben, die mit der Einladung verbunden sind',
      frist: 'Letzter Tag, an dem die Einladung gilt',
      link: 'Adresse hinter {{portal}}, unter der die Einladung angenommen wird',
    },
    required: ['link'],
  },
  {
    name: 'identity.invitationAccepted',
    title: 'Neue Person in der Organisation',
    subject: '{{person}} arbeitet jetzt für {{organisation}} im Lotsenwerk',
    text: `Guten Tag {{name}},

{{person}} hat die Einladung angenommen und arbeitet jetzt im Lotsenwerk für {{organisation}}.
Aufgaben: {{aufgaben}}. Eingeladen hat: {{einladende}}.

War das nicht so gedacht, nehmen Sie die Aufgaben unter {{portal}} zurück.`,
    placeholders: {
      person: 'Wer die Einladung angenommen hat',
      organisation: 'Organisation, um die es geht',
      aufgaben: 'Aufgaben der neuen Person',
      einladende: 'Wer eingeladen hat',
    },
  },
  {
    name: 'identity.passwordReset',
    title: 'Neues Passwort',
    subject: 'Neues Passwort für das Lotsenwerk',
    text: `Guten Tag {{name}},

für Ihren Zugang zum Lotsenwerk wurde ein neues Passwort angefordert.
Innerhalb einer Stunde setzen Sie es hier:
{{portal}}{{link}}

Haben Sie das nicht selbst angefordert, brauchen Sie nichts zu tun: Ihr Passwort bleibt, wie es ist.`,
    placeholders: { link: 'Adresse hinter {{portal}}, unter der das neue Passwort gesetzt wird' },
    required: ['link'],
  },
  {
    name: 'identity.passwordChanged',
    title: 'Passwort wurde geändert',
    subject: 'Ihr Passwort im Lotsenwerk wurde geändert',
    text: `Guten Tag {{name}},

das Passwort Ihres Zugangs wurde gerade geändert. Alle anderen Anmeldungen sind beendet.

Waren Sie das nicht, setzen Sie bitte gleich ein neues unter {{portal}}/passwort-vergessen. ${ask}`,
    placeholders: {},
  },
  {
    name: 'identity.emailChange',
    title: 'Neue Adresse bestätigen',
    subject: 'Bitte bestätigen Sie Ihre neue Adresse im Lotsenwerk',
    text: `Guten Tag {{name}},

unter dieser Adresse möchten Sie künftig das Lotsenwerk nutzen. Innerhalb eines Tages bestätigen Sie das hier:
{{portal}}{{link}}

Haben Sie das nicht angefordert, brauchen Sie nichts zu tun.`,
    placeholders: { link: 'Adresse hinter {{portal}}, unter der bestätigt wird' },
    required: ['link'],
  },
  {
    name: 'identity.emailChangeAsked',
    title: 'Neue Adresse angefordert (an die alte)',
    subject: 'Für Ihren Zugang zum Lotsenwerk wurde eine neue Adresse angegeben',
    text: `Guten Tag {{name}},

Ihr Zugang soll künftig auf die Adresse {{neu}} lauten. Er ändert sich erst, wenn das dort bestätigt wird.

Waren Sie das nicht, kennt jemand Ihr Passwort: Setzen Sie bitte gleich ein neues unter {{portal}}/passwort-vergessen. ${ask}`,
    placeholders: { neu: 'Die neue Adresse' },
  },
  {
    name: 'identity.emailChanged',
    title: 'Adresse wurde geändert (an die alte)',
    subject: 'Ihr Zugang zum Lotsenwerk hat eine neue Adresse',
    text: `Guten Tag {{name}},

Ihr Zugang lautet jetzt auf die Adresse {{neu}}. An diese hier schreiben wir nicht mehr.

Waren Sie das nicht, melden Sie sich bitte sofort. ${ask}`,
    placeholders: { neu: 'Die neue Adresse' },
  },
  {
    name: 'identity.signInCode',
    title: 'Code zur Anmeldung',
    subject: 'Ihr Code zur Anmeldung im Lotsenwerk',
    text: `Guten Tag {{name}},

Ihr Code: {{code}}

Er gilt {{minuten}} Minuten. Wir fragen danach, weil gerade an vielen Stellen falsche Passwörter für Ihren Zugang versucht werden.
Melden Sie sich nicht gerade selbst an, kennt jemand Ihr Passwort: Setzen Sie bitte gleich ein neues unter {{portal}}/passwort-vergessen.`,
    placeholders: { code: 'Der Code', minuten: 'Wie viele Minuten er gilt' },
    required: ['code'],
  },
  {
    name: 'identity.wrongCodes',
    title: 'Falsche Codes bei der Anmeldung',
    subject: 'Jemand hat sich mit Ihrem Passwort angemeldet, aber mit falschen Codes',
    text: `Guten Tag {{name}},

bei einer Anmeldung mit Ihrem Passwort wurde mehrmals ein falscher Code eingegeben. Angemeldet wurde niemand.

Waren Sie das nicht, setzen Sie bitte gleich ein neues Passwort unter {{portal}}/passwort-vergessen.`,
    placeholders: {},
  },
  {
    name: 'identity.recoveryCodeUsed',
    title: 'Wiederherstellungscode verwendet',
    subject: 'Ein Wiederherstellungscode wurde verwendet',
    text: `Guten Tag {{name}},

bei einer Anmeldung wurde einer Ihrer Wiederherstellungscodes verwendet. Übrig sind {{uebrig}}.
Neue erhalten Sie unter {{portal}}/mein-zugang.

Waren Sie das nicht, setzen Sie bitte gleich ein neues Passwort unter {{portal}}/passwort-vergessen.`,
    placeholders: { uebrig: 'Wie viele Codes noch übrig sind' },
  },
  {
    name: 'identity.secondFactorEnabled',
    title: 'Zweiter Faktor eingeschaltet',
    subject: 'Ihr Zugang zum Lotsenwerk fragt jetzt nach einem zweiten Faktor',
    text: `Guten Tag {{name}},

bei der Anmeldung fragen wir jetzt auch nach einem Code aus Ihrer App. Bewahren Sie die Wiederherstellungscodes gut auf.

Waren Sie das nicht, melden Sie sich bitte sofort. ${ask}`,
    placeholders: {},
  },
  {
    name: 'identity.secondFactorDisabled',
    title: 'Zweiter Faktor ausgeschaltet',
    subject: 'Ihr Zugang zum Lotsenwerk fragt nicht mehr nach einem zweiten Faktor',
    text: `Guten Tag {{name}},

der zweite Faktor Ihres Zugangs wurde ausgeschaltet. Zur Anmeldung genügt jetzt das Passwort.

Waren Sie das nicht, setzen Sie bitte gleich ein neues Passwort unter {{portal}}/passwort-vergessen.`,
    placeholders: {},
  },
  {
    name: 'identity.tokenIssued',
    title: 'Neuer Zugangsschlüssel',
    subject: 'Ein neuer Zugangsschlüssel zu Ihrem Zugang im Lotsenwerk',
    text: `Guten Tag {{name}},

zu Ihrem Zugang wurde ein Schlüssel für die Schnittstelle ausgegeben: „{{schluessel}}“, gültig bis {{frist}}.
Ihre Schlüssel sehen und widerrufen Sie unter {{portal}}/mein-zugang.`,
    placeholders: { schluessel: 'Name des Schlüssels', frist: 'Letzter Tag, an dem er gilt' },
  },
]
