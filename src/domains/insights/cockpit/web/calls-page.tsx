import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { type ContactFunction, functionNames, organizationRoutes } from '#foundation/organizations/index.ts'
import { type Programme, programmeRoutes } from '#foundation/programmes/index.ts'
import { type Answer, page, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show } from '#platform/http/page-route.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Table } from '#ui/table/table.tsx'
import { callsADay, listTelephones, type Telephone } from '../calls/queries.ts'
import { listRows } from '../queries.ts'
import { cockpitRoutes } from '../routes.ts'
import type { Row } from '../row.ts'
import { onProgramme } from './on-cockpit.ts'
import { cockpitHref } from './links.ts'
import { shortDay, sinceInWords, stepTitle } from './words.ts'

const title = 'Wer wartet, wen rufe ich heute an'

/** Six to call: those for whom one has waited longest. */
export const callPages: PageRoute[] = [
  show(cockpitRoutes.calls, (ctx, { params }) => onProgramme(ctx, params['id'], (programme) => calls(ctx, programme))),
]

async function calls(ctx: Context, programme: Programme): Promise<Answer> {
  const look = { programme, now: ctx.now }
  const found = await listRows(ctx.db, { waitingFor: 'organization', order: 'waiting' }, look, { limit: callsADay })
  if (isRefusal(found)) return unprocessable(found)
  const telephones = Map.groupBy(await listTelephones(ctx.db, found.items), ({ organizationId }) => organizationId)
  const { id, name } = programme
  return page({
    title,
    crumbs: [
      { label: 'Programme', href: programmeRoutes.list.href() },
      { label: name, href: programmeRoutes.show.href({ id }) },
      { label: 'Cockpit', href: cockpitRoutes.show.href({ id }) },
      { label: 'Anrufen' },
    ],
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Auf diese Kommunen wird am längsten gewartet. Nach dem Gespräch tragen Sie es beim Weg der Kommune ein."
        />
        {found.items.length === 0 ? (
          <Empty title="Heute ist niemand anzurufen" level={2}>
            Zurzeit wartet in diesem Programm nichts auf eine Kommune.
          </Empty>
        ) : (
          <div class="lw-stack">
            <CallTable {...{ programme, rows: found.items, telephones, now: ctx.now }} />
            {found.next && (
              <p>
                <a class="lw-link" href={cockpitHref(id, { waitingFor: 'organization', order: 'waiting' })}>
                  Alle zeigen, auf die gewartet wird
                </a>
              </p>
            )}
          </div>
        )}
      </>
    ),
  })
}

interface CallTableProps {
  programme: Programme
  rows: readonly Row[]
  telephones: ReadonlyMap<string, readonly Telephone[]>
  now: Context['now']
}

function CallTable({ programme, rows, telephones, now }: CallTableProps) {
  const today = localDay(now)
  return (
    <Table
      caption="Am längsten wartende zuerst"
      stack
      rows={rows}
      columns={[
        {
          header: 'Kommune',
          rowHeader: true,
          cell: ({ id, name }) => (
            <a class="lw-link lw-strong" href={programmeRoutes.road.href({ id })}>
              {name}
            </a>
          ),
        },
        { header: 'Worum es geht', cell: (row) => `${stepTitle(programme, row.currentStep)}: ${row.missing}` },
        { header: 'Seit', numeric: true, cell: (row) => sinceInWords(row, today) },
        {
          header: 'Telefon',
          cell: ({ organizationId }) => <Numbers id={organizationId} of={telephones.get(organizationId) ?? []} />,
        },
        { header: 'Letzter Kontakt', numeric: true, cell: ({ lastContactOn }) => shortDay(lastContactOn, today) },
      ]}
    />
  )
}

const Numbers = ({ id, of }: { id: string; of: readonly Telephone[] }) =>
  of.length === 0 ? (
    <>
      keine Nummer eingetragen
      <a class="lw-link lw-table__sub" href={organizationRoutes.show.href({ id })}>
        Kontakte ansehen
      </a>
    </>
  ) : (
    <>
      {of.map(({ function: what, name, phone }) => (
        <div>
          <a class="lw-link lw-nowrap" href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}>
            {phone}
          </a>
          <span class="lw-table__sub">
            {functionNames[what as ContactFunction]}
            {name && `, ${name}`}
          </span>
        </div>
      ))}
    </>
  )
