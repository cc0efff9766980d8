import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type ControlDetail, findControlDetail, type Group } from '#foundation/catalogs/index.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { type Answer as HttpAnswer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { QuestionList } from '#ui/question/question.tsx'
import { may } from '../access.ts'
import { type Answer, type Assessment, type Question } from '../assessment.ts'
import { type GivenAnswer, giveAnswer } from '../give-answer.ts'
import { findAssessment, findQuestion, listVersions, listSeenGroups } from '../queries.ts'
import { readNotes } from '../read-note.ts'
import { assessmentRoutes, questionAnchor, questionsHref } from '../routes.ts'
import { readDiscussion } from '../reviews/queries.ts'
import type { Discussion } from '../reviews/review.ts'
import { peopleIn, ReviewPanel, type ReviewState } from '../reviews/web/review-panel.tsx'
import { answerForm } from '../schemas.ts'
import { evidenceLabels } from '../evidence/web/evidence-panel.tsx'
import { BeforePanel, loadPast, type Past } from '../migration/web/past.tsx'
import { History } from '../work/web/history.tsx'
import { loadPanels, type Panelled, QuestionPanels } from '../work/web/question-panels.tsx'
import { AnswerConflict } from './answer-conflict.tsx'
import { HelpPanel } from './help-panel.tsx'
import { MeasureLink, MeasuresHere } from './measure-link.tsx'
import { crumbsOf } from './questions.tsx'
import { QuestionItem, type Typed } from './question-item.tsx'

/** One question with its help and history, and where its answer is sent to. */
export const singleQuestionPages: PageRoute[] = [
  show(assessmentRoutes.question, async (ctx, { params }) => {
    const found = await findForPage(ctx, params)
    return found ? questionPage(ctx, found, {}) : notFound()
  }),
  submit(assessmentRoutes.answer, async (ctx, { params, form }) => {
    const found = await findForPage(ctx, params)
    if (!found) return notFound()
    const { assessment, question } = found
    const allowed = may.answer(ctx.actor, assessment, question.topKey)
    if (isRefusal(allowed)) return forbidden(allowed)
    const back = ownPath(form['zurueck'], assessment, question)
    const typed = typedIn(form)
    const given = parse(answerForm, { ...typed, version: form['version'] }, 'Die Antwort ist noch nicht gespeichert')
    if (isRefusal(given)) return questionPage(ctx, found, { refusal: given, typed, back })
    const outcome = await giveAnswer(ctx, assessment, question, given)
    if ('refusal' in outcome) return questionPage(ctx, found, { refusal: outcome.refusal, typed, back })
    const there = 'saved' in outcome ? outcome.saved : 'unseen' in outcome ? outcome.unseen : outcome.theirs
    // The same answer of the same person once more: a second click, or a form sent again after a lost connection.
    if ('saved' in outcome || (there && isRepeat(ctx, there, given)))
      return redirect(`${back}#${questionAnchor(question.id)}`)
    return questionPage(ctx, { assessment, question: { ...question, answer: there } }, { conflict: there, typed, back })
  }),
]

export interface Found {
  assessment: Assessment
  question: Question
}

export async function findForPage(ctx: Context, params: Record<string, string>): Promise<Found | undefined> {
  const assessment = await findAssessment(ctx.db, params['id'] ?? '')
  const question = assessment && (await findQuestion(ctx.db, assessment, params['controlId'] ?? ''))
  return assessment && question && { assessment, question }
}

const typedIn = ({ answer, note, level, target }: Record<string, string>): Typed =>
  answer === 'notApplicable' ? { answer, note } : { answer, note, level, target }

const isRepeat = ({ actor }: Context, there: Answer, wanted: GivenAnswer): boolean =>
  there.answeredBy === actor.personId &&
  there.answer === (wanted.answer ?? null) &&
  there.level === (wanted.level ?? null) &&
  there.target === (wanted.target ?? null) &&
  (wanted.note === undefined || wanted.note === there.note)

/** Only back to a page of this very check. */
export function ownPath(path: string | undefined, { id }: Assessment, question: Question): string {
  const own = assessmentRoutes.questions.href({ id })
  return path === own || path?.startsWith(`${own}?`) || path?.startsWith(`${own}/`)
    ? (path.split('#')[0] ?? own)
    : assessmentRoutes.question.href({ id, controlId: question.id })
}

export interface State {
  refusal?: Refusal
  typed?: Typed
  /** Somebody else's answer that stands in the way; null when the version does not exist. */
  conflict?: Answer | null
  back?: string
  review?: ReviewState
  /** What was typed into the forms below the question. */
  evidence?: Panelled
  comment?: Panelled
}

export async function questionPage(ctx: Context, { assessment, question }: Found, state: State): Promise<HttpAnswer> {
  const detail = await findControlDetail(ctx.db, assessment.catalogId, question.id)
  if (!detail) return notFound()
  const groups = await listSeenGroups(ctx.db, assessment)
  const group = groups.find(({ key }) => key === question.groupKey)
  if (!group) return notFound()
  const versions = await listVersions(ctx.db, assessment.id, question.id, 100)
  const discussion = await readDiscussion(ctx.db, assessment.id, question.id)
  const names = await namesOf(ctx.db, [...versions.map(({ answeredBy }) => answeredBy), ...peopleIn(discussion)])
  const panels = await loadPanels(ctx, assessment, question)
  const past = await loadPast(ctx, assessment, question)
  const conflict = state.conflict !== undefined
  const refusal = state.refusal ?? state.evidence?.refusal ?? state.comment?.refusal
  return page({
    title: question.title,
    status: conflict ? 409 : refusal ? 422 : (state.review?.status ?? 200),
    refusal: refusal ?? state.review?.refusal ?? (conflict ? { refused: 'Zwei Fassungen' } : undefined),
    islands: ['answer'],
    crumbs: [
      ...crumbsOf(assessment, groups, group),
      { label: group.title, href: questionsHref(assessment.id, { liste: group.key, frage: question.id }) },
      { label: `Frage ${question.number}` },
    ],
    notes: readNotes(ctx, assessment),
    view: () => (
      <SingleQuestion
        {...{ ctx, assessment, group, question, detail, versions, discussion, names, state, panels, past }}
      />
    ),
  })
}

interface SingleProps extends Found {
  ctx: Context
  group: Group
  detail: ControlDetail
  versions: Answer[]
  discussion: Discussion
  names: Map<string, string>
  state: State
  panels: Awaited<ReturnType<typeof loadPanels>>
  past: Past
}

function SingleQuestion(props: SingleProps) {
  const { ctx, assessment, group, question, detail, versions, names, state, panels, past } = props
  const closed = may.change(ctx.actor, assessment, question.topKey)
  const here = assessmentRoutes.question.href({ id: assessment.id, controlId: question.id })
  const back = state.back ?? here
  return (
    <>
      <PageHead
        title={`${group.title}, Frage ${question.number}`}
        lead={`${assessment.catalogTitle}, ${assessment.organizationName}`}
      />
      {state.conflict === null && (
        <ErrorSummary title="Ihre Antwort ist noch nicht gespeichert. Bitte speichern Sie noch einmal." errors={[]} />
      )}
      {state.refusal && (
        <ErrorSummary title={state.refusal.refused} errors={refusedFields(state.refusal, question)} labels={{}} />
      )}
      {state.review && <ErrorSummary title={state.review.refusal.refused} errors={state.review.refusal.errors ?? []} />}
      {[state.evidence, state.comment].map(
        (one) =>
          one?.refusal && (
            <ErrorSummary title={one.refusal.refused} errors={one.refusal.errors ?? []} labels={evidenceLabels} />
          ),
      )}
      <div class="lw-split lw-split--help">
        <div class="lw-stack lw-stack--l">
          {state.conflict ? (
            <AnswerConflict
              assessmentId={assessment.id}
              question={question}
              theirs={state.conflict}
              typed={state.typed ?? {}}
              names={names}
              now={ctx.now}
              back={back}
            />
          ) : (
            <QuestionList>
              <QuestionItem
                assessmentId={assessment.id}
                scale={assessment.scale}
                question={question}
                number={question.number}
                names={names}
                readerId={ctx.actor.personId}
                now={ctx.now}
                closed={isRefusal(closed) ? closed.refused : undefined}
                current
                alone
                openHref={`${here}#hilfe`}
                back={back}
                typed={state.typed}
                refusal={state.refusal}
              />
            </QuestionList>
          )}
          {past.before && <BeforePanel before={past.before} question={question} />}
          <MeasuresHere measures={past.measures} />
          <MeasureLink actor={ctx.actor} assessment={assessment} question={question} />
          <ReviewPanel {...props} state={state.review} />
          <QuestionPanels
            {...{ ctx, assessment, question, panels, evidence: state.evidence, comment: state.comment }}
          />
          <History {...{ assessment, question, versions, names, back }} mayChange={!isRefusal(closed)} />
        </div>
        <HelpPanel number={question.number} title={question.title} detail={detail} />
      </div>
    </>
  )
}

/** The fields of a question have ids of their own, so the entries of the summary must lead there. */
const refusedFields = ({ errors = [] }: Refusal, { id }: Question) =>
  errors.map((error) => ({ ...error, path: `${questionAnchor(id)}-${error.path}` }))
