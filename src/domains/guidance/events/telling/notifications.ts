const area = 'Kurse und Veranstaltungen'

/**
 * What events tell people about. Urgent is what somebody has only hours for, and what carries dates for the calendar: whoever learns it late stands
 * before a locked door, or is missing.
 */
export const eventKinds = {
  seat: { kind: 'events.seat', title: 'Ein Platz ist bestätigt', area, urgent: true },
  offer: { kind: 'events.offer', title: 'Ein Platz ist angeboten', area, urgent: true },
  waiting: { kind: 'events.waiting', title: 'Eine Anmeldung steht auf der Warteliste', area, urgent: true },
  ended: { kind: 'events.ended', title: 'Ein Platz ist verloren oder aufgegeben', area, urgent: true },
  answered: {
    kind: 'events.answered',
    title: 'Eine Anmeldung ist entschieden oder ein Angebot beendet',
    area,
    urgent: false,
  },
  changed: { kind: 'events.changed', title: 'Termine sind geändert oder fallen aus', area, urgent: true },
  cancelled: { kind: 'events.cancelled', title: 'Eine Veranstaltung ist abgesagt', area, urgent: true },
  reminder: { kind: 'events.reminder', title: 'Erinnerung an einen Termin', area, urgent: true },
  certificate: { kind: 'events.certificate', title: 'Ein Zertifikat liegt bereit', area, urgent: false },
  seatFree: { kind: 'events.seatFree', title: 'Ein Platz bleibt kurz vor Beginn frei', area, urgent: true },
} as const
