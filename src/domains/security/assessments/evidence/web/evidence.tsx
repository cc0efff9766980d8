import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type PreparedFile, prepareFile, usualLimit } from '#foundation/files/index.ts'
import { forbidden, notFound, redirect } from '#platform/http/answer.ts'
import { type PageRoute, submit } from '#platform/http/page-route.ts'
import type { Incoming } from '#platform/http/request.ts'
import { parse } from '#platform/http/parse.ts'
import { may } from '../../access.ts'
import { onQuestion } from '../../on-check.ts'
import { assessmentRoutes } from '../../routes.ts'
import { questionPage } from '../../web/question.tsx'
import { addEvidence } from '../add-evidence.ts'
import { findEvidence } from '../queries.ts'
import { removeEvidence } from '../remove-evidence.ts'
import { newEvidence } from '../schemas.ts'

const asked = ({ id = '', controlId = '' }: Record<string, string>) => ({ id, controlId })
const hrefOf = (asks: { id: string; controlId: string }): string => `${assessmentRoutes.question.href(asks)}#nachweise`

// A browser sends an empty part for a file that was not chosen: then a link is meant.
const prepareChosen = async ({ files, storage }: Incoming): Promise<Outcome<PreparedFile> | undefined> => {
  const file = files['file']
  return file && file.size + file.name.length > 0 ? prepareFile(file, storage) : undefined
}

/** Targets of the forms in the panel of evidence; it stands on the page of its question. */
export const evidencePages: PageRoute[] = [
  submit(
    assessmentRoutes.addEvidence,
    (ctx, { params, form }, file) =>
      onQuestion(ctx, asked(params), async (assessment, question) => {
        const allowed = may.answer(ctx.actor, assessment, question.topKey)
        if (isRefusal(allowed)) return forbidden(allowed)
        const { link, title, validUntil } = form
        const found = { assessment, question }
        const wanted = parse(
          newEvidence,
          { title, link: link?.trim() || undefined, validUntil: validUntil || undefined },
          'Der Nachweis ist noch nicht gespeichert',
        )
        if (isRefusal(wanted)) return questionPage(ctx, found, { evidence: { form, refusal: wanted } })
        if (isRefusal(file)) return questionPage(ctx, found, { evidence: { form, refusal: file } })
        const id = await addEvidence(ctx, assessment, question, { ...wanted, file })
        if (isRefusal(id)) return questionPage(ctx, found, { evidence: { form, refusal: id } })
        return redirect(hrefOf(asked(params)), 'Der Nachweis ist abgelegt.')
      }),
    {
      bodyLimit: usualLimit,
      prepare: prepareChosen,
    },
  ),
  submit(assessmentRoutes.removeEvidence, (ctx, { params }) =>
    onQuestion(ctx, asked(params), async (assessment, question) => {
      const evidence = await findEvidence(ctx.db, params['evidenceId'] ?? '')
      if (evidence?.assessmentId !== assessment.id || evidence.controlId !== question.id) return notFound()
      const allowed = may.answer(ctx.actor, assessment, question.topKey)
      if (isRefusal(allowed)) return forbidden(allowed)
      const removed = await removeEvidence(ctx, assessment, evidence)
      if (isRefusal(removed))
        return questionPage(ctx, { assessment, question }, { evidence: { form: {}, refusal: removed } })
      return redirect(hrefOf(asked(params)), `„${evidence.title}“ ist entfernt.`)
    }),
  ),
]
