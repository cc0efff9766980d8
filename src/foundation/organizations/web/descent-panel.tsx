import { Panel } from '#ui/panel/panel.tsx'
import type { Organization } from '../organization.ts'
import { organizationRoutes } from '../routes.ts'
import { type Descent, type Succession, successionKindNames } from '../succession/succession.ts'
import { germanDate } from '#kernel/local-day.ts'

interface Props {
  organization: Organization
  descent: Descent
  mayRecord: boolean
  today: string
}

/** Former names, predecessors and successors, as a history of the organization itself. */
export function DescentPanel({ organization, descent, mayRecord }: Props) {
  const { formerNames, predecessors, successors } = descent
  const nothing = formerNames.length + predecessors.length + successors.length === 0
  if (nothing && !mayRecord) return null
  return (
    <Panel
      id="nachfolge"
      title="Vorgänger und Nachfolger"
      link={
        mayRecord
          ? {
              href: organizationRoutes.succession.href({ id: organization.id }),
              label: 'Zusammenlegung oder Umbenennung',
            }
          : undefined
      }
    >
      {nothing ? (
        <p class="lw-muted">Keine Zusammenlegung, Aufteilung oder Umbenennung eingetragen.</p>
      ) : (
        <ul class="lw-list">
          {formerNames.map(({ name, until }) => (
            <li>
              Hieß bis zum {germanDate(until)} {name}
            </li>
          ))}
          {predecessors.map((entry) => (
            <Entry entry={entry}>Vorgängerin</Entry>
          ))}
          {successors.map((entry) => (
            <Entry entry={entry}>Nachfolgerin</Entry>
          ))}
        </ul>
      )}
    </Panel>
  )
}

const Entry = ({ entry: { kind, from, other }, children }: { entry: Succession; children: string }) => (
  <li>
    {children}:{' '}
    <a class="lw-link" href={organizationRoutes.show.href({ id: other.id })}>
      {other.name}
    </a>
    , {successionKindNames[kind]} zum {germanDate(from)}
  </li>
)
