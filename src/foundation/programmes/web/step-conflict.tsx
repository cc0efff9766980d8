import type { Temporal } from 'temporal-polyfill'
import { germanMoment, germanTime } from '#kernel/local-day.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Conflict } from '#ui/conflict/conflict.tsx'
import { Description } from '#ui/description/description.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import type { RoadEntry } from '../enrollments/queries.ts'
import { parties, partyInWords } from '../programme.ts'
import { type RoadStep, stateInWords, stepStates } from '../road.ts'
import { programmeRoutes } from '../routes.ts'
import type { Typed } from './fact-fields.tsx'
import { stepNames, typedFromRoad } from './step-form.tsx'
import { germanDate } from './words.ts'

interface Props {
  road: EnrollmentWithSteps
  step: RoadStep
  seen: string
  typed: Typed
  last: RoadEntry | undefined
  now: Temporal.Instant
}

type Field = keyof typeof stepNames

/** Somebody else set this step since the form was shown: both sides, and nothing is decided before somebody clicks. */
export function StepConflict({ road, step, seen, typed, last, now }: Props) {
  const there = typedFromRoad(step)
  const fields = Object.keys(stepNames) as Field[]
  const differing = fields.filter((field) => inWords(field, typed) !== inWords(field, there))
  const who = last?.who ?? 'Jemand anderes'
  const side = (values: Typed) => (
    <Description
      items={differing.map((field) => ({ term: stepNames[field], details: inWords(field, values) || '–' }))}
    />
  )
  return (
    <Conflict
      level={2}
      title={`${who} hat diesen Schritt inzwischen gesetzt`}
      intro="Nichts ist verloren: Hier steht, worin sich beide Fassungen unterscheiden. Wählen Sie, welche gilt."
      sides={[
        {
          heading: 'Ihre Fassung',
          when: germanTime(now),
          children: side(typed),
          action: (
            <Form action={programmeRoutes.step.href({ id: road.id, step: step.key })} layout="row">
              {fields.map((field) => (
                <HiddenField name={field} value={typed[field] ?? ''} />
              ))}
              <HiddenField name="seen" value={seen} />
              <Button size="x-small">Meine eintragen</Button>
            </Form>
          ),
        },
        {
          heading: who,
          when: last ? germanMoment(last.at, now) : 'soeben',
          children: side(there),
          action: (
            <ButtonLink href={programmeRoutes.road.href({ id: road.id })} variant="primary" size="x-small">
              Diese übernehmen
            </ButtonLink>
          ),
        },
      ]}
    />
  )
}

function inWords(field: Field, typed: Typed): string {
  const value = typed[field] ?? ''
  switch (field) {
    case 'state': {
      const state = stepStates.find((one) => one === value)
      return state ? stateInWords(state) : value
    }
    case 'onDay':
      return /^\d{4}-\d{2}-\d{2}$/.test(value) ? germanDate(value) : value
    case 'waitingFor': {
      const party = parties.find((one) => one === value)
      return party ? partyInWords(party) : 'wie üblich'
    }
    case 'missing':
    case 'note':
      return value.replaceAll('\r\n', '\n').trim()
  }
}
