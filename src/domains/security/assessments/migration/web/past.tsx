import { measuresFrom } from '#foundation/measures/index.ts'
import type { Context } from '#platform/http/context.ts'
import { Beside } from '#ui/difference/difference.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { Assessment, Question } from '../../assessment.ts'
import { questionSource } from '../../measure-source.ts'
import { type PastQuestion, pastOf } from '../queries.ts'

export interface Past {
  /** As it was when it was answered; only while somebody has to say whether the answer still holds. */
  before: PastQuestion | undefined
  /** What came from the question, here and in the versions before. */
  measures: { id: string; title: string }[]
}

/** What a question brings along from earlier versions of its catalog. */
export async function loadPast(ctx: Context, assessment: Assessment, question: Question): Promise<Past> {
  const { id, migratedFrom } = assessment
  const earlier = migratedFrom === null ? [] : await pastOf(ctx.db, id, question.id)
  const sources = [{ assessmentId: id, controlId: question.id }, ...earlier]
  return {
    before: question.answer?.unconfirmed ? earlier[0] : undefined,
    measures: await measuresFrom(
      ctx.db,
      'control',
      sources.map((source) => questionSource(source.assessmentId, source.controlId)),
    ),
  }
}

/** The words that were answered, beside those of today. */
export const BeforePanel = ({ before, question }: { before: PastQuestion; question: Question }) => (
  <Panel id="frueher" title="So hieß es in der früheren Fassung" note="Gilt Ihre Antwort auch für den neuen Text?">
    <Beside
      before={[before.title, before.statement].join('\n\n')}
      after={[question.title, question.statement].join('\n\n')}
      headings={[`Bisher: ${before.controlId}`, `Jetzt: ${question.id}`]}
    />
  </Panel>
)
