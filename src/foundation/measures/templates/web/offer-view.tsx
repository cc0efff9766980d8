import type { Refusal } from '#kernel/outcome.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form as FormView, SelectField, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { kindInWords, type Measure, measureKinds } from '../../measure.ts'
import { measureRoutes as routes } from '../../routes.ts'
import type { Form } from '../../web/measure-fields.tsx'
import { fieldLabels } from '../../web/words.tsx'

/** What others are to see is written here; the description begins empty, so that nothing goes out by mistake. */
export function OfferView({ measure, form, refusal }: { measure: Measure; form: Form; refusal: Refusal | undefined }) {
  const error = (path: string) => errorAt(refusal?.errors, path)
  return (
    <>
      <PageHead
        title="Als Vorlage freigeben"
        lead={`Alle Mitglieder sehen, was Sie hier schreiben, und dass es von ${measure.organizationName} kommt. Sonst geht nichts hinaus: keine Herkunft, kein Nachweis, keine Namen.`}
      />
      <div class="lw-stack lw-stack--l lw-measure">
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={fieldLabels} />}
        <FormView action={routes.offer.href({ id: measure.id })}>
          <TextField name="title" label="Name" maxlength={200} required value={form['title']} error={error('title')} />
          <SelectField
            name="kind"
            label="Art"
            required
            value={form['kind']}
            options={measureKinds.map((kind) => ({ value: kind, label: kindInWords(kind) }))}
            error={error('kind')}
          />
          <TextArea
            name="description"
            label="Was zu tun ist"
            hint="Für andere geschrieben: ohne Namen von Personen, Geräten und Orten."
            rows={6}
            value={form['description']}
            error={error('description')}
          />
          <TextField
            name="effortDays"
            label="Aufwand in Personentagen"
            inputmode="decimal"
            short
            value={form['effortDays']}
            error={error('effortDays')}
          />
          <TextField
            name="costCents"
            label="Kosten in Euro, brutto"
            hint="Leer lassen, wenn Sie Ihren Preis nicht nennen wollen."
            inputmode="decimal"
            short
            value={form['costCents']}
            error={error('costCents')}
          />
          <p>
            <Submit>Für alle freigeben</Submit>
          </p>
        </FormView>
      </div>
    </>
  )
}
