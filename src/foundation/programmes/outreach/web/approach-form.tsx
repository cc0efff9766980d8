import { errorAt, Form, HiddenField, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { Why } from '#ui/why/why.tsx'
import { contactLabels } from '../../contact-log/web/contact-fields.tsx'
import { contactKindInWords, contactKinds } from '../../contact-log/contact-entry.ts'
import { type Approach, approachInWords, approachStates } from '../campaign.ts'
import type { Typed } from './campaign.tsx'

interface ApproachFormProps {
  action: string
  approach: Approach
  today: string
  typed: Typed | undefined
}

/** One call: opened by a click, so that the list stays a list. */
export function ApproachForm({ action, approach, today, typed }: ApproachFormProps) {
  const { organizationId, organizationName, state, version } = approach
  const form = typed?.form ?? {}
  const errors = typed?.refusal?.errors
  const id = (name: string) => `${name}-${organizationId}`
  return (
    <Why summary={`Kontakt mit ${organizationName}`} open={typed !== undefined}>
      {typed?.refusal && <p class="lw-error">{typed.refusal.refused}</p>}
      <Form action={action}>
        <HiddenField name="version" value={String(version)} />
        <SelectField
          id={id('state')}
          name="state"
          label="Stand danach"
          required
          value={form['state'] ?? state}
          options={approachStates.map((value) => ({ value, label: approachInWords(value) }))}
          error={errorAt(errors, 'state')}
        />
        <SelectField
          id={id('kind')}
          name="kind"
          label={contactLabels.kind}
          required
          value={form['kind'] ?? 'call'}
          options={contactKinds.map((kind) => ({ value: kind, label: contactKindInWords(kind) }))}
        />
        <TextField id={id('withWhom')} name="withWhom" label={contactLabels.withWhom} value={form['withWhom']} />
        <TextArea
          id={id('what')}
          name="what"
          rows={2}
          label={contactLabels.what}
          value={form['what']}
          error={errorAt(errors, 'what')}
        />
        <TextField
          id={id('onDay')}
          name="onDay"
          type="date"
          short
          label={contactLabels.onDay}
          required
          value={form['onDay'] ?? today}
          error={errorAt(errors, 'onDay')}
        />
        <TextField
          id={id('followUpOn')}
          name="followUpOn"
          type="date"
          short
          label={contactLabels.followUpOn}
          value={form['followUpOn']}
          error={errorAt(errors, 'followUpOn')}
        />
        <Submit variant="secondary">Kontakt eintragen</Submit>
      </Form>
    </Why>
  )
}
