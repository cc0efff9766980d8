import { isRefusal } from '#kernel/outcome.ts'
import { withQuery } from '#platform/http/route.ts'
import type { Context } from '#platform/http/context.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { may } from '../../access.ts'
import { type Assessment, stateInWords, stateOf, type Total } from '../../assessment.ts'
import { listNeighbours, type Wave } from '../../queries.ts'
import { assessmentRoutes, questionsHref } from '../../routes.ts'

export interface Waves {
  neighbours: Wave[]
  /** Whether the next one may begin: this one is signed off and none has begun. */
  mayGoOn: boolean
}

export async function loadWaves(ctx: Context, assessment: Assessment): Promise<Waves> {
  const neighbours = await listNeighbours(ctx.db, assessment)
  const isLast = neighbours.every(({ wave }) => wave < assessment.wave)
  const mayStart = !isRefusal(may.start(ctx.actor, assessment.organizationId))
  return {
    neighbours,
    mayGoOn: isLast && mayStart && assessment.migratedTo === null && stateOf(assessment) === 'signedOff',
  }
}

/** Which time this is, the checks before and after it, and what is still to be confirmed. */
export function WaveLine({ assessment, waves, total }: { assessment: Assessment; waves: Waves; total: Total }) {
  const { neighbours, mayGoOn } = waves
  if (assessment.wave === 1 && neighbours.length === 0 && !mayGoOn) return null
  return (
    <div class="lw-stack lw-stack--s">
      <p class="lw-row lw-small">
        <span>
          <strong>Welle {assessment.wave}</strong>, {stateInWords(assessment)}
        </span>
        {neighbours.map(({ id, wave }) => (
          <a class="lw-link" href={assessmentRoutes.show.href({ id })}>
            {wave < assessment.wave ? 'Prüfung davor' : 'Prüfung danach'} (Welle {wave})
          </a>
        ))}
        {total.unconfirmed > 0 && (
          <a class="lw-link" href={questionsHref(assessment.id, { auswahl: 'bestaetigen' })}>
            Übernommen: {total.unconfirmed} zu bestätigen
          </a>
        )}
      </p>
      {mayGoOn && (
        <p>
          <ButtonLink
            variant="primary"
            href={withQuery(assessmentRoutes.new.href(), { katalog: assessment.catalogId })}
          >
            {`Neue Prüfung (Welle ${assessment.wave + 1})`}
          </ButtonLink>
        </p>
      )}
    </div>
  )
}
