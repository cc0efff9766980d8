/** What the person who recorded a kick-off is told about its roads. */
export const kickoffKinds = {
  left: {
    kind: 'participation.kickoffLeft',
    title: 'Ein Auftakt steht nicht auf jedem Weg',
    area: 'Programme',
    urgent: false,
  },
} as const
