import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { Actor } from '#platform/http/context.ts'
import { Note } from '#ui/note/note.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { may } from '../access.ts'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import { type Party, partyInWords, type Phase } from '../programme.ts'
import { openNeeds, type RoadStep, stateInWords } from '../road.ts'
import { programmeRoutes } from '../routes.ts'
import { germanDate, stateTags } from './words.ts'

interface Props {
  road: EnrollmentWithSteps
  phases: readonly Phase[]
  actor: Actor
  now: Temporal.Instant
}

const isOver = ({ state }: RoadStep): boolean => state === 'done' || state === 'notNeeded'

/** All steps of a road in their phases: how each stands, who acts, what is missing, and the way to set it. */
export const RoadTable = ({ road, phases, actor, now }: Props) => (
  <Table
    caption={`${road.steps.filter(isOver).length} von ${road.steps.length} Schritten sind erledigt oder entfallen`}
    dense
    stack
    rows={road.steps}
    columns={[
      { header: 'Schritt', rowHeader: true, cell: (step) => <Title road={road} step={step} /> },
      { header: 'Phase', cell: ({ phaseKey }) => phases.find(({ key }) => key === phaseKey)?.title ?? phaseKey },
      { header: 'Stand', cell: (step) => <State step={step} now={now} /> },
      { header: 'Wer', cell: (step) => <Who step={step} /> },
      { header: 'Was fehlt', cell: (step) => <Missing road={road} step={step} /> },
      { header: 'Setzen', cell: (step) => <Setting road={road} step={step} actor={actor} /> },
    ]}
  />
)

const Title = ({ road, step }: { road: EnrollmentWithSteps; step: RoadStep }) => (
  <>
    {step.key === road.currentStep ? <strong>{step.title}</strong> : step.title}
    {step.key === road.currentStep && road.state === 'active' && <div class="lw-table__sub">jetzt dran</div>}
    {step.note !== '' && <Note text={step.note} />}
  </>
)

/** An open step has stood so since the road began, which says nothing. */
const State = ({ step: { state, onDay, since }, now }: { step: RoadStep; now: Temporal.Instant }) => (
  <>
    <Tag state={stateTags[state]}>{stateInWords(state)}</Tag>
    {onDay !== null ? (
      <div class="lw-table__sub lw-nowrap">am {germanDate(onDay)}</div>
    ) : (
      state !== 'open' && <div class="lw-table__sub lw-nowrap">seit {germanMoment(since, now)}</div>
    )}
  </>
)

const Who = ({ step }: { step: RoadStep }) => (
  <>
    {partyInWords(step.acts)}
    {!isOver(step) && step.waitingFor !== null && step.waitingFor !== step.acts && (
      <div class="lw-table__sub">wartet auf: {partyInWords(step.waitingFor)}</div>
    )}
  </>
)

function Missing({ road: { steps }, step }: { road: EnrollmentWithSteps; step: RoadStep }) {
  if (isOver(step)) return <>–</>
  const before = openNeeds(steps, step)
  return (
    <>
      {step.missing || step.duty}
      {before.length > 0 && <div class="lw-table__sub">zuerst {before.map(({ title }) => title).join(', ')}</div>}
    </>
  )
}

function Setting({ road, step, actor }: { road: EnrollmentWithSteps; step: RoadStep; actor: Actor }) {
  if (road.state === 'withdrawn') return <span class="lw-muted">Teilnahme beendet</span>
  if (isRefusal(may.setStep(actor, road, step))) return <span class="lw-muted">{whoSets(step)}</span>
  return (
    <a
      class="lw-link"
      href={programmeRoutes.step.href({ id: road.id, step: step.key })}
      aria-label={`${step.title}: Stand setzen`}
    >
      Setzen
    </a>
  )
}

const setters: Record<Party, string> = {
  organization: 'setzt die Kommune',
  contractor: 'setzt das Prüfhaus',
  cooperative: 'setzt der Verbund',
  ministry: 'setzt die Programmleitung',
}

/** Why there is no link for whoever reads it. */
const whoSets = ({ byDeed, acts, waitingFor }: RoadStep): string =>
  byDeed ? 'ergibt sich aus Unterschrift oder Entscheidung' : setters[waitingFor ?? acts]
