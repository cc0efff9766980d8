import { mayKeepMeasures, measureRoutes } from '#foundation/measures/index.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { Actor } from '#platform/http/context.ts'
import { withQuery } from '#platform/http/route.ts'
import type { Assessment, Question } from '../assessment.ts'
import { questionSource } from '../measure-source.ts'

interface Props {
  actor: Actor
  assessment: Assessment
  question: Question
}

/** What is done about the question already: measures that came from it, here or in an earlier version of its catalog. */
export const MeasuresHere = ({ measures }: { measures: readonly { id: string; title: string }[] }) =>
  measures.length === 0 ? null : (
    <p>
      Dazu läuft schon etwas:{' '}
      {measures.map(({ id, title }, at) => (
        <>
          {at > 0 && ', '}
          <a class="lw-link" href={measureRoutes.show.href({ id })}>
            {title}
          </a>
        </>
      ))}
    </p>
  )

/** A question that is answered "Nein" is a gap: from here to the measure that closes it, for who may make or propose one. */
export function MeasureLink({ actor, assessment: { id, organizationId }, question }: Props) {
  if (question.answer?.answer !== 'no' || isRefusal(mayKeepMeasures.propose(actor, { organizationId }))) return null
  const isOwn = actor.actingFor?.id === organizationId
  const href = withQuery(measureRoutes.add.href(), {
    quelle: `control:${questionSource(id, question.id)}`,
    organisation: isOwn ? undefined : organizationId,
  })
  return (
    <p>
      Antwort „Nein“: Was wird dagegen getan?{' '}
      <a class="lw-link" href={href}>
        {isOwn ? 'Maßnahme anlegen' : 'Maßnahme vorschlagen'}
      </a>
    </p>
  )
}
