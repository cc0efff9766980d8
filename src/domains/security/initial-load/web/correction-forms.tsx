import type { Programme } from '#foundation/programmes/index.ts'
import { Form, HiddenField, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import type { UnknownColumn } from '../compare/differences.ts'
import { loadRoutes } from '../routes.ts'
import { fieldsOf } from '../workbook/schemas.ts'
import { type Fault, leftOut } from '../workbook/table.ts'

/** So many wrong cells can be corrected on the page at once; the next ones follow when these are right. */
const atOnce = 20
/** So many more are listed; all of them stand in the file. */
const listed = 100

interface MappingProps {
  programme: Programme
  loadId: string
  columns: readonly UnknownColumn[]
}

/** What the columns mean that nobody recognised. */
export const MappingForm = ({ programme, loadId, columns }: MappingProps) => (
  <Panel
    id="zuordnung"
    title={columns.length === 1 ? 'Eine Spalte ist nicht erkannt' : `${columns.length} Spalten sind nicht erkannt`}
  >
    <div class="lw-stack lw-measure">
      <p>Sagen Sie, was darin steht. Das gilt auch beim nächsten Mal. Ohne Angabe wird die Spalte nicht gelesen.</p>
      <Form action={loadRoutes.map.href({ id: programme.id, load: loadId })}>
        {columns.map(({ kind, sheet, column, header, samples }) => (
          <SelectField
            name={`spalte:${kind}:${column}`}
            label={`${header} (${sheet}, Spalte ${column})`}
            hint={`Darin steht zum Beispiel: ${samples.join(' · ')}`}
            empty="nicht zugeordnet"
            options={[
              { value: leftOut, label: 'nicht übernehmen' },
              ...fieldsOf(programme, kind).map(({ key, title }) => ({ value: key, label: title })),
            ]}
          />
        ))}
        <Submit variant="secondary">Zuordnung speichern</Submit>
      </Form>
    </div>
  </Panel>
)

interface FaultProps {
  programmeId: string
  loadId: string
  faults: readonly Fault[]
  isOpen: boolean
}

/** What is wrong, with the cell to write it right. Rows with a fault are left out, the others are loaded. */
export const FaultForm = ({ programmeId, loadId, faults, isOpen }: FaultProps) => {
  const first = isOpen ? onePerCell(faults).slice(0, atOnce) : []
  const rest = faults.filter((fault) => !first.some((one) => isSameCell(one, fault)))
  return (
    <Panel
      id="falsch"
      title={faults.length === 1 ? 'Eine Angabe ist falsch' : `${faults.length} Angaben sind falsch`}
      note={isOpen ? 'Diese Zeilen werden ausgelassen' : 'Diese Zeilen wurden ausgelassen'}
    >
      <div class="lw-stack lw-stack--l">
        {first.length > 0 && (
          <div class="lw-measure">
            <Form action={loadRoutes.correct.href({ id: programmeId, load: loadId })}>
              {first.map((fault) => (
                <Cell fault={fault} faults={faults} />
              ))}
              <Submit variant="secondary">Berichtigte Zellen prüfen</Submit>
            </Form>
          </div>
        )}
        {rest.length > 0 && <FaultTable faults={rest.slice(0, listed)} />}
        {rest.length > listed && <p>{rest.length - listed} weitere stehen in der Datei der falschen Zeilen.</p>}
      </div>
    </Panel>
  )
}

const isSameCell = (one: Fault, other: Fault): boolean =>
  one.sheet === other.sheet && one.row === other.row && one.column === other.column

const onePerCell = (faults: readonly Fault[]): Fault[] =>
  faults.filter((fault, at) => faults.findIndex((other) => isSameCell(fault, other)) === at)

function Cell({ fault, faults }: { fault: Fault; faults: readonly Fault[] }) {
  const { sheet, row, column, value } = fault
  const words = {
    name: `zelle:${row}:${column}:${sheet}`,
    id: `zelle-${row}-${column}-${sheet.replaceAll(/[^a-zA-Z0-9]/g, '')}`,
    label: `${sheet}, Zelle ${column}${row}`,
    error: faults
      .filter((other) => isSameCell(fault, other))
      .map(({ message }) => message)
      .join(' '),
  }
  return (
    <>
      <HiddenField name={`war:${row}:${column}:${sheet}`} value={value} />
      {value.includes('\n') ? <TextArea {...words} value={value} rows={3} /> : <TextField {...words} value={value} />}
    </>
  )
}

const FaultTable = ({ faults }: { faults: readonly Fault[] }) => (
  <Table
    caption="Nach Blatt und Zeile"
    captionHidden
    dense
    stack
    rows={faults}
    columns={[
      { header: 'Zelle', rowHeader: true, cell: ({ sheet, row, column }) => `${sheet}, ${column}${row}` },
      { header: 'Steht dort', cell: ({ value }) => value || '–' },
      { header: 'Was falsch ist', cell: ({ message }) => message },
    ]}
  />
)
