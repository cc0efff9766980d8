import type { Refusal } from '#kernel/outcome.ts'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'

/** Why an invoice was not taken: every reason with its place in the document, in plain text, since nothing on the page can mend it. */
export const RefusedUpload = ({ refusal }: { refusal: Refusal | undefined }) =>
  refusal ? (
    <ErrorSummary
      title={refusal.refused}
      kept=""
      errors={(refusal.errors ?? []).map(({ path, message }) => ({
        path: path === 'file' ? path : '',
        message,
      }))}
    />
  ) : null
