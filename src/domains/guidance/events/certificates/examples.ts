import { eventExample, registrationExample } from '../examples.ts'

const facts = {
  title: eventExample.title,
  run: 'Kurs 7',
  organizer: 'Kommunalverbund Elbe-Saale eG',
  outcomes: ['eine digitale Agenda vorbereiten'],
  dates: [{ day: '2026-12-03', minutes: 420, topic: 'Strategie und digitale Agenda', attended: true }],
  attended: 1,
  of: 1,
  percent: 100,
}

export const checkExample = {
  number: 'LW-2027-019AH-JKMTZ',
  state: 'valid' as const,
  text: 'gültig',
  holderName: 'Jonas Timm',
  ...facts,
  issuedOn: '2027-01-29',
  replacedBy: null,
}

export const certificateExample = {
  ...checkExample,
  id: '01940d1c-5c00-7a60-8000-7b5c6d7e8f30',
  eventId: eventExample.id,
  registrationId: registrationExample.id,
}
