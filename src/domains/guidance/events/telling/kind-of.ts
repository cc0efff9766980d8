import type { Occasion } from './untold.ts'
import { eventKinds } from './notifications.ts'

/** Under which kind each occasion comes. */
export const kindOf: Record<Occasion, (typeof eventKinds)[keyof typeof eventKinds]> = {
  confirmed: eventKinds.seat,
  promoted: eventKinds.seat,
  accepted: eventKinds.seat,
  waiting: eventKinds.waiting,
  // Goes to guests only, who have no inbox.
  again: eventKinds.waiting,
  approved: eventKinds.waiting,
  transferred: eventKinds.waiting,
  offered: eventKinds.offer,
  declined: eventKinds.answered,
  expired: eventKinds.answered,
  rejected: eventKinds.answered,
  cancelled: eventKinds.ended,
  unseated: eventKinds.ended,
  movedOn: eventKinds.ended,
  substituted: eventKinds.ended,
  moved: eventKinds.changed,
  dateCancelled: eventKinds.changed,
  eventCancelled: eventKinds.cancelled,
  seatFree: eventKinds.seatFree,
}
