import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { AnswerValue } from '#kernel/scale.ts'
import type { Context } from '#platform/http/context.ts'
import { type Assessment, given, type Question } from '../assessment.ts'
import { type AnswerOutcome, giveAnswer } from '../give-answer.ts'
import { linkSources, voicesBehind } from './link-sources.ts'
import { loadSaid } from './load-proposals.ts'
import type { Voice } from './propose.ts'

/** An answer elsewhere that somebody has seen as the source of a proposal. */
export interface SeenSource {
  assessmentId: string
  controlId: string
  /** The version that was shown; left out: whatever is there. */
  version?: number | undefined
}

export interface Taking {
  answer: AnswerValue
  note: string
  version?: number | undefined
  /** Left out: those that say the same as the answer. */
  sources?: readonly SeenSource[] | undefined
}

const changed =
  'Übernommen ist nichts: Eine der Quellen wurde inzwischen geändert oder gehört nicht mehr dazu. Bitte sehen Sie sich den Vorschlag noch einmal an.'

/** Somebody has looked at a proposal and decides: the answer counts at once, and says where it comes from. */
export async function takeProposal(
  ctx: Context,
  assessment: Assessment,
  question: Question,
  { answer, note, version, sources }: Taking,
): Promise<AnswerOutcome> {
  const proposal = (await loadSaid(ctx.db, assessment)).proposals.get(question.id)
  if (!proposal)
    return { refusal: refuse('Zu dieser Frage gibt es keinen Vorschlag mehr. Bitte beantworten Sie sie selbst.') }
  if (given(question.answer))
    return {
      refusal: refuse(
        'Übernommen ist nichts: Diese Frage ist inzwischen beantwortet. Die Antwort bleibt, wie sie ist.',
      ),
    }
  const voices = sources ? namedIn(proposal.voices, sources) : voicesBehind(proposal.voices, answer)
  if (isRefusal(voices)) return { refusal: voices }
  const outcome = await giveAnswer(ctx, assessment, question, { answer, note, version })
  if ('saved' in outcome) {
    const { version: made } = outcome.saved
    await linkSources(ctx, assessment, [{ controlId: question.id, topKey: question.topKey, version: made, voices }])
  }
  return outcome
}

/** Those of the proposal that somebody has named, each still as it was seen. */
function namedIn(voices: readonly Voice[], sources: readonly SeenSource[]): Outcome<Voice[]> {
  const found = sources.map(({ assessmentId, controlId, version }) =>
    voices.find(
      ({ check, source }) =>
        check.id === assessmentId &&
        source.controlId === controlId &&
        (version === undefined || version === source.version),
    ),
  )
  const known = found.filter((voice) => voice !== undefined)
  return known.length === sources.length && known.length > 0 ? [...new Set(known)] : refuse(changed)
}
