import { Empty } from '#ui/empty/empty.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { Assessment } from '../../assessment.ts'
import { assessmentRoutes } from '../../routes.ts'
import { type MissingTarget, openOut, type ServedPart, type ServingQuestion } from '../frameworks.ts'
import type { Frameworks } from '../load-frameworks.ts'
import { relationNames } from '../relation-words.ts'
import { type Place, placeHref, type TargetChoice } from './place.ts'

interface Props {
  source: Assessment
  chosen: TargetChoice | undefined
  place: Place
  frameworks: Frameworks
  question: ServingQuestion
  requirementTitles: ReadonlyMap<string, string>
}

/** What one answer serves: requirement by requirement, part by part. */
export function ServedQuestion({ source, chosen, place, frameworks, question, requirementTitles }: Props) {
  const opened = openOut(question)
  const path = { id: source.id, controlId: question.id }
  return (
    <Panel
      id="frage"
      title={`${question.id} ${question.title}`}
      link={{ href: placeHref(place, { liste: question.topKey }), label: 'Zur Liste' }}
    >
      <div class="lw-stack">
        <p>
          {question.isAnswered ? 'Diese Frage ist beantwortet.' : 'Diese Frage ist noch nicht beantwortet.'}{' '}
          <a class="lw-link" href={assessmentRoutes.question.href(path)}>
            Zur Frage
          </a>
        </p>
        {opened.length === 0 ? (
          <Empty title="Nirgends zugeordnet">
            Der Katalog nennt zu dieser Frage keine Anforderung, und keine Zuordnung führt von hier weiter.
          </Empty>
        ) : (
          opened.map(({ requirementId, parts }) => (
            <Panel
              id={`anforderung-${requirementId}`}
              level={3}
              quiet
              title={
                requirementId === question.id
                  ? 'Die Frage selbst'
                  : [requirementId, requirementTitles.get(requirementId)].filter(Boolean).join(' ')
              }
            >
              {parts.length === 0 ? (
                <p>
                  {chosen
                    ? `Von dieser Anforderung führt noch keine amtliche Zuordnung zu „${chosen.title}“.`
                    : 'Eine Anforderung des IT-Grundschutzes 2023.'}
                </p>
              ) : (
                <Parts
                  requirementId={requirementId}
                  parts={parts}
                  titles={frameworks.titles}
                  target={chosen?.title ?? ''}
                />
              )}
            </Panel>
          ))
        )}
        {question.missing.length > 0 && <Missing missing={question.missing} target={chosen?.title ?? ''} />}
      </div>
    </Panel>
  )
}

interface PartsProps {
  requirementId: string
  parts: ServedPart[]
  titles: ReadonlyMap<string, string>
  target: string
}

const Parts = ({ requirementId, parts, titles, target }: PartsProps) => (
  <Table
    caption={`Was davon in „${target}“ bedient wird`}
    stack
    rows={parts.flatMap(({ sourceId, controls }) => controls.map((control) => ({ sourceId, ...control })))}
    columns={[
      {
        header: 'Anforderung dort',
        rowHeader: true,
        cell: ({ controlId }) => (
          <>
            {titles.get(controlId)} <span class="lw-small lw-muted">{controlId}</span>
          </>
        ),
      },
      { header: 'Beziehung', cell: ({ relationship }) => relationNames[relationship] },
      // A requirement that is mapped as a whole has no part to name.
      ...(parts.every(({ sourceId }) => sourceId === requirementId)
        ? []
        : [{ header: 'Teilanforderung', cell: ({ sourceId }: { sourceId: string }) => sourceId }]),
    ]}
  />
)

function Missing({ missing, target }: { missing: readonly MissingTarget[]; target: string }) {
  return (
    <Panel id="fehlt" title="Ziele, die es dort nicht mehr gibt" level={3} quiet>
      <ul class="lw-list">
        {missing.map(({ id, livesOnAs }) => (
          <li>
            {id}: {livesOnAs === null ? `in „${target}“ nicht mehr vorhanden` : `heißt dort jetzt ${livesOnAs}`}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
