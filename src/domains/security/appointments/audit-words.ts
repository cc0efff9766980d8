import { type EventWord, fact } from '#foundation/audit/index.ts'

/** What the audit trail says about dates on the road of a municipality. */
export const appointmentWords = {
  'appointment.proposed': {
    title: 'Termin vorgeschlagen',
    tell: ({ who }) => `${who} hat Zeiten für einen Termin vorgeschlagen.`,
  },
  'appointment.confirmed': { title: 'Termin bestätigt', tell: ({ who }) => `${who} hat einen Termin bestätigt.` },
  'appointment.declined': {
    title: 'Andere Zeiten erbeten',
    tell: ({ who }) => `${who} hat um andere Zeiten für einen Termin gebeten.`,
  },
  'appointment.changed': { title: 'Termin geändert', tell: ({ who }) => `${who} hat einen Termin geändert.` },
  'appointment.cancelled': { title: 'Termin abgesagt', tell: ({ who }) => `${who} hat einen Termin abgesagt.` },
  'appointment.held': {
    title: 'Termin hat stattgefunden',
    tell: ({ who }) => `${who} hat festgehalten, dass ein Termin stattgefunden hat.`,
  },
  'appointment.broughtIn': {
    title: 'Termine eingelesen',
    tell: (deed) =>
      `${deed.who} hat für „${fact(deed, 'programme')}“ ${fact(deed, 'appointments')} Termine aus einer Tabelle eingelesen.`,
  },
  'kickoff.planned': {
    title: 'Auftakt angelegt',
    tell: (deed) => `${deed.who} hat einen Auftakt für ${fact(deed, 'invited')} Kommunen angelegt.`,
  },
  'kickoff.attendanceRecorded': {
    title: 'Teilnahme am Auftakt festgehalten',
    tell: (deed) =>
      `${deed.who} hat festgehalten, dass ${fact(deed, 'attended')} von ${fact(deed, 'invited')} Kommunen am Auftakt teilgenommen haben.`,
  },
} as const satisfies Record<string, EventWord>
