import { type PreparedFile, prepareFile } from '#foundation/files/index.ts'
import type { Outcome } from '#kernel/outcome.ts'
import type { Incoming } from '#platform/http/request.ts'

/** The file of a form that needs one. */
export const prepareHanded = ({ files, storage }: Incoming): Promise<Outcome<PreparedFile>> =>
  prepareFile(files['file'], storage)
