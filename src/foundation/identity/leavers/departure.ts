/** One thing the leaver held, and who has it now. */
export interface HandedOver {
  /** German, a sentence: "Vertretung von Jana Wiesner bis 04.12.2026". */
  what: string
  /** Who has it now; null when it ended, and then `what` says so. */
  to: string | null
}

/** Somebody left an organization. */
export interface Departure {
  id: string
  organizationId: string
  organizationName: string
  personId: string
  personName: string
  successorId: string | null
  successorName: string | null
  /** 2026-11-20 */
  lastDay: string
  recordedByName: string
  /** The local day on which it was recorded; after the last day when it was at once. */
  recordedOn: string
  handedOver: HandedOver[]
}
