import { kindNames, type Kind, organizationRoutes } from '#foundation/organizations/index.ts'
import { Table } from '#ui/table/table.tsx'
import type { Outsider } from '../row.ts'

/** Who could take part and does not. */
export const OutsidersTable = ({ rows, count }: { rows: readonly Outsider[]; count: number }) => (
  <Table
    caption={`${count} ${count === 1 ? 'Kommune nimmt' : 'Kommunen nehmen'} nicht teil, nach Namen.`}
    dense
    stack
    rows={rows}
    columns={[
      {
        header: 'Kommune',
        rowHeader: true,
        cell: ({ organizationId, name }) => (
          <a class="lw-link lw-strong" href={organizationRoutes.show.href({ id: organizationId })}>
            {name}
          </a>
        ),
      },
      { header: 'Art', cell: ({ kind }) => kindNames[kind as Kind] },
      { header: 'Landkreis', cell: ({ county }) => county ?? '–' },
      {
        header: 'Einwohner',
        numeric: true,
        cell: ({ population }) => (population === null ? '–' : population.toLocaleString('de-DE')),
      },
    ]}
  />
)
