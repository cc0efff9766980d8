import type { Temporal } from 'temporal-polyfill'
import { germanMoment } from '#kernel/local-day.ts'
import { everyRoleInWords } from '#foundation/identity/index.ts'
import { shortHash } from '#foundation/signatures/index.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { type Assessment, stateOf } from '../../assessment.ts'
import { signOffRoutes } from '../routes.ts'
import { sideNames, type SignOff, standing } from '../sign-off.ts'

/** "Jana Wiesner (Informationssicherheit, Stadt Musterstadt), 10:42 Uhr" */
export const signatureInWords = ({ signerName, role, actingFor, signedAt }: SignOff, now: Temporal.Instant): string =>
  `${signerName ?? 'Ehemalige Person'} (${everyRoleInWords([role])}, ${actingFor}), ${germanMoment(signedAt, now)}`

interface Props {
  assessment: Assessment
  signOffs: readonly SignOff[]
  now: Temporal.Instant
}

/** On top of a check: who has signed, and what follows from it. Nothing while nobody has. */
export function Signatures({ assessment, signOffs, now }: Props) {
  const there = standing(signOffs).toReversed()
  if (there.length === 0) return null
  const isDone = stateOf(assessment) === 'signedOff'
  return (
    <Alert
      kind={isDone ? 'success' : 'info'}
      title={
        isDone
          ? 'Abgenommen: Die Prüfung bleibt, wie sie ist'
          : 'In Abnahme: Die Antworten ruhen, bis beide Seiten unterschrieben haben'
      }
    >
      <ul class="lw-list">
        {there.map((signOff) => (
          <li>
            {sideNames[signOff.side]}: {signatureInWords(signOff, now)}, Fingerabdruck {shortHash(signOff.shownSha256)}
          </li>
        ))}
      </ul>
      <p>
        <a class="lw-link" href={signOffRoutes.show.href({ id: assessment.id })}>
          Zur Abnahme
        </a>
      </p>
    </Alert>
  )
}
