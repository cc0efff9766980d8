import type { Temporal } from 'temporal-polyfill'
import { germanMoment, germanTime } from '#kernel/local-day.ts'
import { Button, ButtonLink } from '#ui/button/button.tsx'
import { Conflict } from '#ui/conflict/conflict.tsx'
import { Description } from '#ui/description/description.tsx'
import { Form, HiddenField } from '#ui/form/form.tsx'
import type { Change } from '../history/change.ts'
import { type Fact, facts, fieldNames, type Organization } from '../organization.ts'
import { organizationRoutes } from '../routes.ts'
import { type Typed, typedFrom } from './fact-fields.tsx'

interface Props {
  area: 'facts' | 'domains'
  theirs: Organization
  typed: Typed
  last: Change | undefined
  now: Temporal.Instant
}

/** Two people on one organization: what differs, from both sides. Nothing is decided before somebody clicks. */
export function FactConflict({ area, theirs, typed, last, now }: Props) {
  const there = typedFrom(theirs)
  const differing = facts.filter((field) => typed[field] !== undefined && lines(typed[field]) !== lines(there[field]))
  const other = last?.person?.name ?? 'Jemand anderes'
  const show = organizationRoutes.show.href({ id: theirs.id })
  return (
    <Conflict
      level={2}
      title={`${other} hat diese Angaben inzwischen auch geändert`}
      intro={
        differing.length === 0
          ? 'Beide Fassungen sind gleich; es ist nichts mehr zu tun.'
          : 'Nichts ist verloren: Hier steht, worin sich beide Fassungen unterscheiden. Wählen Sie, welche gilt.'
      }
      sides={[
        {
          heading: 'Ihre Fassung',
          when: germanTime(now),
          children: <Values fields={differing} values={typed} />,
          action: (
            <Form action={organizationRoutes[area].href({ id: theirs.id })} layout="row">
              {facts.map((field) =>
                typed[field] === undefined ? null : <HiddenField name={field} value={typed[field]} />,
              )}
              <HiddenField name="version" value={String(theirs.version)} />
              <Button size="x-small">Meine behalten</Button>
            </Form>
          ),
        },
        {
          heading: other,
          when: last ? germanMoment(last.at, now) : 'soeben',
          children: <Values fields={differing} values={there} />,
          action: (
            <ButtonLink href={show} variant="primary" size="x-small">
              Diese übernehmen
            </ButtonLink>
          ),
        },
      ]}
    />
  )
}

const lines = (text: string | undefined): string => (text ?? '').split(/\s+/).filter(Boolean).join(' ')

const Values = ({ fields, values }: { fields: Fact[]; values: Typed }) =>
  fields.length === 0 ? (
    <p>Kein Unterschied.</p>
  ) : (
    <Description items={fields.map((field) => ({ term: fieldNames[field], details: values[field] || '–' }))} />
  )
