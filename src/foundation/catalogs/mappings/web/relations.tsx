import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, HiddenField, SelectField, TextField } from '#ui/form/form.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { wholeNumber } from '../../oscal/document/wording.ts'
import type { Candidate } from '../../oscal/profile/suggest-sources.ts'
import { mappingHref, mappingRoutes, type MappingSelection } from '../../routes.ts'
import type { ShownMap } from '../browse-maps.ts'
import type { MappingCollection } from '../find-collections.ts'
import { strongestFirst } from '../mapping.ts'
import { targetStates } from '../resolve-targets.ts'
import { ControlLink } from './targets.tsx'
import { relationshipNames, stateNames } from './words.ts'

interface RelationsProps {
  collection: MappingCollection
  catalog: Candidate | undefined
  items: readonly ShownMap[]
  next: string | null
  /** All that the filters let through. */
  found: number
  query: MappingSelection
}

/** The relations one by one, filtered without a script. */
export function Relations({ collection, catalog, items, next, found, query }: RelationsProps) {
  const { suche, beziehung, stand } = query
  const selection = { katalog: catalog?.id, suche, beziehung, stand }
  return (
    <Panel
      id="beziehungen"
      title="Einzelne Beziehungen"
      note={
        found === collection.mapCount
          ? wholeNumber(found)
          : `${wholeNumber(found)} von ${wholeNumber(collection.mapCount)}`
      }
    >
      <div class="lw-stack">
        <Filters {...{ collection, catalog, query }} />
        {items.length === 0 ? (
          <Empty
            title="Keine Beziehung passt zu diesen Filtern"
            actions={
              <ButtonLink href={`${mappingHref(collection.id, { katalog: catalog?.id })}#beziehungen`} size="x-small">
                Alle Filter löschen
              </ButtonLink>
            }
          >
            Gesucht wird in den Nummern beider Seiten, im Titel des Ziels und in Bemerkungen; alle Wörter müssen
            vorkommen.
          </Empty>
        ) : (
          <RelationTable catalog={catalog} items={items} />
        )}
        {next && (
          <Pager
            label="Beziehungen"
            next={{ href: `${mappingHref(collection.id, { ...selection, ab: next })}#beziehungen` }}
          />
        )}
      </div>
    </Panel>
  )
}

const Filters = ({ collection, catalog, query }: Pick<RelationsProps, 'collection' | 'catalog' | 'query'>) => (
  <Form
    method="get"
    action={`${mappingRoutes.show.href({ id: collection.id })}#beziehungen`}
    layout="bar"
    label="Beziehungen filtern"
  >
    {catalog && <HiddenField name="katalog" value={catalog.id} />}
    <TextField name="suche" type="search" label="Text oder Nummer" value={query.suche} maxlength={200} />
    <SelectField
      name="beziehung"
      label="Beziehung"
      empty="alle"
      value={query.beziehung}
      options={strongestFirst.map((one) => ({ value: one, label: relationshipNames[one] }))}
    />
    {catalog && (
      <SelectField
        name="stand"
        label="Ziel im Katalog"
        empty="alle"
        value={query.stand}
        options={targetStates.map((one) => ({ value: one, label: stateNames[one] }))}
      />
    )}
    <Button>Filtern</Button>
  </Form>
)

const RelationTable = ({ catalog, items }: { catalog: Candidate | undefined; items: readonly ShownMap[] }) => (
  <Table
    caption="In der Reihenfolge der Datei"
    stack
    rows={items}
    columns={[
      { header: 'Quelle', rowHeader: true, cell: ({ source }) => source.id },
      {
        header: 'Beziehung',
        cell: ({ relationship, isDefault }) => (
          <>
            {relationshipNames[relationship]}
            {isDefault && <span class="lw-small lw-muted"> nur vorbelegt</span>}
          </>
        ),
      },
      { header: 'Ziel', cell: ({ target }) => target.id },
      ...(catalog
        ? [
            {
              header: 'Im Katalog',
              cell: ({ resolved }: ShownMap) => resolved && <State catalog={catalog} resolved={resolved} />,
            },
          ]
        : []),
    ]}
  />
)

const State = ({ catalog, resolved }: { catalog: Candidate; resolved: NonNullable<ShownMap['resolved']> }) => (
  <>
    {resolved.state !== 'same' && (
      <>
        {stateNames[resolved.state]}
        {resolved.control && <br />}
      </>
    )}
    <ControlLink catalog={catalog} control={resolved.control} />
  </>
)
