import { shortVersion } from '#foundation/catalogs/index.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Form, SelectField, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Assessment } from '../../assessment.ts'
import { assessmentRoutes } from '../../routes.ts'
import { countServed, reachOf, type ServedCount, type ServingQuestion } from '../frameworks.ts'
import type { Frameworks } from '../load-frameworks.ts'
import type { OutermostGroup } from '../queries.ts'
import { stepsInWords } from '../relation-words.ts'
import { type Place, placeHref, type TargetChoice } from './place.ts'
import { ServedQuestion } from './served-question.tsx'

interface Props {
  title: string
  source: Assessment
  checks: Assessment[]
  targets: TargetChoice[]
  chosen: TargetChoice | undefined
  place: Place
  frameworks: Frameworks
  group: OutermostGroup | undefined
  question: ServingQuestion | undefined
  requirementTitles: ReadonlyMap<string, string>
}

/** List by list, or one list question by question, or one question opened out. */
export function FrameworkTables(props: Props) {
  const { title, source, chosen, frameworks, group, question } = props
  const count = countServed(frameworks.questions)
  return (
    <>
      <PageHead
        title={title}
        lead={`Was die Antworten in „${source.catalogTitle}“ anderswo wert sind, und wo sie nicht reichen.`}
      />
      <div class="lw-stack lw-stack--xl">
        <Chooser {...props} />
        {question ? (
          <ServedQuestion {...props} question={question} />
        ) : group ? (
          <OneList {...props} group={group} />
        ) : (
          <>
            <Facts items={factsOf(count, chosen)} />
            <Lists {...props} />
          </>
        )}
        <There {...props} />
      </div>
    </>
  )
}

const factsOf = (count: ServedCount, chosen: TargetChoice | undefined) => [
  { label: 'Fragen beantwortet', value: `${count.answered} von ${count.questions}` },
  { label: 'Anforderungen des IT-Grundschutzes 2023 genannt', value: count.requirements },
  ...(chosen
    ? [
        { label: `Anforderungen in „${chosen.title}“ erreicht`, value: count.controls },
        { label: 'Fragen ohne Zuordnung', value: count.none },
        { label: 'zugeordnete Ziele, die es dort nicht mehr gibt', value: count.missing },
      ]
    : []),
]

function Chooser({ source, checks, targets, chosen }: Props) {
  const sources = checks.some(({ id }) => id === source.id) ? checks : [source, ...checks]
  return (
    <Form action={assessmentRoutes.frameworks.href()} method="get" layout="bar">
      <SelectField
        name="pruefung"
        label="Antworten aus"
        value={source.id}
        options={sources.map(({ id, catalogTitle, catalogVersion }) => ({
          value: id,
          label: `${catalogTitle} (Fassung ${shortVersion(catalogVersion)})`,
        }))}
      />
      {targets.length > 0 && (
        <SelectField
          name="ziel"
          label="gehalten gegen"
          value={chosen?.id}
          empty="automatisch gewählt"
          options={targets.map(({ id, title, version }) => ({
            value: id,
            label: `${title} (Fassung ${shortVersion(version)})`,
          }))}
        />
      )}
      <Submit variant="secondary">Anzeigen</Submit>
    </Form>
  )
}

/** Where a list falls short, said plainly. */
function shortInWords({ questions, none, partly, missing }: ServedCount, chosen: TargetChoice | undefined): string {
  if (!chosen) return 'Noch kein Katalog mit einer Zuordnung'
  if (none === questions) return 'Noch keine amtliche Zuordnung'
  const parts = [
    none > 0 && `${none} ohne Zuordnung`,
    partly > 0 && `${partly} nur zum Teil`,
    missing > 0 && (missing === 1 ? '1 Ziel fehlt dort' : `${missing} Ziele fehlen dort`),
  ].filter(Boolean)
  return parts.length === 0 ? 'reicht überall' : parts.join(', ')
}

function Lists({ frameworks: { groups, questions }, chosen, place }: Props) {
  const inside = Map.groupBy(questions, ({ topKey }) => topKey)
  const rows = groups
    .filter(({ key }) => inside.has(key))
    .map((group) => ({ group, count: countServed(inside.get(group.key) ?? []) }))
  return (
    <Panel id="listen" title="Liste für Liste">
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
              <a class="lw-link" href={placeHref(place, { liste: group.key })}>
                {group.title}
              </a>
            ),
          },
          { header: 'Beantwortet', numeric: true, cell: ({ count }) => `${count.answered} von ${count.questions}` },
          { header: 'Grundschutz 2023', numeric: true, cell: ({ count }) => count.requirements },
          ...(chosen
            ? [
                {
                  header: chosen.title,
                  numeric: true,
                  cell: ({ count }: { count: ServedCount }) => count.controls,
                },
              ]
            : []),
          { header: 'Wo es nicht reicht', cell: ({ count }) => shortInWords(count, chosen) },
        ]}
      />
    </Panel>
  )
}

const reachNames = { none: 'keine Zuordnung', partly: 'nur zum Teil', fully: 'reicht' } as const

function OneList({ frameworks: { questions, titles }, chosen, place, group }: Props & { group: OutermostGroup }) {
  const rows = questions.filter(({ topKey }) => topKey === group.key)
  const count = countServed(rows)
  return (
    <Panel id="fragen" title={group.title} link={{ href: placeHref(place), label: 'Alle Listen' }}>
      <div class="lw-stack">
        {chosen && count.none === count.questions && <p>Für {group.title} gibt es noch keine amtliche Zuordnung.</p>}
        <Table
          caption="Frage für Frage"
          captionHidden
          stack
          rows={rows}
          columns={[
            {
              header: 'Frage',
              rowHeader: true,
              cell: (question) => (
                <a class="lw-link" href={placeHref(place, { liste: group.key, frage: question.id })}>
                  {question.id} {question.title}
                </a>
              ),
            },
            { header: 'Beantwortet', cell: ({ isAnswered }) => (isAnswered ? 'ja' : 'noch nicht') },
            { header: 'Grundschutz 2023', cell: ({ requirements }) => stepsInWords(requirements) || '–' },
            ...(chosen
              ? [
                  {
                    header: chosen.title,
                    cell: (question: ServingQuestion) => <Ends question={question} titles={titles} />,
                  },
                ]
              : []),
          ]}
        />
      </div>
    </Panel>
  )
}

const mostEnds = 3

/** What one question reaches: the first few by name, and whether that is enough for any. */
function Ends({ question, titles }: { question: ServingQuestion; titles: Frameworks['titles'] }) {
  const { reached } = question
  const reach = reachNames[reachOf(question)]
  if (reached.length === 0) return <>{reach}</>
  const more = reached.length - mostEnds
  return (
    <>
      <ul class="lw-list">
        {reached.slice(0, mostEnds).map(({ controlId }) => (
          <li>
            {titles.get(controlId)} <span class="lw-small lw-muted">{controlId}</span>
          </li>
        ))}
        {more > 0 && <li>{`und ${more} weitere`}</li>}
      </ul>
      <p class="lw-small lw-muted">{reach}</p>
    </>
  )
}

/** What to do with it over there. */
function There({ chosen }: Props) {
  if (!chosen)
    return (
      <p class="lw-measure">
        Noch ist keine Zuordnung eingelesen, die von hier in einen anderen Katalog führt. Das Programmbüro liest sie
        unter „Kataloge“ ein; bis dahin stehen hier die Anforderungen des IT-Grundschutzes 2023.
      </p>
    )
  return (
    <p class="lw-row">
      {chosen.check ? (
        <ButtonLink href={assessmentRoutes.proposals.href({ id: chosen.check.id })}>
          {`Vorschläge für „${chosen.title}“ ansehen`}
        </ButtonLink>
      ) : (
        <>
          <span>Eine Prüfung mit „{chosen.title}“ haben Sie noch nicht.</span>
          <ButtonLink href={withQuery(assessmentRoutes.new.href(), { katalog: chosen.id })} size="x-small">
            Prüfung beginnen
          </ButtonLink>
        </>
      )}
    </p>
  )
}
