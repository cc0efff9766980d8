import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { comparisonHref } from '../../routes.ts'
import { type ComparedGroup, type Selection, states } from '../entries.ts'
import { addressOf, stateNames } from './words.ts'

export interface GroupsPanelProps {
  groups: readonly ComparedGroup[]
  versions: { id: string; beforeId: string }
  selection: Selection
}

/** What became of the controls of each outermost group; its name and each figure lead to the list. */
export const GroupsPanel = ({ groups, versions, selection }: GroupsPanelProps) => (
  <Panel id="listen" title="Nach Listen">
    <Table
      caption="In der Reihenfolge der neuen Fassung, danach was es nur in der bisherigen gibt"
      rows={groups}
      dense
      columns={[
        {
          header: 'Liste',
          rowHeader: true,
          cell: ({ key, title, before, controls }) => (
            <>
              <a
                class="lw-link"
                href={comparisonHref(versions, { stand: addressOf(selection.state), liste: key }, '#anforderungen')}
                aria-current={selection.group === key ? 'true' : undefined}
              >
                {title}
              </a>
              {before !== null && <span class="lw-table__sub">bisher: {before}</span>}
              {controls === 0 && <span class="lw-table__sub">nur in der bisherigen Fassung</span>}
            </>
          ),
        },
        ...states.map((state) => ({
          header: stateNames[state],
          numeric: true,
          cell: ({ key, title, counts }: ComparedGroup) =>
            counts[state] === 0 ? (
              '–'
            ) : (
              <a
                class="lw-link"
                href={comparisonHref(versions, { stand: addressOf(state), liste: key }, '#anforderungen')}
                aria-label={`${title}: ${counts[state]} ${stateNames[state]}`}
              >
                {counts[state]}
              </a>
            ),
        })),
        { header: 'in der neuen Fassung', numeric: true, cell: ({ controls }) => controls },
      ]}
    />
  </Panel>
)
