import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { staffOf } from '#foundation/identity/index.ts'
import { forbidden, notFound, redirect } from '#platform/http/answer.ts'
import { type PageRoute, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { onQuestion } from '../../on-check.ts'
import { assessmentRoutes } from '../../routes.ts'
import { questionPage } from '../../web/question.tsx'
import { may } from '../access.ts'
import { findComment, listComments } from '../queries.ts'
import { removeComment } from '../remove-comment.ts'
import { newComment } from '../schemas.ts'
import { writeComment, type Written } from '../write-comment.ts'

const asked = ({ id = '', controlId = '' }: Record<string, string>) => ({ id, controlId })
const hrefOf = (asks: { id: string; controlId: string }): string => `${assessmentRoutes.question.href(asks)}#kommentare`

/** Targets of the forms below the comments; they stand on the page of their question. */
export const commentPages: PageRoute[] = [
  submit(assessmentRoutes.comments, (ctx, { params, form }) =>
    onQuestion(ctx, asked(params), async (assessment, question) => {
      const allowed = may.comment(ctx.actor, assessment, question.topKey)
      if (isRefusal(allowed)) return forbidden(allowed)
      const wanted = parse(newComment, { text: form['text'] ?? '' }, 'Der Kommentar ist noch nicht geschrieben')
      if (isRefusal(wanted)) return questionPage(ctx, { assessment, question }, { comment: { form, refusal: wanted } })
      // A second click, or the form sent again after a lost connection.
      const last = (await listComments(ctx.db, assessment.id, question.id)).at(-1)
      if (last?.writtenBy === ctx.actor.personId && last.text === wanted.text) return redirect(hrefOf(asked(params)))
      const staff = await staffOf(ctx.db, assessment.organizationId, localDay(ctx.now).toString())
      const written = await writeComment(ctx, assessment, question, { text: wanted.text, staff })
      if (isRefusal(written))
        return questionPage(ctx, { assessment, question }, { comment: { form, refusal: written } })
      return redirect(hrefOf(asked(params)), writtenInWords(written))
    }),
  ),
  submit(assessmentRoutes.removeComment, (ctx, { params }) =>
    onQuestion(ctx, asked(params), async (assessment, question) => {
      const comment = await findComment(ctx.db, params['commentId'] ?? '')
      if (comment?.assessmentId !== assessment.id || comment.controlId !== question.id) return notFound()
      const allowed = may.remove(ctx.actor, comment)
      if (isRefusal(allowed)) return forbidden(allowed)
      const removed = await removeComment(ctx, comment)
      if (isRefusal(removed))
        return questionPage(ctx, { assessment, question }, { comment: { form: {}, refusal: removed } })
      return redirect(hrefOf(asked(params)), 'Ihr Kommentar ist entfernt.')
    }),
  ),
]

/** What became of the names in it. */
export function writtenInWords({ told, blind, unknown, ambiguous }: Omit<Written, 'id'>): string {
  return [
    'Der Kommentar steht da.',
    told.length > 0 && `Benachrichtigt: ${names(told)}.`,
    blind.length > 0 && `Nicht benachrichtigt: ${names(blind)} sieht diese Frage nicht.`,
    ambiguous.length > 0 && `„${ambiguous.join('“, „')}“ heißen mehrere: bitte mit Vor- und Nachnamen nennen.`,
    unknown.length > 0 && `„${unknown.join('“, „')}“ ist in Ihrer Organisation nicht zu finden.`,
  ]
    .filter(Boolean)
    .join(' ')
}

const names = (people: readonly { name: string }[]): string => people.map(({ name }) => name).join(', ')
