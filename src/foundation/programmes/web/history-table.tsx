import { germanDay, germanTime, localDay } from '#kernel/local-day.ts'
import { Table } from '#ui/table/table.tsx'
import type { RoadEntry } from '../enrollments/queries.ts'
import { stateInWords, type StepState, stepStates } from '../road.ts'
import { germanDate } from './words.ts'

/** What happened on a road: every change with who, when and how it came about. */
export const HistoryTable = ({ items, caption }: { items: readonly RoadEntry[]; caption: string }) => (
  <Table
    caption={caption}
    dense
    stack
    rows={items}
    columns={[
      { header: 'Was', rowHeader: true, cell: (entry) => <What entry={entry} /> },
      { header: 'Wer', cell: whoInWords },
      {
        header: 'Wann',
        cell: ({ at }) => (
          <span class="lw-nowrap">
            {germanDay(localDay(at))}, {germanTime(at)}
          </span>
        ),
      },
    ]}
  />
)

const What = ({ entry }: { entry: RoadEntry }) => (
  <>
    {inWords(entry)}
    {entry.onDay !== null && <>, am {germanDate(entry.onDay)}</>}
    {entry.note !== '' && <div class="lw-table__sub">{entry.note}</div>}
  </>
)

const origins: Record<RoadEntry['origin'], string> = {
  person: '',
  deed: 'durch Unterschrift oder Entscheidung',
  import: 'aus einer Liste eingelesen',
}

/** Names are as visible as people are. */
const whoInWords = ({ who, origin }: RoadEntry): string =>
  [who, origins[origin]].filter(Boolean).join(', ') || 'eine andere Stelle'

const whole: Record<string, string> = {
  began: 'Teilnahme begonnen',
  withdrawn: 'Teilnahme beendet',
  reentered: 'Wieder eingetreten',
}

const isState = (text: string): text is StepState => stepStates.some((state) => state === text)

function inWords({ what, before, step, stepTitle }: RoadEntry): string {
  const name = stepTitle ?? step
  if (name === null) return whole[what] ?? what
  if (what === 'detail') return `${name}: Angaben geändert`
  if (!isState(what)) return `${name}: ${what}`
  const was = before !== null && isState(before) && before !== what ? `${stateInWords(before)} → ` : ''
  return `${name}: ${was}${stateInWords(what)}`
}
