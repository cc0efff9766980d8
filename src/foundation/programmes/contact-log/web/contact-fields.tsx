import type { FieldError } from '#kernel/outcome.ts'
import { errorAt, SelectField, TextArea, TextField } from '#ui/form/form.tsx'
import { contactKindInWords, contactKinds } from '../contact-entry.ts'

export const contactLabels = {
  kind: 'Art',
  onDay: 'Tag',
  withWhom: 'Mit wem',
  what: 'Was besprochen wurde',
  followUpOn: 'Wieder melden am',
}

interface ContactFieldsProps {
  typed: Record<string, string>
  errors: FieldError[] | undefined
  today: string
  /** Before the names, where one page has the fields several times. */
  id?: string | undefined
}

/** The fields of one contact. */
export const ContactFields = ({ typed, errors, today, id = '' }: ContactFieldsProps) => (
  <>
    <SelectField
      id={`${id}kind`}
      name="kind"
      label={contactLabels.kind}
      required
      value={typed['kind'] ?? 'call'}
      options={contactKinds.map((kind) => ({ value: kind, label: contactKindInWords(kind) }))}
      error={errorAt(errors, 'kind')}
    />
    <TextField
      id={`${id}onDay`}
      name="onDay"
      type="date"
      label={contactLabels.onDay}
      short
      required
      value={typed['onDay'] ?? today}
      error={errorAt(errors, 'onDay')}
    />
    <TextField
      id={`${id}withWhom`}
      name="withWhom"
      label={contactLabels.withWhom}
      hint="Name oder Stelle; kann leer bleiben."
      value={typed['withWhom']}
      error={errorAt(errors, 'withWhom')}
    />
    <TextArea
      id={`${id}what`}
      name="what"
      label={contactLabels.what}
      required
      value={typed['what']}
      error={errorAt(errors, 'what')}
    />
    <TextField
      id={`${id}followUpOn`}
      name="followUpOn"
      type="date"
      label={contactLabels.followUpOn}
      hint="Leer: keine Wiedervorlage. Sonst steht es an diesem Tag bei Ihren Aufgaben."
      short
      value={typed['followUpOn']}
      error={errorAt(errors, 'followUpOn')}
    />
  </>
)
