import { FileField } from '#ui/form/form.tsx'

/** The table that comes back. */
export const SheetField = ({ error }: { error?: string | undefined }) => (
  <FileField
    name="file"
    label="Ausgefüllte Tabelle"
    hint="XLSX, höchstens 16 MB. Zuerst zeigen wir, was sich ändert."
    accept=".xlsx"
    required
    error={error}
  />
)
