import type { Refusal } from '#kernel/outcome.ts'
import { Button } from '#ui/button/button.tsx'
import { Choice, errorAt, fieldId, Form, SelectField, Submit, TextField } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import type { Organization } from '../organization.ts'
import { organizationRoutes } from '../routes.ts'
import { type Succession, successionKindNames, successionKinds } from '../succession/succession.ts'
import { germanDate } from '#kernel/local-day.ts'

export type Typed = Partial<Record<string, string>>

interface Props {
  organization: Organization
  typed: Typed
  refusal: Refusal | undefined
}

export const MergeForm = ({
  organization,
  others,
  typed,
  refusal,
}: Props & { others: { id: string; name: string }[] }) => (
  <Panel id="zusammenlegung" title="Zusammenlegung oder Aufteilung">
    <Form action={organizationRoutes.succession.href({ id: organization.id })}>
      <Choice
        name="kind"
        legend="Was geschehen ist"
        required
        value={typed['kind']}
        options={successionKinds.map((value) => ({ value, label: successionKindNames[value] }))}
        error={errorAt(refusal?.errors, 'kind')}
      />
      <SelectField
        name="successorId"
        label={`Nachfolgerin von ${organization.name}`}
        hint="Geht eine Organisation in mehreren auf, tragen Sie jede einzeln ein. Eine neue legen Sie zuerst an."
        required
        empty="Bitte wählen"
        value={typed['successorId']}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        error={errorAt(refusal?.errors, 'successorId')}
      />
      <TextField
        name="from"
        type="date"
        label="Ab"
        hint={`Der erste Tag, an dem es ${organization.name} nicht mehr gibt`}
        short
        required
        value={typed['from']}
        error={errorAt(refusal?.errors, 'from')}
      />
      <Submit>Nachfolge eintragen</Submit>
    </Form>
  </Panel>
)

export const RenameForm = ({ organization, typed, refusal }: Props) => (
  <Panel id="umbenennung" title="Umbenennung">
    <Form action={organizationRoutes.rename.href({ id: organization.id })}>
      <TextField
        name="name"
        label="Neuer Name"
        hint={`Bisher: ${organization.name}. Der alte Name bleibt mit seinem letzten Tag stehen und wird bei der Suche gefunden.`}
        required
        maxlength={200}
        value={typed['name']}
        error={errorAt(refusal?.errors, 'name')}
      />
      <TextField
        name="from"
        id={fieldId('umbenennung-from')}
        type="date"
        label="Ab"
        hint="Der erste Tag mit dem neuen Namen"
        short
        required
        value={typed['from']}
        error={errorAt(refusal?.errors, 'from')}
      />
      <Submit variant="secondary">Neuen Namen eintragen</Submit>
    </Form>
  </Panel>
)

/** For errors only: the entry no longer counts, the history keeps it. */
export const Withdrawals = ({ organization, successors }: { organization: Organization; successors: Succession[] }) => (
  <Panel id="eingetragen" title="Schon eingetragen">
    <ul class="lw-list">
      {successors.map(({ id, kind, from, other }) => (
        <li>
          <div class="lw-row lw-row--between">
            <span>
              {other.name}, {successionKindNames[kind]} zum {germanDate(from)}
            </span>
            <Form
              action={organizationRoutes.withdrawal.href({ id: organization.id, successionId: id })}
              layout="row"
              label={`Nachfolge durch ${other.name} zurücknehmen`}
            >
              <Button size="x-small">Als Irrtum zurücknehmen</Button>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  </Panel>
)
