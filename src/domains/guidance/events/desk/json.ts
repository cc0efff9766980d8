import type { Consequences, Seat } from './capacity-preview.ts'
import { freeInWords, lateInWords } from './capacity-words.ts'

const seatJson = ({ id, name, organization, position }: Seat) => ({ registrationId: id, name, organization, position })

export const previewJson = (capacity: number | null, consequences: Consequences) => ({
  capacity,
  taken: consequences.taken,
  free: consequences.free,
  promotion: consequences.by,
  movingUp: consequences.movingUp.map(seatJson),
  unseated: consequences.unseated.map(seatJson),
  message: [freeInWords(consequences), consequences.tooLate ? lateInWords(consequences.tooLate) : '']
    .filter((part) => part !== '')
    .join(' '),
})
