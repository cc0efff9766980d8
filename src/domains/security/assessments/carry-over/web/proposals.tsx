import { z } from 'zod'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer as HttpAnswer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { may } from '../../access.ts'
import type { Assessment, Question } from '../../assessment.ts'
import { onAssessment, onQuestion } from '../../on-check.ts'
import { listSeenGroups } from '../../queries.ts'
import { readNotes } from '../../read-note.ts'
import { assessmentRoutes, questionAnchor, questionsHref } from '../../routes.ts'
import { answerForm } from '../../schemas.ts'
import { crumbsOf } from '../../web/questions.tsx'
import { coverLists } from '../cover.ts'
import { declineProposal, resumeProposal } from '../decline-proposal.ts'
import { loadProposals } from '../load-proposals.ts'
import { listCollections, listOutermost } from '../queries.ts'
import { takeGroup } from '../take-group.ts'
import { type SeenSource, takeProposal } from '../take-proposal.ts'
import { ProposalList, type Refused } from './proposal-list.tsx'
import { type Origin, ProposalOverview } from './proposal-overview.tsx'

const title = 'Vorschläge aus anderen Prüfungen'
const pageSize = 20

/** What other checks say about the questions of this one, and what somebody makes of it. */
export const carryOverPages: PageRoute[] = [
  show(assessmentRoutes.proposals, (ctx, { params, query }) =>
    onAssessment(ctx, params['id'] ?? '', (assessment) =>
      query['liste'] ? listPage(ctx, assessment, query) : overviewPage(ctx, assessment),
    ),
  ),
  submit(assessmentRoutes.takeGroup, (ctx, { params, form }) =>
    onAssessment(ctx, params['id'] ?? '', async (assessment) => {
      const liste = form['liste'] ?? ''
      const allowed = may.answer(ctx.actor, assessment, liste)
      if (isRefusal(allowed)) return forbidden(allowed)
      const done = await takeGroup(ctx, assessment, liste)
      if (isRefusal(done)) return listPage(ctx, assessment, form, { refusal: done, form })
      const count = done.controlIds.length
      const left = Number(form['gezeigt'] ?? count) - count
      return redirect(
        questionsHref(assessment.id, { liste, auswahl: 'bestaetigen', sammel: done.answeredAt.toString() }),
        [
          count === 1 ? '1 Antwort ist vorgemerkt.' : `${count} Antworten sind vorgemerkt.`,
          'Sie zählen, sobald Sie sie bestätigen.',
          left === 1 && 'Eine Frage wurde inzwischen beantwortet und bleibt, wie sie ist.',
          left > 1 && `${left} Fragen wurden inzwischen beantwortet und bleiben, wie sie sind.`,
        ]
          .filter(Boolean)
          .join(' '),
      )
    }),
  ),
  submit(assessmentRoutes.takeProposal, (ctx, { params, form }) =>
    onOwnQuestion(ctx, params, async (assessment, question) => {
      const at = { liste: question.topKey, ab: form['ab'] }
      const refused = (refusal: Refusal) => listPage(ctx, assessment, at, { refusal, form, controlId: question.id })
      const { answer, note, version } = form
      const wanted = parse(taking, { answer, note, version }, 'Übernommen ist noch nichts')
      if (isRefusal(wanted)) return refused(wanted)
      const outcome = await takeProposal(ctx, assessment, question, { ...wanted, sources: sourcesIn(form['quellen']) })
      if ('refusal' in outcome) return refused(outcome.refusal)
      if (!('saved' in outcome))
        return refused({
          refused:
            'Übernommen ist nichts: Zu dieser Frage hat inzwischen jemand geantwortet. Bitte sehen Sie sich die Frage an.',
        })
      return redirect(listHref(assessment, at), `Übernommen: „${question.title}“. Die Antwort zählt.`)
    }),
  ),
  submit(assessmentRoutes.declineProposal, (ctx, { params, form }) =>
    onOwnQuestion(ctx, params, async (assessment, question) => {
      const at = { liste: question.topKey, ab: form['ab'] }
      const done = await declineProposal(ctx, assessment, question)
      if (isRefusal(done)) return listPage(ctx, assessment, at, { refusal: done, form })
      return redirect(
        listHref(assessment, at),
        `Zu „${question.title}“ wird nichts mehr vorgeschlagen. Unten lässt sich das zurücknehmen.`,
      )
    }),
  ),
  submit(assessmentRoutes.resumeProposal, (ctx, { params, form }) =>
    onOwnQuestion(ctx, params, async (assessment, question) => {
      const at = { liste: question.topKey, ab: form['ab'] }
      const done = await resumeProposal(ctx, assessment, question)
      if (isRefusal(done)) return listPage(ctx, assessment, at, { refusal: done, form })
      return redirect(
        `${listHref(assessment, at)}#${questionAnchor(question.id)}`,
        `Zu „${question.title}“ steht der Vorschlag wieder da.`,
      )
    }),
  ),
]

const taking = answerForm
  .pick({ note: true, version: true })
  .extend({ answer: answerForm.shape.answer.unwrap() })
  .transform(({ note = '', ...rest }) => ({ ...rest, note }))

/** What was shown, as JSON: [check, question, version] of each source; nothing of it where somebody has changed the form. */
function sourcesIn(text: string | undefined): SeenSource[] | undefined {
  const seen = z.array(z.tuple([z.string(), z.string(), z.number()])).safeParse(asJson(text))
  return seen.success
    ? seen.data.map(([assessmentId, controlId, version]) => ({ assessmentId, controlId, version }))
    : undefined
}

function asJson(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? '')
  } catch {
    return undefined
  }
}

interface At {
  liste?: string | undefined
  ab?: string | undefined
}

const listHref = ({ id }: Assessment, { liste, ab }: At): string =>
  withQuery(assessmentRoutes.proposals.href({ id }), { liste, ab })

const onOwnQuestion = (
  ctx: Context,
  { id = '', controlId = '' }: Record<string, string>,
  work: (assessment: Assessment, question: Question) => Promise<HttpAnswer>,
): Promise<HttpAnswer> =>
  onQuestion(ctx, { id, controlId }, async (assessment, question) => {
    const allowed = may.answer(ctx.actor, assessment, question.topKey)
    return isRefusal(allowed) ? forbidden(allowed) : work(assessment, question)
  })

async function overviewPage(ctx: Context, assessment: Assessment): Promise<HttpAnswer> {
  const { others, open, answered } = await loadProposals(ctx.db, assessment)
  const lists = await listOutermost(ctx.db, [assessment.catalogId, ...others.map(({ check }) => check.catalogId)])
  const origins = others.map(({ check, answers, controls, reach }): Origin => {
    const covered = coverLists(lists.get(check.catalogId) ?? [], controls, reach)
    return { check, lists: covered, answers: answers.size, questions: controls.length }
  })
  const groups = lists.get(assessment.catalogId) ?? []
  return page({
    title,
    crumbs: [...crumbsOf(assessment, [], undefined), { label: title }],
    notes: readNotes(ctx, ...others.map(({ check }) => check)),
    view: () => <ProposalOverview {...{ assessment, origins, groups, open, answered, title }} />,
  })
}

async function listPage(ctx: Context, assessment: Assessment, at: At, refused?: Refused): Promise<HttpAnswer> {
  const group = (await listSeenGroups(ctx.db, assessment)).find(
    ({ key, parentKey }) => key === at.liste && parentKey === null,
  )
  if (!group) return notFound('Diese Liste gibt es in dieser Prüfung nicht.')
  const { open, others } = await loadProposals(ctx.db, assessment)
  const inList = open.filter(({ question }) => question.topKey === group.key)
  const after = /^\d{1,9}$/.test(at.ab ?? '') ? Number(at.ab) : 0
  const wanted = inList.filter(({ question }) => !question.isDeclined && question.position > after)
  const shown = wanted.slice(0, pageSize)
  const ids = shown.flatMap(({ voices }) =>
    voices.flatMap(({ reached }) => reached.via.map((step) => step.collectionId)),
  )
  const collections = await listCollections(ctx.db, [...new Set(ids.filter((id) => id !== null))])
  const last = shown.at(-1)
  return page({
    title: `${title}: ${group.title}`,
    status: refused ? 422 : 200,
    refusal: refused?.refusal,
    crumbs: [
      ...crumbsOf(assessment, [], undefined),
      { label: title, href: assessmentRoutes.proposals.href({ id: assessment.id }) },
      { label: group.title },
    ],
    notes: readNotes(ctx, ...others.map(({ check }) => check)),
    view: () => (
      <ProposalList
        {...{ assessment, group, inList, shown, collections, refused }}
        ab={at.ab}
        next={
          last && wanted.length > shown.length ? listHref(assessment, { ...at, ab: `${last.question.position}` }) : null
        }
        closed={closedWords(ctx, assessment, group.key)}
      />
    ),
  })
}

function closedWords(ctx: Context, assessment: Assessment, topKey: string): string | undefined {
  const allowed = may.change(ctx.actor, assessment, topKey)
  return isRefusal(allowed) ? allowed.refused : undefined
}
