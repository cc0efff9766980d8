import { Button } from '#ui/button/button.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { Form, SelectField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { wholeNumber } from '../../oscal/document/wording.ts'
import type { Candidate } from '../../oscal/profile/suggest-sources.ts'
import { catalogRoutes, mappingRoutes } from '../../routes.ts'
import { shortVersion } from '../../versions.ts'
import type { ComparedTarget, ComparedTargets } from '../browse-maps.ts'
import type { MappingCollection } from '../find-collections.ts'
import type { KnownControl } from '../resolve-targets.ts'

/** More would be the wrong catalog: then the first ones show it. */
const mostRows = 200

interface TargetsProps {
  collection: MappingCollection
  catalogs: readonly Candidate[]
  catalog: Candidate | undefined
  targets: ComparedTargets | null
}

/** What became of the targets in a catalog that is here. */
export const Targets = ({ collection, catalogs, catalog, targets }: TargetsProps) => (
  <Panel id="ziele" title="Was davon in einem Katalog gilt">
    <div class="lw-stack">
      {catalogs.length === 0 ? (
        <p>Noch ist kein Katalog eingelesen, in dem sich die Ziele suchen ließen.</p>
      ) : (
        <Form
          method="get"
          action={`${mappingRoutes.show.href({ id: collection.id })}#ziele`}
          layout="bar"
          label="Katalog wählen"
        >
          <SelectField
            name="katalog"
            label="Ziele suchen in"
            empty="Bitte wählen"
            value={catalog?.id}
            options={catalogs.map(({ id, title, version }) => ({
              value: id,
              label: `${title} (Fassung ${shortVersion(version)})`,
            }))}
          />
          <Button>Ziele suchen</Button>
        </Form>
      )}
      {catalog && targets && <Comparison catalog={catalog} targets={targets} />}
    </div>
  </Panel>
)

function Comparison({ catalog, targets }: { catalog: Candidate; targets: ComparedTargets }) {
  const { named, existing, missing, states, items } = targets
  const absent = items.filter(({ atNumber }) => atNumber === null)
  const reused = items.filter(({ state }) => state === 'otherRequirement')
  return (
    <>
      <Facts
        small
        items={[
          { label: 'Ziele nennt die Zuordnung', value: wholeNumber(named) },
          { label: 'Nummern davon hat der Katalog', value: wholeNumber(existing) },
          { label: 'Nummern fehlen', value: wholeNumber(missing) },
          {
            label: 'Nummern gehören inzwischen einer anderen Anforderung',
            value: wholeNumber(states.otherRequirement),
          },
        ]}
      />
      {states.unverified > 0 && (
        <p>
          Bei {wholeNumber(states.unverified)} Zielen gibt es die Nummer, der Katalog hat aber keine dauerhaften
          Kennungen. Ob dieselbe Anforderung gemeint ist, lässt sich nicht feststellen; vorgeschlagen wird dort nichts.
        </p>
      )}
      {items.length === 0 && <p>Alle Ziele stehen unverändert unter ihrer Nummer in diesem Katalog.</p>}
      {absent.length > 0 && (
        <TargetTable catalog={catalog} rows={absent} caption={`Nummern, die fehlen: ${wholeNumber(absent.length)}`} />
      )}
      {reused.length > 0 && (
        <TargetTable
          catalog={catalog}
          rows={reused}
          isReused
          caption={`Nummern, die heute einer anderen Anforderung gehören: ${wholeNumber(reused.length)}`}
        />
      )}
      {Math.max(absent.length, reused.length) > mostRows && (
        <p>Gezeigt sind jeweils die ersten {mostRows}. Passt der gewählte Katalog zu dieser Zuordnung?</p>
      )}
    </>
  )
}

interface TargetTableProps {
  catalog: Candidate
  rows: readonly ComparedTarget[]
  caption: string
  isReused?: boolean
}

const TargetTable = ({ catalog, rows, caption, isReused = false }: TargetTableProps) => (
  <Table
    caption={caption}
    stack
    rows={rows.slice(0, mostRows)}
    columns={[
      { header: 'Nummer in der Zuordnung', rowHeader: true, cell: ({ target }) => target.id },
      ...(isReused
        ? [
            {
              header: 'Gehört heute',
              cell: ({ atNumber }: ComparedTarget) => <ControlLink catalog={catalog} control={atNumber} />,
            },
          ]
        : []),
      {
        header: 'Die gemeinte Anforderung',
        cell: ({ control }) =>
          control ? (
            <>
              lebt weiter als <ControlLink catalog={catalog} control={control} />
            </>
          ) : (
            'gibt es nicht mehr'
          ),
      },
      { header: 'Beziehungen', numeric: true, cell: ({ maps }) => wholeNumber(maps) },
    ]}
  />
)

export const ControlLink = ({ catalog, control }: { catalog: Candidate; control: KnownControl | null }) =>
  control && (
    <a class="lw-link" href={catalogRoutes.control.href({ id: catalog.id, controlId: control.id })}>
      {control.id} {control.title}
    </a>
  )
