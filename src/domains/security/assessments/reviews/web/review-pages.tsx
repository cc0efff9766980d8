import { isRefusal } from '#kernel/outcome.ts'
import { forbidden, notFound, redirect } from '#platform/http/answer.ts'
import { type PageRoute, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { assessmentRoutes, questionAnchor } from '../../routes.ts'
import { findForPage, ownPath, questionPage } from '../../web/question.tsx'
import { may } from '../access.ts'
import { addRemark } from '../add-remark.ts'
import { giveVerdict } from '../give-verdict.ts'
import { reviewAnchor, reviewRoutes } from '../routes.ts'
import { remarkIn, reviewForm } from '../schemas.ts'

/** Where verdicts and remarks are sent to: from the page of a question, and with one click from the list. */
export const reviewPages: PageRoute[] = [
  submit(reviewRoutes.verdict, async (ctx, { params, form }) => {
    const found = await findForPage(ctx, params)
    if (!found) return notFound()
    const { assessment, question } = found
    const allowed = may.review(ctx.actor, assessment)
    if (isRefusal(allowed)) return forbidden(allowed)
    const given = parse(reviewForm, form, 'Das Urteil ist noch nicht gespeichert')
    if (isRefusal(given)) return questionPage(ctx, found, { review: { refusal: given, status: 422, typed: form } })
    const outcome = await giveVerdict(ctx, assessment, question, given)
    if (isRefusal(outcome)) return questionPage(ctx, found, { review: { refusal: outcome, status: 422, typed: form } })
    if ('answeredAnew' in outcome) {
      const anew = { assessment, question: { ...question, answer: outcome.answeredAnew } }
      const refused =
        'Die Kommune hat diese Frage inzwischen neu beantwortet. Ihr Urteil ist noch da, aber nicht gespeichert: Bitte sehen Sie sich die neue Antwort an.'
      return questionPage(ctx, anew, { review: { refusal: { refused }, status: 409, typed: form } })
    }
    const back = form['zurueck']
    return redirect(
      back === undefined
        ? `${assessmentRoutes.question.href({ id: assessment.id, controlId: question.id })}#${reviewAnchor}`
        : `${ownPath(back, assessment, question)}#${questionAnchor(question.id)}`,
    )
  }),
  submit(reviewRoutes.remark, async (ctx, { params, form }) => {
    const found = await findForPage(ctx, params)
    if (!found) return notFound()
    const { assessment, question } = found
    const side = may.remark(ctx.actor, assessment, question.topKey)
    if (isRefusal(side)) return forbidden(side)
    const given = parse(remarkIn, { text: form['text'] }, 'Ihr Beitrag ist noch nicht abgeschickt')
    if (isRefusal(given)) return questionPage(ctx, found, { review: { refusal: given, status: 422, typed: form } })
    const remark = await addRemark(ctx, assessment, question, { side, text: given.text })
    if (isRefusal(remark)) return questionPage(ctx, found, { review: { refusal: remark, status: 422, typed: form } })
    return redirect(
      `${assessmentRoutes.question.href({ id: assessment.id, controlId: question.id })}#${reviewAnchor}`,
      'Ihr Beitrag ist abgeschickt. Die andere Seite bekommt eine Nachricht.',
    )
  }),
]
