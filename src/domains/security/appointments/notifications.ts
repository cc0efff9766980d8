const area = 'Termine'

/** What this module tells people about. Urgent: who learns it late stands before a locked door. */
export const appointmentKinds = {
  proposed: { kind: 'appointments.proposed', title: 'Ein Termin ist auszuwählen', area, urgent: true },
  confirmed: { kind: 'appointments.confirmed', title: 'Ein Termin ist bestätigt', area, urgent: true },
  moved: { kind: 'appointments.moved', title: 'Ein bestätigter Termin ist geändert', area, urgent: true },
  released: { kind: 'appointments.released', title: 'Ein bestätigter Termin gilt nicht mehr', area, urgent: true },
  cancelled: { kind: 'appointments.cancelled', title: 'Ein Termin ist abgesagt', area, urgent: true },
  declined: { kind: 'appointments.declined', title: 'Die Kommune bittet um andere Zeiten', area, urgent: false },
  kickoff: { kind: 'appointments.kickoff', title: 'Ein Auftakt steht fest', area, urgent: false },
} as const
