import { type Outcome, refuse } from '#kernel/outcome.ts'
import { type Assessment, stateOf, whileNotClosed } from '../assessment.ts'

/** Verdicts, remarks and whatever else does not end with the first signature: it ends with the second one. */
export const untilSignedOff = (assessment: Assessment): Outcome<true> =>
  stateOf(assessment) === 'signedOff'
    ? refuse(
        'Die Prüfung ist abgenommen und bleibt, wie sie ist. Ändern lässt sie sich erst, wenn beide Seiten sie wieder öffnen.',
      )
    : whileNotClosed(assessment)
