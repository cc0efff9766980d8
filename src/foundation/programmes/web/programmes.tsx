import type { Temporal } from 'temporal-polyfill'
import { euro } from '#kernel/money.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, page, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { withQuery } from '#platform/http/route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Road } from '#ui/road/road.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import type { EnrollmentWithSteps } from '../enrollment.ts'
import { countEnrollments, listEnrollments } from '../enrollments/queries.ts'
import { programmeStateInWords } from '../facts/fact-names.ts'
import type { Programme } from '../programme.ts'
import { listProgrammes } from '../queries.ts'
import { programmeRoutes } from '../routes.ts'
import { daysUntil, germanDate, leftInWords, roadLabel } from './words.ts'

const title = 'Programme'
const pageSize = 50

/** What the cooperative runs for municipalities, and where one's own stands in it. */
export const programmePages: PageRoute[] = [show(programmeRoutes.list, (ctx, { query }) => listPage(ctx, query['ab']))]

interface Own {
  /** Acts for an organization that can take part in something. */
  kind: string
  roads: Map<string, EnrollmentWithSteps>
}

async function listPage(ctx: Context, cursor: string | undefined): Promise<Answer> {
  const found = await listProgrammes(ctx.db, { limit: pageSize, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const counts = found.items.some(({ isSeen }) => isSeen) ? await countEnrollments(ctx.db) : undefined
  const own = await ownOf(ctx)
  return page({
    title,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Was der Verbund gemeinsam mit den Kommunen macht: worum es geht, bis wann, und wo Sie stehen."
          actions={
            !isRefusal(may.add(ctx.actor)) && (
              <ButtonLink href={programmeRoutes.new.href()} size="x-small" icon="add">
                Programm anlegen
              </ButtonLink>
            )
          }
        />
        <div class="lw-stack">
          {found.items.length === 0 ? (
            <Empty title="Noch kein Programm" level={2}>
              Programme legt die Programmleitung des Verbunds an. Sobald eines da ist, steht es hier.
            </Empty>
          ) : (
            <ProgrammeTable items={found.items} counts={counts} own={own} now={ctx.now} />
          )}
          {found.next && <Pager next={{ href: withQuery(programmeRoutes.list.href(), { ab: found.next }) }} />}
        </div>
      </>
    ),
  })
}

async function ownOf({ db, actor }: Context): Promise<Own | undefined> {
  const place = actor.actingFor
  if (!place || place.kind === 'cooperative' || place.kind === 'contractor') return undefined
  const found = await listEnrollments(db, { organizationId: place.id, limit: 200 })
  const roads = isRefusal(found) ? [] : found.items
  return { kind: place.kind, roads: new Map(roads.map((road) => [road.programmeId, road])) }
}

interface TableProps {
  items: Programme[]
  counts: Map<string, number> | undefined
  own: Own | undefined
  now: Temporal.Instant
}

const ProgrammeTable = ({ items, counts, own, now }: TableProps) => (
  <Table
    caption="Nach Namen geordnet"
    captionHidden
    stack
    rows={items}
    columns={[
      { header: 'Programm', rowHeader: true, cell: (programme) => <Name programme={programme} /> },
      { header: 'Frist', cell: ({ deadline }) => <Deadline deadline={deadline} now={now} /> },
      { header: 'Mittel je Kommune', cell: (programme) => <Money programme={programme} /> },
      ...(counts
        ? [
            {
              header: 'Teilnahmen',
              numeric: true,
              cell: (programme: Programme) => <Taking {...{ programme, counts }} />,
            },
          ]
        : []),
      ...(own ? [{ header: 'Ihr Stand', cell: (programme: Programme) => <OwnState {...{ programme, own }} /> }] : []),
    ]}
  />
)

const Name = ({ programme: { id, name, summary, state } }: { programme: Programme }) => (
  <>
    <a class="lw-link" href={programmeRoutes.show.href({ id })}>
      {name}
    </a>
    {state !== 'running' && <> ({programmeStateInWords(state)})</>}
    {summary !== '' && <div class="lw-table__sub">{summary}</div>}
  </>
)

const Deadline = ({ deadline, now }: { deadline: string | null; now: Temporal.Instant }) =>
  deadline === null ? (
    <>ohne Frist</>
  ) : (
    <>
      <span class="lw-nowrap">{germanDate(deadline)}</span>
      <div class="lw-table__sub lw-nowrap">{leftInWords(daysUntil(deadline, now))}</div>
    </>
  )

const Money = ({ programme: { stages, totalCents } }: { programme: Programme }) => {
  if (stages.length === 0) return <>–</>
  return (
    <>
      {totalCents !== null && <div>zusammen bis {euro(totalCents)}</div>}
      {stages.map(({ number, amountCents, releasedOn }) => (
        <div class="lw-table__sub">
          Stufe {number}: {euro(amountCents)}
          {releasedOn === null && ', noch nicht freigegeben'}
        </div>
      ))}
    </>
  )
}

const Taking = ({ programme, counts }: { programme: Programme; counts: Map<string, number> }) => (
  <>
    {programme.isSeen ? (counts.get(programme.id) ?? 0) : '–'}
    {programme.isSeen && programme.expected !== null && ` von ${programme.expected}`}
  </>
)

/** Where the own organization stands, or the way in. */
export function OwnState({ programme, own: { kind, roads } }: { programme: Programme; own: Own }) {
  const road = roads.get(programme.id)
  if (road)
    return (
      <>
        <a class="lw-link" href={programmeRoutes.road.href({ id: road.id })}>
          {road.state === 'withdrawn' ? 'Teilnahme beendet' : roadLabel(road)}
        </a>
        {road.state === 'active' && <Road road={road.road} label={roadLabel(road)} />}
      </>
    )
  if (!programme.openTo.includes(kind)) return <>nicht für Organisationen Ihrer Art</>
  if (programme.state !== 'running' || !programme.takesInterest) return <>zurzeit keine Anmeldung</>
  return (
    <a class="lw-link" href={programmeRoutes.takePart.href({ key: programme.key })}>
      Teilnehmen<span class="kern-sr-only"> an {programme.name}</span>
    </a>
  )
}
