import type { Refusal } from '#kernel/outcome.ts'
import { Form, HiddenField, SelectField, Submit, TextArea, TextField, errorAt } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Refused } from '#ui/refused/refused.tsx'
import type { Place } from '../../people/access.ts'
import type { Colleague } from '../../people/grant.ts'
import { replacementRoutes } from '../../people/routes.ts'
import { municipalHeads, roleName } from '../../roles.ts'

const heads: ReadonlySet<string> = new Set(municipalHeads)

interface Props {
  place: Place
  staff: Colleague[]
  form: Record<string, string>
  refusal: Refusal | undefined
}

/** The first of two people of the cooperative says who and why. */
export function ProposalForm({ place, staff, form, refusal }: Props) {
  if (!place.isHeaded)
    return (
      <Refused title="Hier braucht es keinen Ersatz" level={2}>
        {`Bei ${place.name} hat niemand „${roleName('organizationAdmin')}“ oder „${roleName('chiefExecutive')}“. Laden Sie die Person ein, oder geben Sie ihr die Aufgabe auf ihrer Seite: Das gilt sofort, ohne Wartezeit.`}
      </Refused>
    )
  const others = staff.filter(({ grants }) => !grants.some(({ role }) => heads.has(role)))
  return (
    <Panel id="vorschlagen" title="Jemanden vorschlagen">
      <div class="lw-stack lw-measure">
        <p>
          Versuchen Sie zuerst, die Verwaltungsleitung oder die Person mit „{roleName('organizationAdmin')}“ zu
          erreichen. Bisherige Aufgaben bleiben; wer neu dazukommt, kann sie beenden.
        </p>
        <Form action={replacementRoutes.list.href()}>
          <HiddenField name="organizationId" value={place.id} />
          {others.length > 0 && (
            <SelectField
              name="personId"
              label={`Jemand, der schon zu ${place.name} gehört`}
              empty="niemand davon: einladen"
              value={form['personId']}
              options={others.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` }))}
              error={errorAt(refusal?.errors, 'personId')}
            />
          )}
          <TextField
            name="name"
            label="Oder der Name einer Person, die eingeladen wird"
            autocomplete="off"
            maxlength={120}
            value={form['name']}
            error={errorAt(refusal?.errors, 'name')}
          />
          <TextField
            name="email"
            type="email"
            label="Dienstliche E-Mail-Adresse dieser Person"
            hint="Die Einladung geht erst nach der Wartezeit hinaus."
            autocomplete="off"
            value={form['email']}
            error={errorAt(refusal?.errors, 'email')}
          />
          <TextArea
            name="reason"
            label="Grund"
            hint="Wen haben Sie wann zu erreichen versucht, und mit wem dort haben Sie gesprochen? Alle in der Kommune lesen das; bitte nichts zur Gesundheit."
            rows={4}
            required
            value={form['reason']}
            error={errorAt(refusal?.errors, 'reason')}
          />
          <Submit>Vorschlag eintragen</Submit>
        </Form>
      </div>
    </Panel>
  )
}
