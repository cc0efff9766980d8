import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, submit } from '#platform/http/page-route.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { may } from '../../access.ts'
import type { Assessment } from '../../assessment.ts'
import { findAssessment } from '../../queries.ts'
import { readNotes } from '../../read-note.ts'
import { assessmentRoutes } from '../../routes.ts'
import { prepareAnswerSheet, sheetLimit } from '../prepare-sheet.ts'
import { rowsAgain } from '../schemas.ts'
import type { Differences } from '../sheet-difference.ts'
import { compareRows, compareSheet, type Decision, decide, takeRows } from '../take-sheet.ts'
import { DifferencesView } from './sheet-differences.tsx'
import { SheetField } from './sheet-field.tsx'

const title = 'Antworten aus der Tabelle'

/** Answers come back from a table in two steps: first what would change, then the deed. What was read travels in the form and is compared again. */
export const sheetPages: PageRoute[] = [
  submit(
    assessmentRoutes.sheetCheck,
    (ctx, { params }, table) =>
      onOwn(ctx, params['id'], async (assessment) => {
        const found = isRefusal(table.rows) ? table.rows : await compareSheet(ctx, assessment, table.rows)
        return isRefusal(found) ? refusedPage(assessment, found) : differencesPage(ctx, assessment, found)
      }),
    { prepare: prepareAnswerSheet, bodyLimit: sheetLimit },
  ),
  submit(
    assessmentRoutes.sheetTake,
    (ctx, { params, form }) =>
      onOwn(ctx, params['id'], async (assessment) => {
        const rows = rowsAgain.safeParse(form['zeilen'] ?? '')
        if (!rows.success) return refusedPage(assessment, incomplete)
        const compared = await compareRows(ctx, assessment, rows.data)
        if (isRefusal(compared)) return refusedPage(assessment, compared)
        const found = decide(compared, (controlId) => decisionIn(form, controlId))
        const taken = await takeRows(ctx, assessment, found.changes)
        if (isRefusal(taken)) return differencesPage(ctx, assessment, compared, { refusal: taken })
        const conflicts = [...found.conflicts, ...taken.conflicts]
        if (conflicts.length > 0)
          return differencesPage(ctx, assessment, { ...found, changes: [], conflicts }, { saved: taken.saved })
        return redirect(assessmentRoutes.results.href({ id: assessment.id }), savedWords(taken.saved))
      }),
    { bodyLimit: sheetLimit },
  ),
]

const incomplete: Refusal = {
  refused:
    'Die Tabelle ist nicht vollständig angekommen. Gespeichert wurde nichts. Bitte laden Sie sie noch einmal hoch.',
}

const savedWords = (saved: number): string =>
  saved === 0
    ? 'Es bleibt alles, wie es war.'
    : `${saved === 1 ? 'Eine Antwort ist' : `${saved} Antworten sind`} aus der Tabelle gespeichert.`

function decisionIn(form: Record<string, string>, controlId: string): Decision | undefined {
  const keep = form[`wahl-${controlId}`]
  if (keep !== 'mine' && keep !== 'theirs') return undefined
  const seen = form[`gesehen-${controlId}`] ?? ''
  return { keep, seen: seen === '' ? null : Number(seen) }
}

async function onOwn(
  ctx: Context,
  id: string | undefined,
  work: (assessment: Assessment) => Promise<Answer>,
): Promise<Answer> {
  const assessment = await findAssessment(ctx.db, id ?? '')
  if (!assessment) return notFound()
  const notes = readNotes(ctx, assessment)
  const allowed = may.answerWhole(ctx.actor, assessment)
  return { ...(isRefusal(allowed) ? forbidden(allowed) : await work(assessment)), notes }
}

const crumbsOf = ({ id, catalogTitle }: Assessment) => [
  { label: 'Prüfungen', href: assessmentRoutes.list.href() },
  { label: catalogTitle, href: assessmentRoutes.show.href({ id }) },
  { label: 'Ergebnisse', href: assessmentRoutes.results.href({ id }) },
  { label: title },
]

const refusedPage = (assessment: Assessment, refusal: Refusal): Answer =>
  page({
    title,
    status: 422,
    refusal,
    crumbs: crumbsOf(assessment),
    view: () => (
      <>
        <PageHead title={title} lead={`${assessment.catalogTitle}, ${assessment.organizationName}`} />
        <div class="lw-stack lw-stack--l lw-measure">
          <ErrorSummary
            title={refusal.refused}
            errors={(refusal.errors ?? []).map(({ path, message }) =>
              path === 'file' ? { path, message } : { path: '', message: `${path}: ${message}` },
            )}
            kept=""
          />
          <Form action={assessmentRoutes.sheetCheck.href({ id: assessment.id })} multipart>
            <SheetField error={errorAt(refusal.errors, 'file')} />
            <Submit>Unterschiede zeigen</Submit>
          </Form>
        </div>
      </>
    ),
  })

async function differencesPage(
  ctx: Context,
  assessment: Assessment,
  found: Differences,
  { saved = 0, refusal }: { saved?: number; refusal?: Refusal } = {},
): Promise<Answer> {
  const names = await namesOf(
    ctx.db,
    [...found.changes, ...found.conflicts].flatMap(({ now }) => now?.answeredBy ?? []),
  )
  return page({
    title,
    // Without a refusal what is saved stays saved: only the conflicts are asked again.
    status: refusal ? 422 : found.conflicts.length > 0 ? 409 : 200,
    refusal,
    crumbs: crumbsOf(assessment),
    view: () => (
      <>
        <PageHead title={title} lead={`${assessment.catalogTitle}, ${assessment.organizationName}`} />
        <div class="lw-stack lw-stack--l">
          {refusal && (
            <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="Ihre Tabelle ist noch da." />
          )}
          <DifferencesView
            assessment={assessment}
            found={found}
            saved={saved === 0 ? undefined : savedWords(saved)}
            names={names}
            now={ctx.now}
          />
        </div>
      </>
    ),
  })
}
