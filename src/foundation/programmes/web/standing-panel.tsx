import type { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { Standing } from '#ui/road/standing.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { Why } from '#ui/why/why.tsx'
import { type EnrollmentWithSteps, pressureInWords, pressureOf } from '../enrollment.ts'
import type { Surroundings } from '../enrollments/queries.ts'
import type { Party } from '../programme.ts'
import { currentStep, type RoadStep } from '../road.ts'
import {
  daysUntil,
  germanDate,
  leftInWords,
  type Parties,
  partyNamed,
  pressureTags,
  roadLabel,
  sinceInWords,
} from './words.ts'

interface Props {
  road: EnrollmentWithSteps
  around: Surroundings
  /** Whether it is the road of the organization acted for. */
  isOwn: boolean
  now: Temporal.Instant
}

const isOver = ({ state }: RoadStep): boolean => state === 'done' || state === 'notNeeded'
const daysInWords = (count: number): string => (count === 1 ? '1 Tag' : `${count} Tage`)

/** What is to do now, who waits for whom since when, what comes next, and how it stands against the deadline. */
export function StandingPanel({ road, around, isOwn, now }: Props) {
  const parties = { ...around, organizationName: road.organizationName }
  const step = currentStep(road.steps)
  return (
    <div class="lw-stack">
      <Standing now={headline(road, step)} road={{ road: road.road, label: roadLabel(road) }}>
        {road.state === 'withdrawn' ? (
          <p>{withdrawal(road)}</p>
        ) : step && road.waitingFor ? (
          <Waiting road={road} step={step} parties={parties} isOwn={isOwn} now={now} />
        ) : (
          road.completedAt && <p>Der letzte Schritt war am {germanDay(localDay(road.completedAt))} erledigt.</p>
        )}
        <Deadline road={road} now={now} />
      </Standing>
      <Explained road={road} now={now} />
    </div>
  )
}

function headline({ state, missing, steps }: EnrollmentWithSteps, step: RoadStep | undefined): string {
  if (state === 'withdrawn') return 'Die Teilnahme ist beendet'
  if (steps.length === 0) return 'Noch keine Schritte'
  return step ? `${step.title}: ${missing}` : 'Alle Schritte sind erledigt'
}

const withdrawal = ({ withdrawnAt, withdrawalReason }: EnrollmentWithSteps): string =>
  `${withdrawnAt ? `Seit dem ${germanDay(localDay(withdrawnAt))}. ` : ''}${withdrawalReason === '' ? 'Was bis dahin geschah, bleibt lesbar.' : `Grund: ${withdrawalReason}`}`

interface WaitingProps {
  road: EnrollmentWithSteps
  step: RoadStep
  parties: Parties
  isOwn: boolean
  now: Temporal.Instant
}

function Waiting({ road, step, parties, isOwn, now }: WaitingProps) {
  const awaited = road.waitingFor ?? step.acts
  const next = nextOf(road.steps, step, awaited)
  const since = road.waitingSince ? ` ${sinceInWords(road.waitingSince, now)}` : ''
  const named = (party: Party) => (isOwn && party === 'organization' ? 'Sie' : partyNamed(party, parties))
  return (
    <>
      <p>
        Gewartet wird{since} auf <strong>{named(awaited)}</strong>.
      </p>
      {next && (
        <p class="lw-muted">
          Danach: {next.duty} ({named(next.acts)}).
        </p>
      )}
    </>
  )
}

/** What comes next: the first later step that is not over, or this one where somebody has to do something for it first. */
const nextOf = (steps: readonly RoadStep[], step: RoadStep, awaited: Party): RoadStep | undefined =>
  step.acts === awaited ? steps.slice(steps.indexOf(step) + 1).find((one) => !isOver(one)) : step

function Deadline({ road, now }: { road: EnrollmentWithSteps; now: Temporal.Instant }) {
  if (road.deadline === null || road.state === 'withdrawn' || road.currentStep === null) return null
  const left = daysUntil(road.deadline, now)
  const pressure = pressureOf(road, left)
  return (
    <p>
      <Tag state={pressureTags[pressure]}>{pressureInWords(pressure)}</Tag> Frist {germanDate(road.deadline)},{' '}
      {leftInWords(left)}
      {left > 0 && <>; üblich wären noch {daysInWords(road.daysNeeded)}</>}.
    </p>
  )
}

/** How the pressure is computed, with the figures of this road. */
function Explained({ road, now }: { road: EnrollmentWithSteps; now: Temporal.Instant }) {
  if (road.deadline === null || road.state === 'withdrawn' || road.currentStep === null) return null
  const left = daysUntil(road.deadline, now)
  const ahead = road.steps.filter((step) => !isOver(step))
  const pressure = pressureInWords(pressureOf(road, left))
  return (
    <Why summary={`Warum „${pressure}“?`}>
      <p>
        Offen {ahead.length === 1 ? 'ist ein Schritt, der' : `sind ${ahead.length} Schritte, die zusammen`}{' '}
        üblicherweise {daysInWords(road.daysNeeded)} {ahead.length === 1 ? 'dauert' : 'dauern'} (
        {ahead.map(({ title, typicalDays }) => `${title} ${typicalDays}`).join(', ')}).{' '}
        {left < 0
          ? 'Die Frist des Programms ist vorbei.'
          : `Bis zur Frist ${left === 1 ? 'ist es' : 'sind es'} ${daysInWords(left)}, heute nicht mitgezählt.`}
      </p>
      <p>
        „Gefährdet“ heißt: Es bleiben weniger Tage, als es üblicherweise dauert. „Knapp“: Es bleibt weniger als ein
        Drittel mehr. Sonst steht „im Plan“. Wie lange ein Schritt üblicherweise dauert, legt fest, wer das Programm
        leitet.
      </p>
    </Why>
  )
}
