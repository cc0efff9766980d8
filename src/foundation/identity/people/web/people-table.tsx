import { withQuery } from '#platform/http/route.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { EmailAddress } from '#ui/email-address/email-address.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, SelectField, TextField } from '#ui/form/form.tsx'
import { Table } from '#ui/table/table.tsx'
import { allRoles, everyRoleInWords, type Role, roleName, rolesAt } from '../../roles.ts'
import type { Place } from '../access.ts'
import type { Colleague } from '../grant.ts'
import { peopleRoutes } from '../routes.ts'
import { spanInWords } from './days.ts'

/** Of the select: not one organization but all. */
export const everywhere = 'alle'

export interface Filter {
  search: string
  role: Role | undefined
  /** Undefined: in all organizations. */
  place: Place | undefined
}

interface FilterProps {
  filter: Filter
  /** Empty for those who see their own organization only. */
  organizations: { id: string; name: string }[]
}

export const PeopleFilter = ({ filter: { search, role, place }, organizations }: FilterProps) => (
  <Form method="get" action={peopleRoutes.list.href()} layout="bar" label="Personen suchen">
    <TextField
      name="suche"
      type="search"
      label={organizations.length > 0 ? 'Name, E-Mail oder Organisation' : 'Name oder E-Mail'}
      value={search}
    />
    <SelectField
      name="aufgabe"
      label="Aufgabe"
      empty="alle"
      value={role}
      options={(place ? rolesAt(place.kind) : allRoles).map((value) => ({ value, label: roleName(value) }))}
    />
    {organizations.length > 0 && (
      <SelectField
        name="organisation"
        label="Organisation"
        value={place?.id ?? everywhere}
        options={[
          { value: everywhere, label: 'alle Organisationen' },
          ...organizations.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
    )}
    <Button>Suchen</Button>
  </Form>
)

interface TableProps {
  filter: Filter
  items: Colleague[]
  today: string
  /** The organization acted for. */
  own: string | undefined
}

export function PeopleTable({ filter, items, today, own }: TableProps) {
  const { search, role, place } = filter
  if (items.length === 0 && (search !== '' || role))
    return (
      <Empty
        title="Niemand passt zu dieser Suche"
        level={2}
        actions={
          <ButtonLink
            href={withQuery(peopleRoutes.list.href(), {
              organisation: place?.id === own ? undefined : (place?.id ?? everywhere),
            })}
            size="x-small"
          >
            Alle zeigen
          </ButtonLink>
        }
      >
        Gesucht wird am Anfang jedes Namens und überall in der E-Mail-Adresse.
      </Empty>
    )
  if (items.length === 0)
    return (
      <Empty title={`Bei ${place?.name ?? 'keiner Organisation'} hat noch niemand eine Aufgabe`} level={2}>
        Wer eine Einladung annimmt, erscheint hier.
      </Empty>
    )
  return (
    <Table
      caption="Nach Namen geordnet"
      stack
      rows={items}
      columns={[
        { header: 'Name', rowHeader: true, cell: (person) => <Name person={person} place={place} own={own} /> },
        {
          header: 'Aufgaben',
          cell: ({ grants }) => (place ? <Functions grants={grants} today={today} /> : <Places grants={grants} />),
        },
        { header: 'E-Mail', cell: ({ email }) => <EmailAddress>{email}</EmailAddress> },
      ]}
    />
  )
}

function Name({ person, place, own }: { person: Colleague; place: Place | undefined; own: string | undefined }) {
  const at = place?.id ?? person.grants[0]?.organizationId
  const organisation = at === own ? undefined : at
  return (
    <a class="lw-link" href={withQuery(peopleRoutes.person.href({ id: person.id }), { organisation })}>
      {person.name}
    </a>
  )
}

/** In all organizations: what somebody is, place by place. */
const Places = ({ grants }: { grants: Colleague['grants'] }) => (
  <ul class="lw-list">
    {[...Map.groupBy(grants, ({ organizationName }) => organizationName)].map(([name, held]) => (
      <li>
        {name}: {everyRoleInWords(held.map(({ role }) => role))}
      </li>
    ))}
  </ul>
)

const Functions = ({ grants, today }: { grants: Colleague['grants']; today: string }) => (
  <ul class="lw-list">
    {grants.map((grant) => (
      <li>
        {roleName(grant.role)} <span class="lw-small lw-muted lw-nowrap">{spanInWords(grant, today)}</span>
      </li>
    ))}
  </ul>
)
