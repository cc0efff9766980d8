import type { Colleague } from '#foundation/identity/index.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, SelectField, TextField } from '#ui/form/form.tsx'
import { kindInWords, measureKinds, measureStateInWords, measureStates } from '../measure.ts'
import type { SourceKind } from '../source-kind.ts'
import { dueChoices, isFiltered, type ListFilter } from './filter.ts'

interface Props {
  path: string
  filter: ListFilter
  kinds: readonly SourceKind[]
  /** Absent where nobody sees who answers for them. */
  staff?: readonly Colleague[] | undefined
  /** The board has a column for each state. */
  withStates: boolean
}

/** A plain form: what is chosen stands in the address. */
export function FilterForm({ path, filter, kinds, staff, withStates }: Props) {
  return (
    <Form method="get" action={path} layout="bar" label="Maßnahmen filtern">
      <TextField name="suche" type="search" label="Text" value={filter.suche} />
      {withStates && (
        <SelectField
          name="stand"
          label="Stand"
          empty="alle offenen"
          value={filter.stand}
          options={[
            ...measureStates.map((state) => ({ value: state, label: measureStateInWords(state) })),
            { value: 'alle', label: 'alle' },
          ]}
        />
      )}
      <SelectField
        name="faellig"
        label="Fällig"
        empty="egal"
        value={filter.faellig}
        options={dueChoices.map(({ value, label }) => ({ value, label }))}
      />
      {staff && (
        <SelectField
          name="zustaendig"
          label="Zuständig"
          empty="alle"
          value={filter.zustaendig}
          options={[
            ...staff.map(({ id, name }) => ({ value: id, label: name })),
            { value: 'none', label: 'noch niemand' },
          ]}
        />
      )}
      <SelectField
        name="art"
        label="Art"
        empty="alle"
        value={filter.art}
        options={measureKinds.map((kind) => ({ value: kind, label: kindInWords(kind) }))}
      />
      {staff && (
        <SelectField
          name="quelle"
          label="Woher"
          empty="egal"
          value={filter.quelle}
          options={kinds.map(({ type, title }) => ({ value: type, label: title }))}
        />
      )}
      <Button size="x-small">Anzeigen</Button>
      {isFiltered(filter) && (
        <a class="lw-link lw-small" href={path}>
          Filter löschen
        </a>
      )}
    </Form>
  )
}
