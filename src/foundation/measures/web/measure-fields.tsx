import type { Colleague } from '#foundation/identity/index.ts'
import { germanAmount } from '#kernel/money.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { errorAt, SelectField, TextArea, TextField } from '#ui/form/form.tsx'
import { effortInWords, kindInWords, type Measure, measureKinds } from '../measure.ts'
import type { Template } from '../templates/template.ts'

export type Form = Record<string, string>

export interface FieldsProps {
  form: Form
  refusal: Refusal | undefined
  /** Of an organization of one's own; from outside nobody chooses who answers for it. */
  staff: readonly Colleague[]
  /** Programmes that the organization takes part in. */
  programmes: readonly { id: string; name: string }[]
}

/** A cost as it stands in the field: whole euros without cents. */
const amountText = (cents: number | null): string => (cents === null ? '' : germanAmount(cents).replace(/,00$/, ''))

/** What the form shows of a measure that is there. */
export const formOf = ({ title, kind, costCents, programmeId, dueOn, version, detail }: Measure): Form => ({
  title,
  kind,
  description: detail?.description ?? '',
  effortDays: detail?.effortTenths === null || !detail ? '' : effortInWords(detail.effortTenths),
  costCents: amountText(costCents),
  programmeId: programmeId ?? '',
  ownerId: detail?.ownerId ?? '',
  dueOn: dueOn ?? '',
  remindDays: String(detail?.remindDays ?? 14),
  version: String(version),
})

/** What the form begins with when it is made from a template. */
export const formOfTemplate = ({ title, kind, description, effortTenths, costCents }: Template): Form => ({
  title,
  kind,
  description,
  effortDays: effortTenths === null ? '' : effortInWords(effortTenths),
  costCents: amountText(costCents),
})

/** Everything that is said of a measure, besides its state and where it comes from. */
export function MeasureFields({ form, refusal, staff, programmes }: FieldsProps) {
  const error = (path: string) => errorAt(refusal?.errors, path)
  return (
    <>
      <TextField
        name="title"
        label="Name"
        hint="So, dass man in einem Jahr noch weiß, was gemeint ist."
        maxlength={200}
        required
        value={form['title']}
        error={error('title')}
      />
      <SelectField
        name="kind"
        label="Art"
        required
        value={form['kind'] ?? 'ownWork'}
        options={measureKinds.map((kind) => ({ value: kind, label: kindInWords(kind) }))}
        error={error('kind')}
      />
      <TextArea
        name="description"
        label="Was zu tun ist"
        rows={5}
        value={form['description']}
        error={error('description')}
      />
      <TextField name="dueOn" type="date" label="Fällig am" short value={form['dueOn']} error={error('dueOn')} />
      {staff.length > 0 && (
        <SelectField
          name="ownerId"
          label="Zuständig"
          empty="noch niemand"
          value={form['ownerId']}
          options={staff.map(({ id, name }) => ({ value: id, label: name }))}
          error={error('ownerId')}
        />
      )}
      <TextField
        name="remindDays"
        label="So viele Tage vorher erinnern"
        inputmode="numeric"
        short
        required
        value={form['remindDays'] ?? '14'}
        error={error('remindDays')}
      />
      <TextField
        name="effortDays"
        label="Aufwand in Personentagen"
        inputmode="decimal"
        hint="Zum Beispiel 2,5."
        short
        value={form['effortDays']}
        error={error('effortDays')}
      />
      <TextField
        name="costCents"
        label="Kosten in Euro, brutto"
        inputmode="decimal"
        hint="0 heißt: kostet nichts. Leer heißt: noch nicht bekannt."
        short
        value={form['costCents']}
        error={error('costCents')}
      />
      {programmes.length > 0 && (
        <SelectField
          name="programmeId"
          label="Wer bezahlt"
          empty="die Organisation selbst"
          hint="Bezahlt ein Programm, sieht dessen Leitung Name, Art, Kosten, Tage und Stand. Mehr nicht."
          value={form['programmeId']}
          options={programmes.map(({ id, name }) => ({ value: id, label: name }))}
          error={error('programmeId')}
        />
      )}
    </>
  )
}

/** The fields as they came, for the schema. */
export const fieldsOf = (form: Form): Form => ({
  title: form['title'] ?? '',
  kind: form['kind'] ?? '',
  description: form['description'] ?? '',
  effortDays: form['effortDays'] ?? '',
  costCents: form['costCents'] ?? '',
  programmeId: form['programmeId'] ?? '',
  ownerId: form['ownerId'] ?? '',
  dueOn: form['dueOn'] ?? '',
  remindDays: form['remindDays'] || '14',
})
