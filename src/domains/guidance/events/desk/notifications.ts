export const deskKinds = {
  // Urgent: "another room today" is of no use in tomorrow's digest.
  group: {
    kind: 'events.group',
    title: 'Nachricht zu einer Veranstaltung, zu der Sie angemeldet sind',
    area: 'Kurse und Veranstaltungen',
    urgent: true,
  },
} as const

export const groupTemplate = 'events.group'
