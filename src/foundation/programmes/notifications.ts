const area = 'Programme'

/** What this module tells people about, as they find it in their settings. */
export const programmeKinds = {
  navigatorNamed: {
    kind: 'programmes.navigatorNamed',
    title: 'Sie sind für ein Programm benannt',
    area,
    urgent: false,
  },
  yourTurn: { kind: 'programmes.yourTurn', title: 'Ein Schritt wartet auf Sie', area, urgent: false },
} as const
