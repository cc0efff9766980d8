import { sortKey } from '#kernel/sort-key.ts'

export const takesPartWords = { yes: 'ja', no: 'nein', ended: 'beendet' } as const
export type TakesPart = keyof typeof takesPartWords

export const stepWords = {
  open: 'offen',
  inProgress: 'läuft',
  done: 'erledigt',
  notNeeded: 'entfällt',
} as const
export type StepState = keyof typeof stepWords

export const appointmentStates = {
  proposed: 'vorgeschlagen',
  confirmed: 'bestätigt',
  held: 'durchgeführt',
  cancelled: 'abgesagt',
} as const
export type AppointmentState = keyof typeof appointmentStates

/** Steps that people meet for; `other` belongs to none. */
export const appointmentSteps = {
  onSite: 'Vor-Ort-Termin',
  policyReview: 'Durchsicht der Richtlinien',
  spotChecks: 'Stichproben',
  kickoff: 'Auftakt',
  other: 'Anderer Anlass',
} as const
export type AppointmentStep = keyof typeof appointmentSteps

export const documentStates = {
  missing: 'fehlt',
  received: 'liegt vor',
  doesNotExist: 'gibt es nicht',
  reviewed: 'geprüft',
} as const
export type DocumentState = keyof typeof documentStates

const alike = (text: string): string => sortKey(text)

/** The key whose word it is, however it is capitalised; `more` are other words for it. */
export function keyOf<Key extends string>(
  words: Readonly<Record<Key, string>>,
  text: string,
  more: Readonly<Record<string, Key>> = {},
): Key | undefined {
  const wanted = alike(text)
  const found = (Object.entries(words) as [Key, string][]).find(([, word]) => alike(word) === wanted)
  return found?.[0] ?? more[wanted]
}

export const otherTakesPart: Record<string, TakesPart> = {
  x: 'yes',
  j: 'yes',
  'nimmt teil': 'yes',
  teilnehmer: 'yes',
  aktiv: 'yes',
  n: 'no',
  'nimmt nicht teil': 'no',
  'kein interesse': 'no',
  ausgeschieden: 'ended',
  ausgetreten: 'ended',
}

export const otherSteps: Record<string, StepState> = {
  x: 'done',
  ja: 'done',
  ok: 'done',
  fertig: 'done',
  abgeschlossen: 'done',
  nein: 'open',
  ausstehend: 'open',
  geplant: 'open',
  'in arbeit': 'inProgress',
  lauft: 'inProgress',
  laufend: 'inProgress',
  begonnen: 'inProgress',
  'nicht notig': 'notNeeded',
  'nicht erforderlich': 'notNeeded',
}

export const otherAppointments: Record<string, AppointmentState> = {
  angefragt: 'proposed',
  geplant: 'confirmed',
  fest: 'confirmed',
  erledigt: 'held',
  stattgefunden: 'held',
  storniert: 'cancelled',
}

export const otherDocuments: Record<string, DocumentState> = {
  nein: 'missing',
  offen: 'missing',
  ja: 'received',
  x: 'received',
  da: 'received',
  vorhanden: 'received',
  'nicht vorhanden': 'doesNotExist',
}
