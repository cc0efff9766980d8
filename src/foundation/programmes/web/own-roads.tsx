import type { Temporal } from 'temporal-polyfill'
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
import { Tag } from '#ui/tag/tag.tsx'
import { type EnrollmentWithSteps, pressureInWords, pressureOf } from '../enrollment.ts'
import { listEnrollments } from '../enrollments/queries.ts'
import { partyInWords } from '../programme.ts'
import { programmeRoutes } from '../routes.ts'
import { daysUntil, germanDate, pressureTags, roadLabel, sinceInWords } from './words.ts'

const pageSize = 50

/** Roads of the organization acted for; of those who accompany others, the roads they may see. */
export const ownRoadPages: PageRoute[] = [show(programmeRoutes.own, (ctx, { query }) => listPage(ctx, query['ab']))]

async function listPage(ctx: Context, cursor: string | undefined): Promise<Answer> {
  const place = ctx.actor.actingFor
  const isOwn = place !== null && place.kind !== 'cooperative' && place.kind !== 'contractor'
  const found = await listEnrollments(ctx.db, {
    organizationId: isOwn ? place.id : undefined,
    limit: pageSize,
    cursor,
  })
  if (isRefusal(found)) return unprocessable(found)
  return page({
    title: 'Teilnahmen',
    view: () => (
      <>
        <PageHead
          title="Teilnahmen"
          lead={
            isOwn
              ? `Woran ${place.name} teilnimmt, und was als Nächstes zu tun ist.`
              : 'Kommunen, deren Weg in einem Programm Sie begleiten, und worauf dort gewartet wird.'
          }
        />
        <div class="lw-stack">
          {found.items.length === 0 ? (
            <Empty
              title="Noch keine Teilnahme"
              level={2}
              actions={
                <ButtonLink href={programmeRoutes.list.href()} size="x-small">
                  Programme ansehen
                </ButtonLink>
              }
            >
              {isOwn
                ? 'Was der Verbund anbietet, steht auf der Seite „Programme“. Dort beginnt auch die Teilnahme.'
                : 'Sobald Sie einer Kommune zugewiesen sind oder ein Programm betreuen, stehen ihre Wege hier.'}
            </Empty>
          ) : (
            <RoadList items={found.items} isOwn={isOwn} now={ctx.now} />
          )}
          {found.next && <Pager next={{ href: withQuery(programmeRoutes.own.href(), { ab: found.next }) }} />}
        </div>
      </>
    ),
  })
}

interface ListProps {
  items: readonly EnrollmentWithSteps[]
  isOwn: boolean
  now: Temporal.Instant
}

const RoadList = ({ items, isOwn, now }: ListProps) => (
  <Table
    caption={isOwn ? 'Ein Weg je Programm' : 'Nach Namen der Kommunen geordnet'}
    captionHidden={isOwn}
    stack
    rows={items}
    columns={[
      { header: isOwn ? 'Programm' : 'Kommune', rowHeader: true, cell: (road) => <Name road={road} isOwn={isOwn} /> },
      { header: 'Weg', cell: (road) => <Road road={road.road} label={roadLabel(road)} /> },
      { header: 'Jetzt dran', cell: (road) => <Now road={road} /> },
      { header: 'Gewartet wird auf', cell: (road) => <Waiting road={road} isOwn={isOwn} now={now} /> },
      { header: 'Frist', cell: (road) => <Deadline road={road} now={now} /> },
    ]}
  />
)

const Name = ({
  road: { id, programmeName, organizationName },
  isOwn,
}: {
  road: EnrollmentWithSteps
  isOwn: boolean
}) => (
  <>
    <a class="lw-link" href={programmeRoutes.road.href({ id })}>
      {isOwn ? programmeName : organizationName}
    </a>
    {!isOwn && <div class="lw-table__sub">{programmeName}</div>}
  </>
)

const Now = ({ road }: { road: EnrollmentWithSteps }) => {
  if (road.state === 'withdrawn') return <>Teilnahme beendet</>
  if (road.currentStep === null) return <>{road.steps.length === 0 ? 'noch keine Schritte' : 'alles erledigt'}</>
  return (
    <>
      {road.missing}
      <div class="lw-table__sub">{roadLabel(road)}</div>
    </>
  )
}

function Waiting({ road, isOwn, now }: { road: EnrollmentWithSteps; isOwn: boolean; now: Temporal.Instant }) {
  if (road.state === 'withdrawn' || road.waitingFor === null) return <>–</>
  return (
    <>
      {isOwn && road.waitingFor === 'organization' ? <strong>Sie</strong> : partyInWords(road.waitingFor)}
      {road.waitingSince && <div class="lw-table__sub">{sinceInWords(road.waitingSince, now)}</div>}
    </>
  )
}

function Deadline({ road, now }: { road: EnrollmentWithSteps; now: Temporal.Instant }) {
  if (road.deadline === null) return <>ohne Frist</>
  const pressure = pressureOf(road, daysUntil(road.deadline, now))
  return (
    <>
      {pressure !== 'none' && (
        <div>
          <Tag state={pressureTags[pressure]}>{pressureInWords(pressure)}</Tag>
        </div>
      )}
      <span class="lw-nowrap">{germanDate(road.deadline)}</span>
    </>
  )
}
