import { euro } from '#kernel/money.ts'
import { type Account, fundingRoutes, unreleased } from '#domains/security/funding/index.ts'
import { Facts } from '#ui/facts/facts.tsx'
import { Meter, type MeterSegment } from '#ui/meter/meter.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { type MeasurePackage, sumOf } from '../package.ts'

const amount = (cents: number): string => euro(cents).replace(/\s?€$/, '')

const segment = (label: string, value: number, look: MeterSegment['look']): MeterSegment => ({
  label,
  value,
  figure: euro(value),
  look,
})

/** Where the money of the municipality stands, with the package that is not decided yet. */
export function AccountPanel({ account, current }: { account: Account; current: MeasurePackage | undefined }) {
  const isPlanned = current !== undefined && current.state !== 'decided'
  const wanted = isPlanned ? sumOf(current.items) : 0
  const rest = account.remaining - wanted
  const segments = [
    segment('abgerechnet', account.settled, 'done'),
    segment('abgenommen oder in Rechnung', account.accepted + account.invoiced, 'done-2'),
    segment('beauftragt oder erbracht', account.committed + account.delivered, 'done-3'),
    segment('geplant', account.planned, 'planned'),
    segment('dieses Paket', Math.min(wanted, account.remaining), 'withheld'),
    segment('frei', Math.max(0, rest), 'rest'),
    segment('noch nicht freigegeben', unreleased(account), 'rest'),
  ].filter(({ value }) => value > 0)
  return (
    <Panel
      id="konto"
      title={`Budgetkonto: ${account.organizationName}`}
      link={{ href: fundingRoutes.account.href({ id: account.enrollmentId }), label: 'Alle Buchungen' }}
    >
      <div class="lw-stack">
        <Facts
          items={[
            { label: 'frei im Budget', value: amount(account.remaining), unit: '€' },
            ...(isPlanned
              ? [
                  { label: 'dieses Paket', value: amount(wanted), unit: '€' },
                  {
                    label: rest < 0 ? 'so viel fehlt' : 'danach noch frei',
                    value: amount(Math.abs(rest)),
                    unit: '€',
                  },
                ]
              : []),
            ...(account.total === null
              ? []
              : [{ label: 'Obergrenze aller Stufen', value: amount(account.total), unit: '€' }]),
          ]}
        />
        <Meter
          label={`Von ${euro(account.total ?? account.released)}`}
          segments={segments}
          total={account.total ?? account.released}
          size="tall"
          legend
        />
      </div>
    </Panel>
  )
}
