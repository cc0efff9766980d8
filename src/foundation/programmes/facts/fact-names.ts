import type { ProgrammeState } from '../programme.ts'

/** German names of the facts, in forms and refusals, in the order of the form. */
export const factNames = {
  name: 'Name',
  summary: 'In einem Satz',
  about: 'Beschreibung',
  state: 'Stand',
  startsOn: 'Beginn',
  deadline: 'Frist',
  takesInterest: 'Interesse anmelden',
  openTo: 'Wer teilnehmen kann',
  expected: 'Angestrebte Zahl',
  totalCents: 'Betrag für alle Stufen',
  contractorId: 'Auftragnehmer',
  observerIds: 'Wer Gesamtzahlen erhält',
  declarationText: 'Text der Teilnahmeerklärung',
  contactName: 'Ansprechperson',
  contactEmail: 'E-Mail der Ansprechperson',
  contactPhone: 'Telefon der Ansprechperson',
} as const

const stateNames: Record<ProgrammeState, string> = { draft: 'Entwurf', running: 'läuft', ended: 'beendet' }

/** "Entwurf", "läuft", "beendet". */
export const programmeStateInWords = (state: ProgrammeState): string => stateNames[state]
