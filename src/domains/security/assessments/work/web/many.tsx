import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import type { Group } from '#foundation/catalogs/index.ts'
import { type Answer as HttpAnswer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Check, errorAt, Form, HiddenField, Submit, TextArea } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import { z } from 'zod'
import { may } from '../../access.ts'
import type { Assessment } from '../../assessment.ts'
import { onAssessment } from '../../on-check.ts'
import { listSeenGroups, type QuestionScope } from '../../queries.ts'
import { assessmentRoutes, type QuestionFilter, questionsHref } from '../../routes.ts'
import { crumbsOf } from '../../web/questions.tsx'
import { confirmAnswers, setAside } from '../answer-many.ts'
import { countEmpty } from '../queries.ts'
import { scopeOf, selectionTitles } from '../question-scope.ts'
import { reason } from '../schemas.ts'
import { ownList } from './undo.tsx'

/** Many questions at once: not applicable for one reason, and answers of the last wave that still hold. */
export const manyPages: PageRoute[] = [
  show(assessmentRoutes.setAside, (ctx, { params, query }) =>
    onGroup(ctx, params, query, (assessment, group) =>
      setAsidePage(ctx, { assessment, group, asked: query, form: {} }),
    ),
  ),
  submit(assessmentRoutes.setAside, (ctx, { params, form }) =>
    onGroup(ctx, params, form, async (assessment, group) => {
      const allowed = may.answer(ctx.actor, assessment, group?.topKey)
      if (isRefusal(allowed)) return forbidden(allowed)
      const place = { assessment, group, asked: form, form }
      const wanted = parse(z.object({ note: reason }), { note: form['note'] ?? '' }, 'Beantwortet ist noch nichts')
      if (isRefusal(wanted)) return setAsidePage(ctx, { ...place, refusal: wanted })
      const done = await setAside(ctx, assessment, scopeWith(group, form), wanted.note)
      if (isRefusal(done)) return setAsidePage(ctx, { ...place, refusal: done })
      const count = done.controlIds.length
      return redirect(
        questionsHref(assessment.id, { ...filterOf(form), sammel: done.answeredAt.toString() }),
        count === 1
          ? '1 Frage ist als nicht relevant beantwortet.'
          : `${count} Fragen sind als nicht relevant beantwortet.`,
      )
    }),
  ),
  submit(assessmentRoutes.confirm, (ctx, { params, form }) =>
    onGroup(ctx, params, form, async (assessment, group) => {
      const allowed = may.answer(ctx.actor, assessment, group?.topKey)
      if (isRefusal(allowed)) return forbidden(allowed)
      const one = form['frage']
      const scope: QuestionScope = one
        ? { selection: 'alle', controlIds: [one] }
        : { selection: 'alle', topKey: group?.topKey }
      const done = await confirmAnswers(ctx, assessment, scope)
      if (isRefusal(done)) return unprocessable(done)
      const back = form['zurueck']?.startsWith(`${assessmentRoutes.questions.href({ id: assessment.id })}/`)
        ? form['zurueck']
        : ownList(form['zurueck'], assessment.id)
      const count = done.controlIds.length
      return one
        ? redirect(`${back}#frage-${one}`, 'Die Antwort gilt weiter.')
        : redirect(
            questionsHref(assessment.id, { ...filterOf(form), sammel: done.answeredAt.toString() }),
            count === 1 ? '1 Antwort gilt weiter.' : `${count} Antworten gelten weiter.`,
          )
    }),
  ),
]

const filterOf = ({ liste, auswahl, suche, seit }: Record<string, string | undefined>): QuestionFilter => ({
  liste: liste || undefined,
  auswahl: auswahl || (liste ? undefined : 'alle'),
  suche: suche || undefined,
  seit: seit || undefined,
})

/** With the box ticked the whole list instead of its section. */
const scopeWith = (group: Group | undefined, asked: Record<string, string>): QuestionScope =>
  asked['ganz'] ? { ...scopeOf(group, asked), groupKey: undefined, topKey: group?.topKey } : scopeOf(group, asked)

const onGroup = (
  ctx: Context,
  params: Record<string, string>,
  asked: Record<string, string>,
  work: (assessment: Assessment, group: Group | undefined) => Promise<HttpAnswer>,
): Promise<HttpAnswer> =>
  onAssessment(ctx, params['id'] ?? '', async (assessment) => {
    const liste = asked['liste']
    if (!liste) return work(assessment, undefined)
    const group = (await listSeenGroups(ctx.db, assessment)).find(({ key }) => key === liste)
    return group ? work(assessment, group) : notFound('Diese Liste gibt es in dieser Prüfung nicht.')
  })

interface View {
  assessment: Assessment
  group: Group | undefined
  /** Which questions are meant, as on the page of the list. */
  asked: Record<string, string>
  form: Record<string, string>
  refusal?: Refusal
}

const title = 'Als nicht relevant beantworten'

async function setAsidePage(ctx: Context, { assessment, group, asked, form, refusal }: View): Promise<HttpAnswer> {
  const whole = { ...scopeOf(group, asked), groupKey: undefined, topKey: group?.topKey }
  const counts = {
    shown: await countEmpty(ctx.db, assessment, scopeOf(group, asked)),
    whole: group ? await countEmpty(ctx.db, assessment, whole) : 0,
  }
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    crumbs: [...crumbsOf(assessment, group ? [group] : [], undefined), { label: title }],
    view: () => <SetAside {...{ ctx, assessment, group, asked, form, refusal, counts }} />,
  })
}

interface Props extends Omit<View, 'refusal'> {
  ctx: Context
  refusal: Refusal | undefined
  counts: { shown: number; whole: number }
}

const inWords = (count: number): string => (count === 1 ? '1 offene Frage' : `${count} offene Fragen`)

function SetAside({ ctx, assessment, group, asked, form, refusal, counts }: Props) {
  const { selection, text } = scopeOf(group, asked)
  const filter = filterOf(asked)
  const back = questionsHref(assessment.id, filter)
  const allowed = may.change(ctx.actor, assessment, group?.topKey)
  const where = [
    group && `in „${group.title}“`,
    selection !== 'alle' && `unter „${selectionTitles[selection]}“`,
    text !== undefined && `mit „${text}“`,
  ].filter(Boolean)
  return (
    <>
      <PageHead
        title={title}
        lead="Was niemand beantwortet hat, bekommt „Nicht relevant“ und Ihren Grund als Notiz. Antworten, die schon da sind, bleiben."
      />
      <div class="lw-stack lw-measure">
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={{ note: 'Grund' }} />}
        {isRefusal(allowed) && <Refused title="Hier nicht möglich">{allowed.refused}</Refused>}
        {!isRefusal(allowed) && counts.shown + counts.whole === 0 && (
          <Empty
            title="Hier ist nichts mehr offen"
            level={2}
            actions={
              <ButtonLink href={back} size="x-small">
                Zurück zur Liste
              </ButtonLink>
            }
          >
            Alle Fragen {where.join(' ')} sind schon beantwortet oder warten auf eine Bestätigung.
          </Empty>
        )}
        {!isRefusal(allowed) && counts.shown + counts.whole > 0 && (
          <Form action={assessmentRoutes.setAside.href({ id: assessment.id })}>
            {Object.entries(filter).map(([name, value]) => value && <HiddenField name={name} value={value} />)}
            <p>
              <strong>{inWords(counts.shown)}</strong> {where.join(' ')}, Prüfung „{assessment.catalogTitle}“.
            </p>
            {counts.whole > counts.shown && (
              <Check
                name="ganz"
                label={`Stattdessen die ganze Liste: ${inWords(counts.whole)}`}
                checked={form['ganz'] !== undefined}
              />
            )}
            <TextArea
              name="note"
              label="Grund"
              hint="Er steht dann als Notiz an jeder dieser Fragen, auch für das Prüfhaus: „Wir betreiben keinen eigenen Server, das macht das Rechenzentrum.“"
              required
              rows={4}
              value={form['note']}
              error={errorAt(refusal?.errors, 'note')}
            />
            <div class="lw-row">
              <Submit>Als nicht relevant beantworten</Submit>
              <a class="lw-link" href={back}>
                Abbrechen
              </a>
            </div>
          </Form>
        )}
      </div>
    </>
  )
}
