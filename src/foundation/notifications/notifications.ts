/** What this module itself tells people about. */
export const notificationKinds = {
  undelivered: { kind: 'mail.undelivered', title: 'Eine Mail ist nicht angekommen', area: 'Betrieb', urgent: false },
  /** Told once, to the people of the demo: nothing to choose. */
  welcome: {
    kind: 'demo.welcome',
    title: 'Begrüßung in der Vorführung',
    area: 'Vorführung',
    urgent: false,
    isOnce: true,
  },
} as const
