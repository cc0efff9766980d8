import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Assessment } from '../../assessment.ts'
import { assessmentRoutes } from '../../routes.ts'
import { type CoveredList, zeroInWords } from '../cover.ts'
import type { ProposedQuestion } from '../load-proposals.ts'
import type { OutermostGroup } from '../queries.ts'

/** Another check, and how much of it reaches this one. */
export interface Origin {
  check: Assessment
  lists: CoveredList[]
  /** Answers that count there. */
  answers: number
  questions: number
}

interface Props {
  title: string
  assessment: Assessment
  origins: Origin[]
  /** The outermost lists of this check. */
  groups: OutermostGroup[]
  open: ProposedQuestion[]
  answered: number
}

/** From where something could come, what does not, and where it could go. */
export function ProposalOverview({ title, assessment, origins, groups, open, answered: done }: Props) {
  return (
    <>
      <PageHead
        title={title}
        lead={`Was Sie anderswo schon beantwortet haben, kann in „${assessment.catalogTitle}“ weiterhelfen. Ein Vorschlag ist keine Antwort: Es zählt nur, was Sie übernehmen oder bestätigen.`}
        actions={
          <ButtonLink href={assessmentRoutes.frameworks.href()} size="x-small">
            Rahmenwerke nebeneinander
          </ButtonLink>
        }
      />
      <div class="lw-stack lw-stack--xl">
        {origins.length === 0 ? (
          <Empty title="Noch keine andere Prüfung" level={2}>
            Vorschläge kommen aus Prüfungen mit einem anderen Katalog, etwa WiBA oder dem Basischeck. Sobald dort etwas
            beantwortet ist, steht es hier.
          </Empty>
        ) : (
          <>
            <Lists {...{ assessment, groups, open, done }} />
            {origins.map((origin, at) => (
              <From origin={origin} target={assessment.catalogTitle} id={`aus-${at + 1}`} />
            ))}
          </>
        )}
      </div>
    </>
  )
}

function Lists({
  assessment,
  groups,
  open,
  done,
}: {
  assessment: Assessment
  groups: OutermostGroup[]
  open: ProposedQuestion[]
  done: number
}) {
  const inside = Map.groupBy(open, ({ question }) => question.topKey)
  const rows = groups.flatMap((group) => {
    const all = inside.get(group.key) ?? []
    const standing = all.filter(({ question }) => !question.isDeclined)
    const withAnswer = standing.filter(({ answer }) => answer !== null).length
    return all.length === 0
      ? []
      : [{ group, standing: standing.length, withAnswer, declined: all.length - standing.length }]
  })
  return (
    <Panel
      id="listen"
      title="Listen mit Vorschlägen"
      note={done > 0 ? `Zu ${done} weiteren Fragen haben Sie schon selbst geantwortet.` : undefined}
    >
      {rows.length === 0 ? (
        <Empty title="Gerade ist nichts vorgeschlagen">
          {done > 0
            ? 'Alle Fragen, zu denen es einen Vorschlag gäbe, sind schon beantwortet.'
            : 'Keine Antwort aus Ihren anderen Prüfungen reicht bis hierher. Unten steht, welche Listen eine Zuordnung haben.'}
        </Empty>
      ) : (
        <Table
          caption="In der Reihenfolge des Katalogs"
          captionHidden
          stack
          rows={rows}
          columns={[
            {
              header: 'Liste',
              rowHeader: true,
              cell: ({ group }) => (
                <a
                  class="lw-link"
                  href={withQuery(assessmentRoutes.proposals.href({ id: assessment.id }), { liste: group.key })}
                >
                  {group.title}
                </a>
              ),
            },
            { header: 'Fragen mit Vorschlag', numeric: true, cell: ({ standing }) => standing },
            { header: 'davon mit Antwort', numeric: true, cell: ({ withAnswer }) => withAnswer },
            { header: 'nicht übernommen', numeric: true, cell: ({ declined }) => declined },
          ]}
        />
      )}
    </Panel>
  )
}

function From({ origin, target, id }: { origin: Origin; target: string; id: string }) {
  const { check, lists, answers, questions } = origin
  const reached = lists.reduce((count, list) => count + list.reached, 0)
  const zero = zeroInWords(lists, check.catalogTitle, target)
  return (
    <Panel
      id={id}
      title={`Aus „${check.catalogTitle}“`}
      link={{ href: assessmentRoutes.show.href({ id: check.id }), label: 'Zur Prüfung' }}
    >
      <div class="lw-stack">
        <p>
          {answers === 0
            ? 'Dort ist noch nichts beantwortet.'
            : `Dort sind ${answers} von ${questions} Fragen beantwortet.`}{' '}
          {reached} von {questions} Fragen reichen bis hierher.
        </p>
        {zero !== null && <p>{zero}</p>}
        {reached > 0 && (
          <Table
            caption="Wie weit jede Liste reicht"
            stack
            rows={lists}
            columns={[
              { header: 'Liste dort', rowHeader: true, cell: (list) => list.title },
              { header: 'Fragen', numeric: true, cell: (list) => list.questions },
              { header: 'zugeordnet oder dieselbe Frage', numeric: true, cell: (list) => list.mapped },
              { header: 'nur gleiche Anforderung', numeric: true, cell: (list) => list.reached - list.mapped },
            ]}
          />
        )}
      </div>
    </Panel>
  )
}
