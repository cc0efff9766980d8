import { type Item, placesOf, sumsByLack } from './lack.ts'
import type { YearEnd } from './load-year-end.ts'
import { amountOf, itemsInWords, type Letter, type SentReminder } from './reminder.ts'

// Field by field: a column that nobody names never leaves.

const itemJson = (item: Item) => ({
  lack: item.lack,
  orderId: item.orderId,
  orderReference: item.reference,
  title: item.title,
  organizationId: item.organizationId,
  organizationName: item.organizationName,
  county: item.county,
  enrollmentId: item.enrollmentId,
  amountCents: item.amountCents,
  acts: item.acts,
  actsId: item.actsId,
  actsName: item.actsName,
  deed: item.deed,
  since: item.since?.toString() ?? null,
  usualWorkingDays: item.usualDays,
  neededWorkingDays: item.neededDays,
  fit: item.fit,
})

export const yearEndJson = (
  { programme, left, items, sums }: YearEnd,
  { shown, next }: { shown: readonly Item[]; next: string | null },
) => ({
  programmeId: programme.id,
  deadline: programme.deadline,
  daysLeft: left?.days ?? null,
  workingDaysLeft: left?.workingDays ?? null,
  minutesLeft: left?.minutes ?? null,
  municipalities: placesOf(items),
  sums: {
    municipalities: sums.municipalities,
    releasedCents: sums.released,
    remainingCents: sums.remaining,
    plannedCents: sums.planned,
    committedCents: sums.committed,
    deliveredCents: sums.delivered,
    acceptedCents: sums.accepted,
    invoicedCents: sums.invoiced,
    settledCents: sums.settled,
  },
  lacks: sumsByLack(items),
  items: shown.map(itemJson),
  next,
})

export const letterJson = ({ personId, name, items, isAgain }: Letter) => ({
  personId,
  name,
  items: items.length,
  amountCents: amountOf(items),
  text: itemsInWords(items),
  remindedToday: isAgain,
})

export const reminderJson = (sent: SentReminder) => ({
  id: sent.id,
  organizationId: sent.organizationId,
  organizationName: sent.organizationName,
  personId: sent.personId,
  personName: sent.personName,
  day: sent.day,
  items: sent.items,
  amountCents: sent.amountCents,
  sentAt: sent.sentAt.toString(),
  sentBy: sent.sentBy,
})
