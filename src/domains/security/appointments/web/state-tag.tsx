import { Tag, type TagState } from '#ui/tag/tag.tsx'
import { type Appointment, type AppointmentState, stateInWords } from '../appointment.ts'

const shapes: Record<AppointmentState, TagState> = {
  proposed: 'soon',
  confirmed: 'running',
  declined: 'soon',
  cancelled: 'none',
  held: 'ok',
}

/** The state as shape and word; of a kick-off that is over, whether the municipality was there. */
export const StateTag = ({ state, kickoffId, attended }: Pick<Appointment, 'state' | 'kickoffId' | 'attended'>) => (
  <Tag state={shapes[state]}>
    {kickoffId !== null && attended !== null ? (attended ? 'teilgenommen' : 'nicht teilgenommen') : stateInWords(state)}
  </Tag>
)
