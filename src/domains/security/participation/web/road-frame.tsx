import { type EnrollmentWithSteps, stateInWords } from '#foundation/programmes/index.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'

/** What was refused on a page, or that the road has ended. */
export const RoadNotes = ({
  road,
  refusal,
  labels,
  ids,
}: {
  road: EnrollmentWithSteps
  refusal: Refusal | undefined
  labels?: Readonly<Record<string, string>> | undefined
  /** Where the refused form is one of several alike. */
  ids?: Readonly<Record<string, string>> | undefined
}) => (
  <>
    {refusal && (
      <ErrorSummary
        title={refusal.refused}
        errors={(refusal.errors ?? []).filter(({ path }) => labels?.[path] !== undefined)}
        labels={labels}
        ids={ids}
        kept={labels ? undefined : ''}
      />
    )}
    {road.state === 'withdrawn' && (
      <Alert kind="info" title="Die Teilnahme ist beendet">
        <p>Was hier steht, bleibt lesbar. Ändern lässt es sich nach einem Wiedereintritt.</p>
      </Alert>
    )}
  </>
)

/** "Schritt Richtlinien: läuft seit 12.11.2026". */
export function StepLine({ road, step: key }: { road: EnrollmentWithSteps; step: string }) {
  const step = road.steps.find((one) => one.key === key)
  if (!step) return null
  return (
    <p class="lw-small lw-muted">
      Schritt „{step.title}“: {stateInWords(step.state)}
      {step.state === 'open' ? '' : ` seit ${germanDay(localDay(step.since))}`}
    </p>
  )
}
