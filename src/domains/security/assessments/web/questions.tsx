import { isRefusal } from '#kernel/outcome.ts'
import { answered, unanswered } from '#kernel/scale.ts'
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
import { countGroups, findAssessment, isSelection, listQuestions, listSeenGroups, type Selection } from '../queries.ts'
import { readNotes } from '../read-note.ts'
import { assessmentRoutes, type QuestionFilter, questionsHref } from '../routes.ts'
import { HelpPanel } from './help-panel.tsx'
import { QuestionItem } from './question-item.tsx'

/** So many on one page; the largest group of BSI's kernel has 27. */
const pageSize = 30

const selectionTitles: Record<Selection, string> = {
  zwingend: 'Zwingendes, das noch fehlt',
  schnellstarter: 'Schnellstarter',
  offen: 'Noch offene Fragen',
  nein: 'Mit Nein beantwortet',
  bestaetigen: 'Aus der letzten Prüfung, zu bestätigen',
  alle: 'Alle Fragen',
}

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
  { liste, auswahl, ab, frage }: Record<string, string>,
): Promise<QuestionsProps> {
  const selection = isSelection(auswahl) ? auswahl : 'alle'
  const found = await listQuestions(ctx.db, assessment, {
    // What comes first is looked for in the whole list, of which a section is only a part.
    ...(selection === 'alle' ? { groupKey: group?.key } : { topKey: group?.topKey }),
    selection,
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
    filter: { liste, auswahl, ab, frage },
    selection,
    questions,
    more: found.length > pageSize,
    opened,
    detail: opened && (await findControlDetail(ctx.db, assessment.catalogId, opened.id)),
    names: await namesOf(
      ctx.db,
      questions.flatMap(({ answer }) => answer?.answeredBy ?? []),
    ),
    counts: (await countGroups(ctx.db, [assessment.id])).get(assessment.id) ?? [],
    title: group?.title ?? selectionTitles[selection],
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
  title: string
}

function Questions(props: QuestionsProps) {
  const { ctx, assessment, filter, questions, opened, detail, names, group, title } = props
  const closed = may.change(ctx.actor, assessment)
  const closedFor = ({ topKey }: Question): string | undefined => {
    const allowed = may.change(ctx.actor, assessment, topKey)
    return isRefusal(allowed) ? allowed.refused : undefined
  }
  const back = questionsHref(assessment.id, { ...filter, frage: undefined })
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
          {questions.length === 0 ? (
            <NoQuestions {...props} />
          ) : (
            <QuestionList>
              {questions.map((question) => (
                <QuestionItem
                  assessmentId={assessment.id}
                  question={question}
                  number={numberOf.get(question.id) ?? ''}
                  names={names}
                  readerId={ctx.actor.personId}
                  now={ctx.now}
                  closed={closedFor(question)}
                  current={question.id === opened?.id}
                  openHref={questionsHref(assessment.id, { ...filter, frage: question.id })}
                  back={back}
                />
              ))}
            </QuestionList>
          )}
          <WaysOn {...props} />
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
function Progress({ assessment, counts, group, filter, selection }: QuestionsProps) {
  const top = counts.filter(({ key }) => group === undefined || key === group.topKey)
  const count = sum(top)
  const open = unanswered(count)
  const item = (label: string, auswahl: Selection, n: number) => ({
    label,
    count: n,
    current: selection === auswahl,
    href: questionsHref(assessment.id, {
      liste: filter.liste,
      auswahl: auswahl === 'alle' && filter.liste ? undefined : auswahl,
    }),
  })
  const isPart = group !== undefined && group.controlCount < count.total
  const where = group ? `in „${top[0]?.title ?? group.title}“` : 'insgesamt'
  return (
    <div class="lw-stack lw-stack--s">
      <p class="lw-row lw-row--between">
        <span>
          <strong>
            {answered(count)} von {count.total}
          </strong>{' '}
          Fragen {where} beantwortet
        </span>
        <span class="lw-small lw-muted">
          Ja {count.yes} · Nein {count.no} · offen {open}
        </span>
      </p>
      <Meter
        label={`Fragen ${where}`}
        segments={[
          { label: 'Ja', value: count.yes, look: 'done' },
          { label: 'Nein', value: count.no, look: 'gap' },
          { label: 'Nicht relevant', value: count.notApplicable, look: 'done-3' },
          { label: 'Offen', value: open, look: 'rest' },
        ]}
      />
      <Filters
        label="Fragen filtern"
        items={[
          item(isPart ? 'Dieser Abschnitt' : 'Alle', 'alle', isPart ? group.controlCount : count.total),
          item('Offen', 'offen', open),
          item('Zwingend', 'zwingend', count.mandatoryLeft),
          item('Schnellstarter', 'schnellstarter', count.quickWinsLeft),
          item('Nein', 'nein', count.no),
        ]}
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
      <p>
        <ButtonLink variant="primary" href={assessmentRoutes.next.href({ id })}>
          Nächste offene Frage
        </ButtonLink>
      </p>
    </div>
  )
}
