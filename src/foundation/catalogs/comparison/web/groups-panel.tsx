import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { enumerated } from '../../oscal/document/wording.ts'
import { comparisonHref } from '../../routes.ts'
import { type ComparedGroup, type Selection, states } from '../entries.ts'
import { addressOf, shortNames, stateNames } from './words.ts'

export interface GroupsPanelProps {
  groups: readonly ComparedGroup[]
  versions: { id: string; beforeId: string }
  selection: Selection
}

const isDifferent = ({ counts }: ComparedGroup): boolean =>
  states.some((state) => state !== 'same' && counts[state] > 0)

/** What became of the controls of each outermost group; its name and each figure lead to the list. */
export function GroupsPanel({ groups, versions, selection }: GroupsPanelProps) {
  const different = groups.filter(isDifferent)
  const same = groups.filter((group) => !isDifferent(group)).map(({ title }) => title)
  if (different.length === 0) return null
  return (
    <Panel id="listen" title="Nach Listen">
      <div class="lw-stack lw-stack--s">
        <Table
          caption="Listen mit Unterschieden, in der Reihenfolge der neuen Fassung"
          rows={different}
          stack
          cards
          columns={[
            {
              header: 'Liste',
              rowHeader: true,
              cell: (group) => <Name {...{ group, versions, selection }} />,
            },
            ...states.map((state) => ({
              header: shortNames[state],
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
          ]}
        />
        {same.length > 0 && (
          <p class="lw-small lw-muted">
            Ganz unverändert {same.length === 1 ? 'ist' : 'sind'}: {enumerated(same, same.length)}.
          </p>
        )}
      </div>
    </Panel>
  )
}

const Name = ({
  group: { key, title, before, controls },
  versions,
  selection,
}: Omit<GroupsPanelProps, 'groups'> & { group: ComparedGroup }) => (
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
)
