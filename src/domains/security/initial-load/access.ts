import { mayTakePart } from '#foundation/programmes/index.ts'

export const may = {
  /** Bringing in and taking out says something about all municipalities at once: whoever leads the programme. */
  bringIn: mayTakePart.lead,
}
