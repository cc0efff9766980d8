import type { Refusal } from '#kernel/outcome.ts'
import { errorAt, FileField, Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { Panel } from '#ui/panel/panel.tsx'

/** Where an XRechnung is handed in. */
export const UploadForm = ({
  action,
  programmeId,
  refusal,
}: {
  action: string
  programmeId?: string
  refusal: Refusal | undefined
}) => (
  <Panel id="einreichen" title="Rechnung einreichen">
    <div class="lw-measure">
      <Form action={action} multipart label="Rechnung einreichen">
        {programmeId !== undefined && <HiddenField name="programmeId" value={programmeId} />}
        <FileField
          name="file"
          label="XRechnung"
          hint="Eine XML-Datei (UBL oder CII) mit der Leitweg-ID des Verbunds und unserer Auftragsnummer, höchstens 10 MB. Bilder und PDF sind keine E-Rechnung."
          accept=".xml"
          error={errorAt(refusal?.errors, 'file') ?? errorAt(refusal?.errors, 'programmeId')}
          required
        />
        <Submit>Rechnung einreichen</Submit>
      </Form>
    </div>
  </Panel>
)
