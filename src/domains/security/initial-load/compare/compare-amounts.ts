import { germanMoney } from '#kernel/money.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { type Account, accounts, type Amounts, sumOf } from '../workbook/amount.ts'
import { readMoney } from '../workbook/read-cell.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import { compareEach } from './compare-each.ts'
import type { Comparison } from './plan.ts'

/** Where the money of each municipality stands, checked to the cent. */
export function compareAmounts(comparison: Comparison, rows: readonly RowReader[]): void {
  const there = new Map(comparison.stand.amounts.map((one) => [`${one.organizationId} ${one.stage}`, one]))
  const inRows = new Map<string, Set<number>>()
  compareEach<Comparison['plan']['amounts'][number]>(comparison, rows, {
    mustTakePart: false,
    read: (row, organizationId) => {
      if (accounts.every(({ key }) => row.text(key) === '')) return undefined
      const stage = readStage(comparison, row)
      const amounts = Object.fromEntries(accounts.map(({ key }) => [key, row.read(key, readMoney) ?? 0])) as Amounts
      if (stage === undefined || row.faults.length > 0) return undefined
      if (!comparison.isOnRoad(organizationId) && sumOf(amounts) > 0)
        row.fault(['name', 'ars'], 'Beträge gehören zu einer Teilnahme; diese Kommune nimmt nicht teil.')
      checkSum(comparison, row, { stage, amounts })
      const stages = inRows.get(organizationId) ?? new Set(stagesOf(comparison, organizationId))
      if ([...stages].some((other) => (other === 0) !== (stage === 0)))
        row.fault(
          'stage',
          'Für diese Kommune stehen Beträge schon je Stufe oder zusammen da; beides zugleich geht nicht.',
        )
      inRows.set(organizationId, stages.add(stage))
      return { key: String(stage), wish: { organizationId, stage, ...amounts, cells: cellsOf(row) } }
    },
    plan: (organizationId, wish) => {
      const before = there.get(`${organizationId} ${wish.stage}`)
      const changed = accounts.filter(({ key }) => (before?.[key] ?? (before ? 0 : null)) !== wish[key])
      if (changed.length === 0 || !comparison.isOnRoad(organizationId)) return
      for (const { key, title } of changed.filter((account) => before || wish[account.key] > 0))
        comparison.change(organizationId, {
          field: wish.stage === 0 ? title : `Stufe ${wish.stage}: ${title}`,
          before: before ? germanMoney(before[key]) : '',
          after: germanMoney(wish[key]),
        })
      comparison.plan.amounts.push(wish)
    },
  })
}

const cellsOf = (row: RowReader) =>
  Object.fromEntries(accounts.map(({ key }) => [key, row.cell(key)])) as Record<Account, string>

const stagesOf = ({ stand }: Comparison, organizationId: string): number[] =>
  stand.amounts.flatMap((one) => (one.organizationId === organizationId ? [one.stage] : []))

const together = new Set(['alle', 'gesamt', 'zusammen', '1 und 2', '1 2'])

/** 0 for all released ones together; undefined, and a fault, for one that the programme does not have. */
function readStage({ programme }: Comparison, row: RowReader): number | undefined {
  const text = row.text('stage')
  if (text === '' || together.has(sortKey(text))) return 0
  const number = Number(/^(?:stufe\s*)?(\d{1,3})$/i.exec(text)?.[1])
  if (programme.stages.some((stage) => stage.number === number)) return number
  row.fault(
    'stage',
    `„${text.slice(0, 40)}“ ist keine Stufe dieses Programms. Möglich ist: ${programme.stages.map((stage) => stage.number).join(', ')}, oder leer für alle zusammen.`,
  )
  return undefined
}

/** Every euro stands somewhere: all accounts together are what was released, not more and not less. */
function checkSum(
  { programme }: Comparison,
  row: RowReader,
  { stage, amounts }: { stage: number; amounts: Amounts },
): void {
  const stages = programme.stages.filter(({ number }) => stage === 0 || number === stage)
  const released = stages.reduce((sum, one) => sum + (one.releasedOn === null ? 0 : one.amountCents), 0)
  const sum = sumOf(amounts)
  const at = ['remaining', ...accounts.map(({ key }) => key)]
  if (programme.totalCents !== null && sum > programme.totalCents)
    row.fault(
      at,
      `Zusammen sind es ${germanMoney(sum)}; mehr als ${germanMoney(programme.totalCents)} hat keine Kommune.`,
    )
  else if (sum !== released)
    row.fault(
      at,
      `Zusammen sind es ${germanMoney(sum)}, freigegeben sind ${germanMoney(released)}: ${germanMoney(Math.abs(sum - released))} zu ${sum < released ? 'wenig' : 'viel'}.`,
    )
}
