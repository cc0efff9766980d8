import { localDay } from '#kernel/local-day.ts'
import { type Certificate, type Checked, stateInWords, stateOf } from './certificate.ts'

/** What anybody with the number learns; the reason of a withdrawal stays with the organizer. */
export const checkJson = (one: Checked) => ({
  number: one.number,
  state: stateOf(one),
  text: stateInWords(one),
  holderName: one.holderName,
  title: one.facts.title,
  run: one.facts.run,
  organizer: one.facts.organizer,
  outcomes: one.facts.outcomes,
  dates: one.facts.dates.map(({ day, minutes, topic, attended }) => ({ day, minutes, topic, attended })),
  attended: one.facts.attended,
  of: one.facts.of,
  percent: one.facts.permille / 10,
  issuedOn: localDay(one.issuedAt).toString(),
  replacedBy: one.replacedBy,
})

export const certificateJson = (one: Certificate) => ({
  ...checkJson(one),
  id: one.id,
  eventId: one.eventId,
  registrationId: one.registrationId,
})
