import { isRefusal, type Refusal } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { may } from '../../access.ts'
import { type Assessment, type Question, whileNotClosed } from '../../assessment.ts'
import { listAnswerLinks } from '../../carry-over/queries.ts'
import { LinkPanels } from '../../carry-over/web/answer-links.tsx'
import { may as mayComment } from '../../comments/access.ts'
import { listComments } from '../../comments/queries.ts'
import { CommentPanel } from '../../comments/web/comment-panel.tsx'
import { listEvidence } from '../../evidence/queries.ts'
import { EvidencePanel } from '../../evidence/web/evidence-panel.tsx'

/** What was typed into one of the forms below a question, and why it was refused. */
export interface Panelled {
  form: Record<string, string>
  refusal?: Refusal | undefined
}

/** Evidence and comments of one question, as the page shows them to this reader. */
export async function loadPanels(ctx: Context, assessment: Assessment, question: Question) {
  const evidence = await listEvidence(ctx.db, assessment.id, question.id)
  const mayRead = !isRefusal(mayComment.comment(ctx.actor, assessment, question.topKey))
  const links = await listAnswerLinks(ctx.db, assessment.id, question.id)
  return { evidence, links, comments: mayRead ? await listComments(ctx.db, assessment.id, question.id) : undefined }
}

interface Props {
  ctx: Context
  assessment: Assessment
  question: Question
  panels: Awaited<ReturnType<typeof loadPanels>>
  evidence?: Panelled | undefined
  comment?: Panelled | undefined
}

export function QuestionPanels({ ctx, assessment, question, panels, evidence, comment }: Props) {
  const here = whileNotClosed(assessment)
  const closed = may.change(ctx.actor, assessment, question.topKey)
  const place = { assessmentId: assessment.id, controlId: question.id, now: ctx.now }
  return (
    <>
      <LinkPanels {...{ assessment, question }} links={panels.links} mayChange={!isRefusal(closed)} />
      <EvidencePanel
        {...place}
        evidence={panels.evidence}
        closed={isRefusal(closed) ? closed.refused : undefined}
        form={evidence?.form ?? {}}
        refusal={evidence?.refusal}
      />
      {panels.comments && (
        <CommentPanel
          {...place}
          closed={isRefusal(here) ? here : undefined}
          comments={panels.comments}
          readerId={ctx.actor.personId}
          form={comment?.form ?? {}}
          refusal={comment?.refusal}
        />
      )}
    </>
  )
}
