/** What people are told about documents by the calendar, not by somebody's deed. */
export const documentKinds = {
  documentEnding: {
    kind: 'participation.documentEnding',
    title: 'Ein Dokument in einem Programm läuft ab',
    area: 'Programme',
    urgent: false,
  },
} as const
