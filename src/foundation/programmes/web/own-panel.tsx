import type { Temporal } from 'temporal-polyfill'
import { ButtonLink } from '#ui/button/button.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Standing } from '#ui/road/standing.tsx'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import type { Programme } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'
import { roadLabel, sinceInWords } from './words.ts'

interface Props {
  programme: Programme
  road: EnrollmentWithSteps | undefined
  kind: string
  now: Temporal.Instant
}

/** Where the own organization stands in this programme, or the way in. */
export function OwnPanel({ programme, road, kind, now }: Props) {
  if (road) return <OwnRoad road={road} now={now} />
  if (!programme.openTo.includes(kind)) return null
  const isOpen = programme.state === 'running' && programme.takesInterest
  return (
    <Panel id="ihr-stand" title="Ihr Stand">
      <div class="lw-stack lw-stack--s">
        <p>
          Ihre Organisation nimmt an diesem Programm noch nicht teil.
          {!isOpen && ' Zurzeit ist keine Anmeldung möglich; Auskunft gibt die Ansprechperson des Programms.'}
        </p>
        {isOpen && (
          <p>
            <ButtonLink href={programmeRoutes.takePart.href({ key: programme.key })} variant="primary">
              Ansehen und teilnehmen
            </ButtonLink>
          </p>
        )}
      </div>
    </Panel>
  )
}

const OwnRoad = ({ road, now }: { road: EnrollmentWithSteps; now: Temporal.Instant }) => (
  <Standing
    now={
      road.state === 'withdrawn'
        ? 'Ihre Teilnahme ist beendet.'
        : road.currentStep === null
          ? `${roadLabel(road)}.`
          : road.waitingFor === 'organization'
            ? `Sie sind an der Reihe: ${road.missing}`
            : `Zurzeit ist nicht Ihre Seite an der Reihe: ${road.missing}`
    }
    road={{ road: road.road, label: roadLabel(road) }}
  >
    {road.waitingSince && road.state === 'active' && road.currentStep !== null && (
      <p>Darauf wird {sinceInWords(road.waitingSince, now)} gewartet.</p>
    )}
    <p>
      <a class="lw-link" href={programmeRoutes.road.href({ id: road.id })}>
        Ihr Weg im Einzelnen
      </a>
    </p>
  </Standing>
)
