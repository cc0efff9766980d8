import { partyInWords, type Programme } from '#foundation/programmes/index.ts'
import { Button } from '#ui/button/button.tsx'
import { Form, HiddenField, SelectField, TextField } from '#ui/form/form.tsx'
import { type Filter, filterQuery, isFiltered, pressures, waitedFor, withoutGuide } from '../filter.ts'
import { cockpitRoutes } from '../routes.ts'
import type { Candidate, Summary } from '../row.ts'
import { cockpitHref } from './links.ts'
import type { NeedLine } from './needs-list.ts'
import { pressureNames } from './words.ts'

interface FilterFormProps {
  programme: Programme
  filter: Filter
  summary: Summary
  needs: readonly NeedLine[]
  candidates: readonly Candidate[]
}

const withCount = (value: string, label: string, count: number) => ({ value, label: `${label} (${count})` })

/** A plain form: what is chosen stands in the address. */
export function FilterForm({ programme, filter, summary, needs, candidates }: FilterFormProps) {
  const { id, phases } = programme
  const order = filterQuery(filter)['ordnung']
  const guides = [
    ...summary.guides.map(({ key, name, count }) => withCount(key, name, count)),
    ...candidates
      .filter((one) => summary.guides.every(({ key }) => key !== one.id))
      .map((one) => withCount(one.id, one.name, 0)),
  ]
  return (
    <Form method="get" action={cockpitRoutes.show.href({ id })} layout="bar" label="Kommunen filtern">
      <TextField name="suche" type="search" label="Kommune" value={filter.search} />
      <SelectField
        name="phase"
        label="Phase"
        value={filter.phase ?? 'open'}
        options={[
          { value: 'open', label: 'Alle offenen' },
          ...phases.map(({ key, title }) => ({ value: key, label: title })),
          { value: 'completed', label: 'Fertig' },
          { value: 'all', label: 'alle' },
          { value: 'none', label: 'Ohne Teilnahme' },
        ]}
      />
      <SelectField
        name="wartet"
        label="Wartet auf"
        empty="alle"
        value={filter.waitingFor}
        options={waitedFor
          .filter((party) => summary.waiting.has(party) || filter.waitingFor === party)
          .map((party) => withCount(party, partyInWords(party), summary.waiting.get(party) ?? 0))}
      />
      <SelectField
        name="kreis"
        label="Landkreis"
        empty="alle"
        value={filter.county}
        options={summary.counties.map(({ key, name, count }) => withCount(key, name, count))}
      />
      <SelectField
        name="betreuung"
        label="Betreuung"
        empty="alle"
        value={filter.guideId}
        options={[...guides, { value: withoutGuide, label: 'noch niemand' }]}
      />
      {programme.deadline !== null && (
        <SelectField
          name="frist"
          label="Frist"
          empty="alle"
          value={filter.pressure}
          options={pressures.map((pressure) => ({ value: pressure, label: pressureNames[pressure] }))}
        />
      )}
      <SelectField
        name="fehlt"
        label="Was fehlt"
        empty="alle"
        value={filter.need}
        options={needs.map(({ key, words }) => ({ value: key, label: words }))}
      />
      <SelectField
        name="stand"
        label="Teilnahme"
        value={filter.state ?? 'active'}
        options={[
          { value: 'active', label: 'läuft' },
          { value: 'withdrawn', label: `beendet (${summary.withdrawn})` },
        ]}
      />
      {order !== undefined && <HiddenField name="ordnung" value={order} />}
      <Button size="x-small">Anzeigen</Button>
      {isFiltered(filter) && (
        <a class="lw-link lw-small" href={cockpitHref(id, { order: filter.order, isReversed: filter.isReversed })}>
          Filter löschen
        </a>
      )}
    </Form>
  )
}
