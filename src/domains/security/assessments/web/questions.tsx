import { isRefusal } from '#kernel/outcome.ts'
import { answered } from '#kernel/scale.ts'
import { type ControlDetail, findControlDetail, type Group } from '#foundation/catalogs/index.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { notFound, page } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Meter } from '#ui/meter/meter.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { QuestionList } from '#ui/question/question.tsx'
import { may } from '../access.ts'
import { type Assessment, given, type GroupCount, type Question, sum } from '../assessment.ts'
import { countGroups, findAssessment, listQuestions, listSeenGroups, type Selection } from '../queries.ts'
import { readNotes } from '../read-note.ts'
import { listStandings } from '../reviews/queries.ts'
import { disputedIn, type Standing } from '../reviews/review.ts'
import { listReview } from '../reviews/web/review-in-list.tsx'
import { assessmentRoutes, type QuestionFilter, questionsHref } from '../routes.ts'
import { countSides } from '../work/queries.ts'
import { scopeOf, selectionTitles } from '../work/question-scope.ts'
import { type JustDone, justDone, ListDeeds, UndoMany } from '../work/web/list-deeds.tsx'
import { QuestionFilterBar } from '../work/web/question-filter.tsx'
import { KeyboardHelp } from '../work/web/keyboard-help.tsx'
import { HelpPanel } from './help-panel.tsx'
import { QuestionItem, type Sides } from './question-item.tsx'
import { countInWords, segmentsOf } from './segments.ts'

/** So many on one page; the largest group of BSI's kernel has 27. */
const pageSize = 30

/** A list of questions to work through: one group of the catalog, or what comes first across all of them. */
export const questionPages: PageRoute[] = [
  show(assessmentRoutes.questions, async (ctx, { params, query }) => {
    const assessment = await findAssessment(ctx.db, params['id'] ?? '')
    if (!assessment) return notFound()
    const groups = await listSeenGroups(ctx.db, assessment)
    const group = groups.find(({ key }) => key === query['liste'])
    if (query['liste'] && !group) return notFound('Diese Liste gibt es in dieser Prüfung nicht.')
    const list = await loadList(ctx, assessment, groups, group, query)
    return page({
      title: list.title,
      islands: ['answer'],
      crumbs: [...crumbsOf(assessment, groups, group), { label: list.title }],
      notes: readNotes(ctx, assessment),
      view: () => <Questions {...list} />,
    })
  }),
]

async function loadList(
  ctx: Context,
  assessment: Assessment,
  groups: Group[],
  group: Group | undefined,
  query: Record<string, string>,
): Promise<QuestionsProps> {
  const { liste, auswahl, suche, seit, ab, frage, sammel } = query
  const scope = scopeOf(group, query)
  const standings = await listStandings(ctx.db, assessment.id)
  const disputed = scope.selection === 'strittig' ? disputedIn(standings).map(({ controlId }) => controlId) : undefined
  const found = await listQuestions(ctx.db, assessment, {
    ...scope,
    ...(disputed && { controlIds: disputed }),
    after: /^\d{1,9}$/.test(ab ?? '') ? Number(ab) : undefined,
    limit: pageSize + 1,
  })
  const questions = found.slice(0, pageSize)
  const opened = openedOf(questions, frage)
  return {
    ctx,
    assessment,
    groups,
    group,
    filter: { liste, auswahl, suche, seit, ab, frage },
    selection: scope.selection,
    questions,
    more: found.length > pageSize,
    opened,
    detail: opened && (await findControlDetail(ctx.db, assessment.catalogId, opened.id)),
    names: await namesOf(
      ctx.db,
      questions.flatMap(({ answer }) => answer?.answeredBy ?? []),
    ),
    counts: (await countGroups(ctx.db, [assessment.id])).get(assessment.id) ?? [],
    sides: await countSides(
      ctx.db,
      assessment.id,
      questions.map(({ id }) => id),
    ),
    done: await justDone(ctx, assessment, sammel),
    title: group?.title ?? selectionTitles[scope.selection],
    standings,
  }
}

/** The one asked for, else the first that is still open, else the first. */
const openedOf = (questions: Question[], asked: string | undefined): Question | undefined =>
  questions.find(({ id }) => id === asked) ?? questions.find(({ answer }) => !given(answer)) ?? questions[0]

/** The way down to a group; the page adds where it is itself. */
export function crumbsOf(assessment: Assessment, groups: readonly Group[], group: Group | undefined) {
  const top = group && group.parentKey !== null ? groups.find(({ key }) => key === group.topKey) : undefined
  return [
    { label: 'Prüfungen', href: assessmentRoutes.list.href() },
    { label: assessment.catalogTitle, href: assessmentRoutes.show.href({ id: assessment.id }) },
    ...(top ? [{ label: top.title }] : []),
  ]
}

interface QuestionsProps {
  ctx: Context
  assessment: Assessment
  groups: Group[]
  group: Group | undefined
  filter: QuestionFilter
  selection: Selection
  questions: Question[]
  more: boolean
  opened: Question | undefined
  detail: ControlDetail | undefined
  names: Map<string, string>
  counts: GroupCount[]
  sides: Map<string, Sides>
  done: JustDone | undefined
  title: string
  standings: Standing[]
}

function Questions(props: QuestionsProps) {
  const { ctx, assessment, filter, questions, opened, detail, names, group, title, sides, done } = props
  const closed = may.change(ctx.actor, assessment)
  const closedFor = ({ topKey }: Question): string | undefined => {
    const allowed = may.change(ctx.actor, assessment, topKey)
    return isRefusal(allowed) ? allowed.refused : undefined
  }
  const back = questionsHref(assessment.id, { ...filter, frage: undefined })
  const review = listReview(ctx, assessment, props.standings)
  // Within a section each question keeps its number whatever is filtered out; across sections they are counted.
  const oneSection = new Set(questions.map(({ groupKey }) => groupKey)).size === 1
  const numberOf = new Map(questions.map(({ id, number }, at) => [id, group && oneSection ? number : at + 1]))
  return (
    <>
      <PageHead
        title={title}
        lead={
          isRefusal(closed) ? closed.refused : 'Sie können jederzeit unterbrechen, jede Antwort ist sofort gesichert.'
        }
      />
      <div class="lw-split lw-split--help">
        <div class="lw-stack">
          {group?.overview && <Prose text={group.overview} />}
          <Sections {...props} />
          <Progress {...props} />
          {done && <UndoMany assessmentId={assessment.id} done={done} back={back} />}
          {questions.length === 0 ? (
            <NoQuestions {...props} />
          ) : (
            <QuestionList>
              {questions.map((question) => (
                <QuestionItem
                  assessmentId={assessment.id}
                  scale={assessment.scale}
                  sides={sides.get(question.id)}
                  question={question}
                  number={numberOf.get(question.id) ?? ''}
                  names={names}
                  readerId={ctx.actor.personId}
                  now={ctx.now}
                  closed={closedFor(question)}
                  current={question.id === opened?.id}
                  openHref={
                    question.id === opened?.id
                      ? '#hilfe'
                      : questionsHref(assessment.id, { ...filter, frage: question.id })
                  }
                  back={back}
                  review={review}
                />
              ))}
            </QuestionList>
          )}
          <WaysOn {...props} />
          <KeyboardHelp />
        </div>
        {opened && detail && <HelpPanel number={numberOf.get(opened.id) ?? ''} title={opened.title} detail={detail} />}
      </div>
    </>
  )
}

/** The parts of a large list, each a page of its own. */
function Sections({ assessment, groups, group }: QuestionsProps) {
  const sections = groups.filter(({ topKey, controlCount }) => topKey === group?.topKey && controlCount > 0)
  if (sections.length < 2) return null
  return (
    <Filters
      label="Abschnitte"
      items={sections.map(({ key, title, controlCount }) => ({
        label: title,
        count: controlCount,
        href: questionsHref(assessment.id, { liste: key }),
        current: key === group?.key,
      }))}
    />
  )
}

/** Counts of the outermost group, or of everything when the list goes across. */
function Progress({ ctx, assessment, counts, group, filter, selection, standings }: QuestionsProps) {
  const top = counts.filter(({ key }) => group === undefined || key === group.topKey)
  const total = sum(top)
  const isPart = group !== undefined && group.controlCount < total.total
  const where = group ? `in „${top[0]?.title ?? group.title}“` : 'insgesamt'
  return (
    <div class="lw-stack lw-stack--s">
      <p class="lw-row lw-row--between">
        <span>
          <strong>
            {answered(total)} von {total.total}
          </strong>{' '}
          Fragen {where} beantwortet
        </span>
        <span class="lw-small lw-muted">{countInWords(assessment.scale, total)}</span>
      </p>
      <Meter label={`Fragen ${where}`} segments={segmentsOf(assessment.scale, total)} />
      <QuestionFilterBar
        assessmentId={assessment.id}
        scale={assessment.scale}
        filter={filter}
        selection={selection}
        total={total}
        disputed={disputedIn(standings, group?.topKey).length}
        section={isPart ? { label: 'Dieser Abschnitt', count: group.controlCount } : undefined}
      />
      <ListDeeds
        assessment={assessment}
        filter={filter}
        total={total}
        mayChange={!isRefusal(may.change(ctx.actor, assessment, group?.topKey))}
      />
    </div>
  )
}

const NoQuestions = ({ assessment, filter, group }: QuestionsProps) => (
  <Empty
    title="Hier ist nichts mehr zu tun"
    level={2}
    actions={
      <ButtonLink
        href={questionsHref(assessment.id, filter.liste ? { liste: filter.liste } : { auswahl: 'alle' })}
        size="x-small"
      >
        Alle Fragen zeigen
      </ButtonLink>
    }
  >
    {group ? `In „${group.title}“ passt keine Frage zu dieser Auswahl.` : 'Keine Frage passt zu dieser Auswahl.'}
  </Empty>
)

function WaysOn({ assessment, groups, group, filter, questions, more }: QuestionsProps) {
  const { id } = assessment
  const sections = groups.filter(({ controlCount }) => controlCount > 0)
  const at = group ? sections.findIndex(({ key }) => key === group.key) : -1
  const link = (section: Group | undefined, word: string) =>
    section && { href: questionsHref(id, { liste: section.key }), label: `${word}: ${section.title}` }
  const last = questions.at(-1)
  const next =
    more && last
      ? { href: questionsHref(id, { ...filter, frage: undefined, ab: String(last.position) }), label: 'Weitere Fragen' }
      : undefined
  return (
    <div class="lw-stack">
      <Pager
        label="Listen"
        previous={at > 0 ? link(sections[at - 1], 'Zurück') : undefined}
        next={next ?? (at >= 0 ? link(sections[at + 1], 'Weiter') : undefined)}
      />
      <p data-after-questions>
        <ButtonLink variant="primary" href={assessmentRoutes.next.href({ id })}>
          Nächste offene Frage
        </ButtonLink>
      </p>
    </div>
  )
}
