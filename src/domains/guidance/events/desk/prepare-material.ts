import type { Outcome } from '#kernel/outcome.ts'
import { prepareFile, type PreparedFile } from '#foundation/files/index.ts'
import type { Incoming } from '#platform/http/request.ts'

/** Before the transaction: the file that came along, if one was chosen at all. */
export async function prepareMaterial({ files, storage }: Incoming): Promise<Outcome<PreparedFile> | undefined> {
  const upload = files['file']
  return upload && (upload.size > 0 || upload.name !== '') ? prepareFile(upload, storage) : undefined
}
