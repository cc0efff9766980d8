const area = 'Programme'

/** What this module tells people about, as they find it in their settings. */
export const declarationKinds = {
  interestDeclared: {
    kind: 'declarations.interestDeclared',
    title: 'Eine Kommune interessiert sich für ein Programm',
    area,
    urgent: false,
  },
  declared: {
    kind: 'declarations.declared',
    title: 'Eine Teilnahmeerklärung ist unterschrieben oder zurückgenommen',
    area,
    urgent: false,
  },
  admissionDecided: {
    kind: 'declarations.admissionDecided',
    title: 'Über Ihre Zulassung zu einem Programm ist entschieden',
    area,
    urgent: false,
  },
  agreementChanged: {
    kind: 'declarations.agreementChanged',
    title: 'Eine Vereinbarung oder Erlaubnis ist geschlossen oder widerrufen',
    area,
    urgent: false,
  },
  agreementEnding: {
    kind: 'declarations.agreementEnding',
    title: 'Eine Vereinbarung oder Erlaubnis endet bald',
    area,
    urgent: false,
  },
} as const
