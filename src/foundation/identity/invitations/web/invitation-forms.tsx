import type { Refusal } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { CheckGroup } from '#ui/form/check-group.tsx'
import { FileField, Form, SelectField, Submit, TextField, errorAt } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { type Role, isMunicipal, roleName, rolesAt } from '../../roles.ts'
import { invitationRoutes } from '../../routes.ts'
import { may } from '../access.ts'
import type { PlaceToInvite } from '../queries.ts'

export interface Typed {
  organizationId: string
  name: string
  email: string
  roles: readonly Role[]
}

const nothing: Typed = { organizationId: '', name: '', email: '', roles: [] }

const labels = { organizationId: 'Organisation', name: 'Name', email: 'E-Mail', roles: 'Aufgaben' }

interface FormProps {
  ctx: Context
  places: PlaceToInvite[]
  typed?: Typed | undefined
  refusal?: Refusal | undefined
}

const hints: Partial<Record<Role, string>> = {
  organizationAdmin: 'lädt Personen ein und verwaltet, wer was darf',
  chiefExecutive: 'unterschreibt und entscheidet; darf auch einladen',
  securityOfficer: 'beantwortet Prüfungen, sieht Befunde und Maßnahmen',
  itStaff: 'beantwortet Prüfungen mit',
  dataProtectionOfficer: 'liest Prüfungen und Antworten',
  officeHead: 'leitet ein Amt; sieht Personen und Angaben der Organisation',
  navigator: 'begleitet die Digitalisierung; sieht Personen und Angaben der Organisation',
  assessor: 'liest Prüfungen der Kommunen, denen die Person zugewiesen ist',
  contractorOffice: 'sieht Personen und Angaben des Auftragnehmers',
  member: 'gehört dazu, ohne eigene Aufgabe',
}

/** One person. The cooperative chooses for whom; a municipality invites for itself. */
export function InvitationForm({ ctx, places, typed = nothing, refusal }: FormProps) {
  const chooses = may.isCooperative(ctx.actor)
  const roles = [...new Set(places.flatMap(({ kind }) => rolesAt(kind)))]
  return (
    <Panel id="einladen" title="Eine Person einladen">
      <div class="lw-stack lw-measure">
        {refusal && (
          <ErrorSummary title={refusal.refused} errors={(refusal.errors ?? []).map(atField)} labels={labels} />
        )}
        <Form action={invitationRoutes.list.href()}>
          {chooses && (
            <SelectField
              name="organizationId"
              label="Organisation"
              empty="Bitte wählen"
              hint="Zur Wahl stehen Kommunen, in denen noch niemand die Zugänge verwaltet, und wer sonst zum Verbund gehört."
              value={typed.organizationId}
              options={places.map(({ id, name, kind }) => ({
                value: id,
                label: isMunicipal(kind) ? name : `${name} (nicht kommunal)`,
              }))}
              error={errorAt(refusal?.errors, 'organizationId')}
              required
            />
          )}
          <TextField
            name="name"
            label="Name"
            autocomplete="off"
            maxlength={120}
            value={typed.name}
            error={errorAt(refusal?.errors, 'name')}
            required
          />
          <TextField
            name="email"
            label="Dienstliche E-Mail-Adresse"
            hint="Die eigene Adresse der Person, kein gemeinsames Postfach: Ein Zugang gehört einer Person."
            type="email"
            autocomplete="off"
            value={typed.email}
            error={errorAt(refusal?.errors, 'email')}
            required
          />
          <CheckGroup
            name="roles"
            legend="Aufgaben"
            hint={chooses ? 'In einer Kommune zuerst jemand mit „Zugänge“ oder die Verwaltungsleitung.' : undefined}
            error={errorAt((refusal?.errors ?? []).map(atField), 'roles')}
            options={roles.map((role) => ({
              name: `rolle-${role}`,
              label: roleName(role),
              hint: hints[role],
              checked: typed.roles.includes(role),
            }))}
          />
          <Submit>Einladung verschicken</Submit>
        </Form>
      </div>
    </Panel>
  )
}

/** A wrong role is an error of the whole group. */
const atField = ({ path, message }: { path: string; message: string }) => ({ path: path.split('.')[0] ?? '', message })

/** Many at once, from a workbook. */
export const ListForm = ({ refusal }: { refusal?: Refusal | undefined }) => (
  <Panel id="liste" title="Viele Personen einladen">
    <div class="lw-stack lw-measure">
      <p>
        Füllen Sie die Vorlage aus und laden Sie sie hoch. Zuerst zeigen wir, was aus jeder Zeile wird; verschickt wird
        erst danach.
      </p>
      <p>
        <ButtonLink href={invitationRoutes.template.href()} size="x-small" icon="download" download>
          Vorlage (XLSX)
        </ButtonLink>
      </p>
      <Form action={invitationRoutes.check.href()} multipart>
        <FileField
          name="file"
          label="Ausgefüllte Liste"
          hint="Excel (XLSX) mit den Spalten Organisation oder ARS, Name, E-Mail und Aufgaben; höchstens 1.000 Zeilen"
          accept=".xlsx"
          required
          error={errorAt(refusal?.errors, 'file')}
        />
        <Submit variant="secondary">Liste prüfen</Submit>
      </Form>
    </div>
  </Panel>
)
