import { allowedInWords } from '#foundation/files/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import type { Refusal } from '#kernel/outcome.ts'
import { errorAt, FileField, Form, Submit, TextField } from '#ui/form/form.tsx'
import { participationRoutes as routes } from '../../routes.ts'
import type { Typed } from '../../web/typed.ts'
import type { Document } from '../document.ts'

export const fileLabels = { title: 'Name', file: 'Datei', validUntil: 'Gültig bis' }

interface Fields {
  form: Record<string, string>
  refusal?: Refusal | undefined
}

const FileFields = ({ form, refusal }: Fields) => (
  <>
    <FileField
      name="file"
      label="Datei"
      hint={`Höchstens 25 MB. Möglich sind ${allowedInWords}.`}
      error={errorAt(refusal?.errors, 'file')}
      required
    />
    <TextField
      name="validUntil"
      type="date"
      label="Gültig bis"
      hint="Nur, wenn das Dokument selbst ein Ende hat."
      short
      value={form['validUntil']}
      error={errorAt(refusal?.errors, 'validUntil')}
    />
  </>
)

/** A document the programme does not ask for. */
export function FurtherForm({ road, typed: { form = {}, refusal, at } }: { road: EnrollmentWithSteps; typed: Typed }) {
  const isHere = at === undefined && refusal !== undefined
  return (
    <details class="lw-why" open={isHere}>
      <summary>Ein weiteres Dokument ablegen</summary>
      <div class="lw-stack lw-measure">
        <p>Was das Programm nicht verlangt, dem Prüfhaus aber hilft.</p>
        <Form action={routes.documents.href({ id: road.id })} multipart label="Weiteres Dokument">
          <TextField
            name="title"
            label="Name"
            value={form['title']}
            error={errorAt(refusal?.errors, 'title')}
            required
          />
          <FileFields form={form} refusal={isHere ? refusal : undefined} />
          <Submit variant="secondary">Dokument ablegen</Submit>
        </Form>
      </div>
    </details>
  )
}

/** A version of one document. */
export const VersionForm = ({ document, form, refusal }: Fields & { document: Document }) => (
  <Form
    action={routes.documentFile.href({ id: document.enrollmentId, document: document.id })}
    multipart
    label={`Datei zu „${document.title}“`}
  >
    <FileFields form={form} refusal={refusal} />
    <Submit variant={document.files.length === 0 ? 'primary' : 'secondary'}>
      {document.files.length === 0 ? 'Datei ablegen' : 'Neue Fassung ablegen'}
    </Submit>
  </Form>
)
