import { answerValues, highestLevel } from '#kernel/scale.ts'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Group, listHelp } from '#foundation/catalogs/index.ts'
import { type Answer as HttpAnswer, notFound, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Worksheet, type WorksheetItem } from '#ui/worksheet/worksheet.tsx'
import { answerNames, type Assessment, given, type Question } from '../../assessment.ts'
import { onAssessment } from '../../on-check.ts'
import { listQuestions, listSeenGroups } from '../../queries.ts'
import { assessmentRoutes } from '../../routes.ts'
import { crumbsOf } from '../../web/questions.tsx'
import { scopeOf, selectionTitles } from '../question-scope.ts'

/** A whole kernel of the BSI has 1,000. */
const most = 2000

/** The questions on paper, for the meeting room: what is on the screen of the list, or the whole check, a page for each list. */
export const printPages: PageRoute[] = [
  show(assessmentRoutes.print, (ctx, { params, query }) =>
    onAssessment(ctx, params['id'] ?? '', async (assessment) => {
      const groups = await listSeenGroups(ctx.db, assessment)
      const group = groups.find(({ key }) => key === query['liste'])
      if (query['liste'] && !group) return notFound('Diese Liste gibt es in dieser Prüfung nicht.')
      // On paper a list is whole, with all its sections.
      const scope = { ...scopeOf(group, query), groupKey: undefined, topKey: group?.topKey }
      const questions = await listQuestions(ctx.db, assessment, { ...scope, limit: most })
      const help = await listHelp(ctx.db, assessment.catalogId, ['requires', 'assessment-objective'])
      return sheets(ctx, assessment, groups, { questions, help, lead: selectionTitles[scope.selection] })
    }),
  ),
]

const title = 'Druckfassung'

function sheets(
  ctx: Context,
  assessment: Assessment,
  groups: Group[],
  { questions, help, lead }: { questions: Question[]; help: Help; lead: string },
): HttpAnswer {
  const lists = [...Map.groupBy(questions, ({ topKey }) => topKey)]
  const titles = new Map(groups.map((group) => [group.key, group.title]))
  const sections = new Map(
    groups.filter(({ parentKey }) => parentKey !== null).map((group) => [group.key, group.title]),
  )
  const today = germanDay(localDay(ctx.now))
  return page({
    title: `${title}: ${assessment.catalogTitle}`,
    crumbs: [...crumbsOf(assessment, groups, undefined), { label: title }],
    view: () => (
      <>
        <PageHead title={`${assessment.catalogTitle}, zum Ausfüllen`} lead={lead} />
        <p class="lw-only-screen lw-muted">
          Drucken Sie diese Seite mit Strg + P. Jede Liste beginnt auf einem neuen Blatt.
        </p>
        {lists.length === 0 && <Empty title="Keine Frage">Zu dieser Auswahl gibt es keine Frage.</Empty>}
        {lists.map(([key, items]) => (
          <Worksheet
            title={titles.get(key) ?? ''}
            head={
              <>
                <span>
                  {assessment.organizationName}, {assessment.catalogTitle}
                </span>
                <span>Stand {today}</span>
                <span>Ausgefüllt von: ______________________</span>
              </>
            }
            items={items.map((question) => asItem(assessment, question, { sections, help }))}
          />
        ))}
      </>
    ),
  })
}

type Help = Awaited<ReturnType<typeof listHelp>>

function asItem(
  { scale }: Assessment,
  question: Question,
  { sections, help }: { sections: Map<string, string>; help: Help },
): WorksheetItem {
  const requires = help.get(question.id)
  const said = given(question.answer)
  const section = sections.get(question.groupKey)
  const options =
    scale === 'yesNoNotApplicable'
      ? answerValues.map((value) => ({ label: answerNames[value], chosen: said?.answer === value }))
      : [
          ...Array.from({ length: highestLevel + 1 }, (_, level) => ({
            label: `Stufe ${level}`,
            chosen: said?.level === level,
          })),
          { label: said?.target == null ? 'Ziel: ____' : `Ziel: ${said.target}`, chosen: false },
          { label: answerNames.notApplicable, chosen: said?.answer === 'notApplicable' },
        ]
  return {
    id: question.id,
    number: question.number,
    text: question.title,
    children: (
      <>
        {section !== undefined && <p class="lw-small lw-muted">{section}</p>}
        {question.statement !== '' && question.statement !== question.title && <Prose text={question.statement} />}
        {requires && (
          <div class="lw-small">
            <p class="lw-strong">{requires.title ?? 'Ein Ja genügt, wenn'}</p>
            <Prose text={requires.prose} />
          </div>
        )}
        {question.documentation.length > 0 && (
          <p class="lw-small">Als Nachweis zählt: {question.documentation.join(', ')}</p>
        )}
      </>
    ),
    options,
    note: question.answer?.note,
  }
}
