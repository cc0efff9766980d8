import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { answered } from '#kernel/scale.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { forbidden, notFound, page } from '#platform/http/answer.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Facts } from '#ui/facts/facts.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Meter } from '#ui/meter/meter.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../../access.ts'
import { stateNames } from '../../assessment.ts'
import { findAssessment } from '../../queries.ts'
import { readNotes } from '../../read-note.ts'
import { assessmentRoutes } from '../../routes.ts'
import { loadResults, type Results } from '../load-results.ts'
import type { Standing } from '../progress.ts'
import { change } from '../report.ts'
import { changeWords, gaps, headline, lead, percentWords, shareName, strengths } from '../report-words.ts'
import { Downloads } from './downloads.tsx'

const title = 'Ergebnisse'

/** What a check has come to: over time, list by list, against the last one; and all its files. */
export const resultPages: PageRoute[] = [
  show(assessmentRoutes.results, async (ctx, { params }) => {
    const assessment = await findAssessment(ctx.db, params['id'] ?? '')
    if (!assessment) return notFound()
    const notes = readNotes(ctx, assessment)
    const allowed = may.seeWhole(assessment)
    if (isRefusal(allowed)) return { ...forbidden(allowed), notes }
    const results = await loadResults(ctx, assessment)
    const names = await namesOf(
      ctx.db,
      results.signatures.map(({ personId }) => personId),
    )
    const mayTake = !isRefusal(may.answerWhole(ctx.actor, assessment))
    return page({
      title: `${title}: ${assessment.catalogTitle}`,
      crumbs: [
        { label: 'Prüfungen', href: assessmentRoutes.list.href() },
        { label: assessment.catalogTitle, href: assessmentRoutes.show.href({ id: assessment.id }) },
        { label: title },
      ],
      notes,
      view: () => <ResultsView results={results} names={names} mayTake={mayTake} />,
    })
  }),
]

interface Props {
  results: Results
  names: Map<string, string>
  /** Whether answers may come back from a table. */
  mayTake: boolean
}

function ResultsView({ results, names, mayTake }: Props) {
  const { judged } = results
  const { assessment } = judged
  return (
    <>
      <PageHead
        title={title}
        lead={`${assessment.organizationName}, ${assessment.catalogTitle}. ${stateLine(results, names)}`}
      />
      <div class="lw-split">
        <div class="lw-stack lw-stack--xl">
          <Panel id="stand" title={headline(judged)}>
            <div class="lw-stack">
              <p class="lw-measure">{lead(judged)}</p>
              <Figures results={results} />
            </div>
          </Panel>
          <div class="lw-split lw-split--half">
            <Sentences
              id="staerken"
              heading="Stärken"
              sentences={strengths(judged)}
              none="Noch ist keine Liste zu drei Vierteln erfüllt und ohne offenes Zwingendes."
            />
            <Sentences
              id="luecken"
              heading="Lücken"
              sentences={gaps(judged)}
              none="Keine Liste liegt unter 60 %, und nichts Zwingendes ist offen."
            />
          </div>
          <Lists results={results} />
          <Course results={results} />
        </div>
        <Downloads assessment={assessment} mayTake={mayTake} />
      </div>
    </>
  )
}

function stateLine({ judged, signatures }: Results, names: Map<string, string>): string {
  if (judged.state === 'open') return 'In Arbeit: Alles auf dieser Seite ist ein Zwischenstand.'
  const who = signatures
    .map(
      ({ personId, signedAt }) =>
        `${names.get(personId) ?? 'jemandem'} am ${germanDay(localDay(signedAt))}, ${germanTime(signedAt)}`,
    )
    .join(' und von ')
  return `${stateNames[judged.state]}, unterschrieben von ${who}.`
}

function Figures({ results: { judged } }: { results: Results }) {
  const { percent, previous, total, scale } = judged
  return (
    <Facts
      items={[
        { label: `der beantworteten Fragen ${shareName(scale)}`, ...percentFact(percent) },
        ...(previous
          ? [
              {
                label: `Punkte gegenüber dem ${germanDay(localDay(previous.at))}`,
                value: changeWords(change(percent, previous.percent)),
              },
            ]
          : []),
        { label: `von ${total.total} Fragen beantwortet`, value: answered(total) },
        { label: 'zwingende noch nicht erfüllt', value: total.mandatoryLeft },
      ]}
    />
  )
}

const percentFact = (value: number | null) =>
  value === null ? { value: '–' } : { value: percentWords(value).replace('\u00a0%', ''), unit: '%' }

/** The waves before, each as it ended, then this one from its beginning on. */
function Course({ results: { waves, course, judged } }: { results: Results }) {
  const rows = [
    ...waves.map(({ assessment, standing }) => ({ name: `${assessment.wave}. Durchgang, Ende`, standing })),
    ...course.map((standing) => ({ name: `${judged.assessment.wave}. Durchgang`, standing })),
  ]
  return (
    <Panel id="verlauf" title="Verlauf">
      <Table
        caption="Das Älteste zuerst; gezählt ist, was an diesem Tag galt"
        stack
        rows={rows}
        columns={[
          { header: 'Am', rowHeader: true, cell: ({ standing }) => germanDay(localDay(standing.at)) },
          ...(waves.length > 0 ? [{ header: 'Prüfung', cell: ({ name }: (typeof rows)[number]) => name }] : []),
          {
            header: 'Beantwortet',
            numeric: true,
            cell: ({ standing }) => `${answered(standing.count)} von ${standing.count.total}`,
          },
          { header: 'Antworten', cell: ({ standing }) => <StandingMeter standing={standing} /> },
          {
            header: judged.scale === 'yesNoNotApplicable' ? 'Mit Ja' : 'Ziel erreicht',
            numeric: true,
            cell: ({ standing }) => percentWords(standing.percent),
          },
        ]}
      />
    </Panel>
  )
}

function StandingMeter({ standing: { count, at } }: { standing: Standing }) {
  const done = count.yes + count.reached
  const short = count.no + (count.rated - count.reached)
  const aside = count.notApplicable + (count.levels - count.rated)
  return (
    <Meter
      label={`Stand am ${germanDay(localDay(at))}`}
      total={count.total}
      segments={[
        { label: 'Erfüllt', value: Math.round(done * 10) / 10, look: 'done' },
        { label: 'Nicht erfüllt', value: Math.round(short * 10) / 10, look: 'gap' },
        { label: 'Nicht relevant', value: aside, look: 'done-3' },
      ]}
    />
  )
}

/** Each list: the last wave, the course of this one, where it stands now. */
function Lists({ results: { judged, course } }: { results: Results }) {
  const { groups, previous, scale } = judged
  const then = course.slice(0, -1).slice(-2)
  return (
    <Panel id="listen" title="Je Liste">
      <Table
        caption={`Anteil ${shareName(scale)}${previous ? `; zuletzt: ${germanDay(localDay(previous.at))}` : ''}`}
        dense
        stack
        rows={groups}
        columns={[
          { header: 'Liste', rowHeader: true, cell: (group) => group.title },
          { header: 'Beantwortet', numeric: true, cell: (group) => `${answered(group)} von ${group.total}` },
          ...(previous
            ? [
                {
                  header: 'Zuletzt',
                  numeric: true,
                  cell: (group: (typeof groups)[number]) => percentWords(group.before ?? null),
                },
              ]
            : []),
          ...then.map((standing) => ({
            header: germanDay(localDay(standing.at)).slice(0, 6),
            numeric: true,
            cell: (group: (typeof groups)[number]) => percentWords(standing.groups.get(group.key) ?? null),
          })),
          { header: 'Jetzt', numeric: true, cell: (group) => <strong>{percentWords(group.percent)}</strong> },
          ...(previous
            ? [
                {
                  header: 'Änderung',
                  numeric: true,
                  cell: (group: (typeof groups)[number]) => changeWords(change(group.percent, group.before)),
                },
              ]
            : []),
          { header: 'Zwingend', numeric: true, cell: (group) => group.mandatoryLeft },
        ]}
      />
    </Panel>
  )
}

const Sentences = ({
  id,
  heading,
  sentences,
  none,
}: {
  id: string
  heading: string
  sentences: string[]
  none: string
}) => (
  <Panel id={id} title={heading}>
    {sentences.length === 0 ? (
      <p>{none}</p>
    ) : (
      <ul class="lw-list">
        {sentences.map((sentence) => (
          <li>{sentence}</li>
        ))}
      </ul>
    )}
  </Panel>
)
