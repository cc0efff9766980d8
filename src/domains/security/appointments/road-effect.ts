import { localDay } from '#kernel/local-day.ts'
import { type Appointment, type AppointmentStep, type Side, stepInWords } from './appointment.ts'

export type RoadEvent = 'proposed' | 'confirmed' | 'moved' | 'declined' | 'cancelled' | 'held' | 'heldAndDone'

/** What the step of the road is set to; what is left out stays. */
export interface StepEffect {
  state: 'open' | 'inProgress' | 'done'
  onDay?: string | null
  waitingFor?: 'organization' | null
  missing?: string
}

/** What the municipality is asked for. */
export const wanted = (step: AppointmentStep): string =>
  step === 'onSite' ? 'Termin vor Ort bestätigen' : `Termin bestätigen: ${stepInWords(step)}`

const wantedAnew = 'Neuen Termin vorschlagen'

type Facts = Pick<Appointment, 'step' | 'road' | 'chosen' | 'isLed'>

/**
 * What an event makes of the step the appointment belongs to; undefined where it changes nothing: the road has no such step, it is over, or it
 * is not this side's to write (each side writes the steps in which it acts or is waited for).
 */
export function effectOn({ step, road, chosen, isLed }: Facts, event: RoadEvent, side: Side): StepEffect | undefined {
  if (!road || road.state === 'done' || road.state === 'notNeeded' || !isTheirs(road, isLed, side)) return undefined
  const { state } = road
  const onDay = chosen && localDay(chosen.startsAt).toString()
  switch (event) {
    case 'proposed':
      return { state, waitingFor: 'organization', missing: wanted(step), onDay: null }
    case 'confirmed':
      return { state: road.canBegin ? 'inProgress' : state, waitingFor: null, missing: '', onDay }
    case 'moved':
      return { state, onDay }
    case 'declined':
    case 'cancelled':
      return { state, waitingFor: null, missing: wantedAnew, onDay: null }
    case 'held':
      return { state, onDay, missing: '' }
    case 'heldAndDone':
      return { state: 'done', onDay }
  }
}

function isTheirs({ acts, waitingFor }: NonNullable<Facts['road']>, isLed: boolean, side: Side): boolean {
  const party = side === 'organization' ? 'organization' : 'contractor'
  return isLed || acts === party || waitingFor === party
}
