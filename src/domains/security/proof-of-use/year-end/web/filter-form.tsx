import { Button } from '#ui/button/button.tsx'
import { Form, SelectField, TextField } from '#ui/form/form.tsx'
import { proofRoutes } from '../../routes.ts'
import { type Filter, isFiltered } from '../filter.ts'
import { actors, fitInWords, fits, type Item, lackInWords, lacks } from '../lack.ts'
import { partyNames, yearEndHref } from './words.ts'

interface FilterFormProps {
  programmeId: string
  filter: Filter
  /** All of them, so that each choice says how many it has. */
  items: readonly Item[]
}

/** A plain form: what is chosen stands in the address. */
export function FilterForm({ programmeId, filter, items }: FilterFormProps) {
  const option = (value: string, label: string, test: (item: Item) => boolean) => ({
    value,
    label: `${label} (${items.filter(test).length})`,
    count: items.filter(test).length,
  })
  const counties = [...new Set(items.flatMap(({ county }) => county ?? []))].toSorted((one, other) =>
    one.localeCompare(other, 'de'),
  )
  return (
    <Form method="get" action={proofRoutes.yearEnd.href({ id: programmeId })} layout="bar" label="Vorgänge filtern">
      <TextField name="suche" type="search" label="Kommune" value={filter.search} />
      <SelectField
        name="fehlt"
        label="Was fehlt"
        empty="alles"
        value={filter.lack}
        options={lacks.map((lack) => option(lack, lackInWords(lack), (item) => item.lack === lack))}
      />
      <SelectField
        name="wer"
        label="Wer muss handeln"
        empty="alle"
        value={filter.acts}
        options={actors.map((acts) => option(acts, partyNames[acts], (item) => item.acts === acts))}
      />
      <SelectField
        name="zeit"
        label="Reicht es?"
        empty="alle"
        value={filter.fit}
        options={fits
          .map((fit) => option(fit, fitInWords(fit) || 'ohne Frist', (item) => item.fit === fit))
          .filter(({ value, count }) => count > 0 || value === filter.fit)}
      />
      <SelectField
        name="kreis"
        label="Landkreis"
        empty="alle"
        value={filter.county}
        options={counties.map((county) => option(county, county, (item) => item.county === county))}
      />
      <Button size="x-small">Anzeigen</Button>
      {isFiltered(filter) && (
        <a class="lw-link lw-small" href={yearEndHref(programmeId, {})}>
          Filter löschen
        </a>
      )}
    </Form>
  )
}
