import { germanMoney } from '#kernel/money.ts'
import { Table } from '#ui/table/table.tsx'
import { Why } from '#ui/why/why.tsx'
import { stateInWords, states } from '../../books/books.ts'
import { type Figures, openOf, type Sums, unusedOf } from '../../books/figures.ts'

interface Row {
  name: string
  sums: Sums
  isSum?: boolean
}

/** One cut through the figures: released, bound, settled, not used; the sum below. */
const Cut = ({ caption, header, rows, total }: { caption: string; header: string; rows: Row[]; total: Sums }) => (
  <Table
    caption={caption}
    stack
    rows={[...rows, { name: 'Summe', sums: total, isSum: true }]}
    columns={[
      { header, rowHeader: true, cell: ({ name, isSum }) => (isSum ? <strong>{name}</strong> : name) },
      { header: 'Freigegeben', numeric: true, cell: ({ sums }) => germanMoney(sums.released) },
      { header: 'Gebunden', numeric: true, cell: ({ sums }) => germanMoney(openOf(sums)) },
      { header: 'Abgerechnet', numeric: true, cell: ({ sums }) => germanMoney(sums.settled) },
      { header: 'Nicht abgerechnet', numeric: true, cell: ({ sums }) => germanMoney(unusedOf(sums)) },
    ]}
  />
)

const counted = (name: string, municipalities: number): string => `${name} (${municipalities})`

/** The figures of a proof in every cut; those with many rows are folded away. */
export function FigureTables({ figures }: { figures: Figures }) {
  const { total, byStage, byKind, byCounty, byMonth, byPlace } = figures
  return (
    <div class="lw-stack lw-stack--l">
      <States total={total} />
      <Cut
        caption="Nach Stufen"
        header="Stufe"
        total={total}
        rows={byStage.map(({ title, sums }) => ({ name: title, sums }))}
      />
      <Why summary="Nach Art der Kommune, Landkreis und Monat">
        <div class="lw-stack lw-stack--l">
          <Cut
            caption="Nach Art der Kommune (Anzahl)"
            header="Art"
            total={total}
            rows={byKind.map(({ name, municipalities, sums }) => ({ name: counted(name, municipalities), sums }))}
          />
          <Cut
            caption="Nach Landkreisen (Anzahl der Kommunen)"
            header="Landkreis"
            total={total}
            rows={byCounty.map(({ name, municipalities, sums }) => ({ name: counted(name, municipalities), sums }))}
          />
          <Table
            caption="Nach Monaten"
            stack
            rows={byMonth}
            columns={[
              {
                header: 'Monat',
                rowHeader: true,
                cell: ({ month }) => month.split('-').toReversed().join('/'),
              },
              { header: 'Freigegeben', numeric: true, cell: ({ released }) => germanMoney(released) },
              { header: 'Abgerechnet', numeric: true, cell: ({ settled }) => germanMoney(settled) },
            ]}
          />
        </div>
      </Why>
      <Why summary={byPlace.length === 1 ? 'Die Kommune' : `Alle ${byPlace.length} Kommunen`}>
        <Cut caption="Nach Kommunen" header="Kommune" total={total} rows={[...byPlace]} />
      </Why>
    </div>
  )
}

/** Where what was released stands: the same words as on the accounts. */
export const States = ({ total }: { total: Sums }) => (
  <Table
    caption="Wo die Mittel stehen"
    rows={[
      ...states.map((state) => ({ name: stateInWords(state), cents: total[state], isSum: false })),
      { name: 'freigegeben', cents: total.released, isSum: true },
    ]}
    columns={[
      { header: 'Stand', rowHeader: true, cell: ({ name, isSum }) => (isSum ? <strong>{name}</strong> : name) },
      { header: 'Betrag', numeric: true, cell: ({ cents }) => germanMoney(cents) },
    ]}
  />
)
