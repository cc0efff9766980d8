import type { Enrollment } from './enrollment.ts'
import { currentStep, type RoadStep } from './road.ts'

/** The step in which the municipality is waited for after this change and was not before; undefined where nothing turns to it. */
export function turnOf(
  {
    steps,
    currentStep: before,
    waitingFor,
  }: Pick<Enrollment, 'currentStep' | 'waitingFor'> & { steps: readonly RoadStep[] },
  changed: Partial<RoadStep> & Pick<RoadStep, 'key'>,
): RoadStep | undefined {
  const now = currentStep(steps.map((step) => (step.key === changed.key ? { ...step, ...changed } : step)))
  const isTheirs = now !== undefined && (now.waitingFor ?? now.acts) === 'organization'
  return isTheirs && (now.key !== before || waitingFor !== 'organization') ? now : undefined
}
