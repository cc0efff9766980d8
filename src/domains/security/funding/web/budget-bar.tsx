import { euro } from '#kernel/money.ts'
import { Facts } from '#ui/facts/facts.tsx'
import { Meter, type MeterSegment } from '#ui/meter/meter.tsx'
import { type Balances, moneyInWords, spentStates } from '../accounts/account.ts'
import { bound, figure, stateLooks } from './words.ts'

/** One account, or many together. */
export interface Shown extends Balances {
  released: number
  remaining: number
  /** Of all stages together at most; what is not released yet is hatched quietly. */
  total: number
  /** Where the first stage ends; null where there is only one, or none. */
  mark: number | null
}

/** The largest figures, and the bar with its legend. */
export const BudgetBar = ({ label, shown }: { label: string; shown: Shown }) => (
  <div class="lw-stack">
    <Facts
      items={[
        { label: 'freigegeben', value: figure(shown.released), unit: '€' },
        { label: 'geplant und vergeben', value: figure(bound(shown)), unit: '€' },
        { label: 'noch frei', value: figure(shown.remaining), unit: '€' },
        { label: 'Obergrenze', value: figure(shown.total), unit: '€' },
      ]}
    />
    <Meter
      label={`${label}, von ${euro(shown.total)}`}
      size="tall"
      legend
      total={shown.total}
      limit={shown.mark ?? undefined}
      segments={segmentsOf(shown)}
    />
    {shown.mark !== null && (
      <p class="lw-small lw-muted">Der Strich steht bei {euro(shown.mark)}: Hier endet Stufe 1.</p>
    )}
  </div>
)

/** From what is settled to what is not even released; what is empty takes no room in the legend. */
const segmentsOf = (shown: Shown): MeterSegment[] =>
  [
    ...spentStates.toReversed().map((state): MeterSegment => ({
      label: moneyInWords(state),
      value: shown[state],
      look: stateLooks[state],
    })),
    { label: 'frei', value: shown.remaining, look: 'rest' as const },
    { label: 'nicht freigegeben', value: Math.max(0, shown.total - shown.released), look: 'withheld' as const },
  ]
    .filter(({ value, label }) => value > 0 || label === 'frei')
    .map((segment) => ({ ...segment, figure: euro(segment.value) }))
