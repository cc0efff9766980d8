import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import type { Storage } from '#platform/storage/storage.ts'
import { may } from './access.ts'
import { findFile } from './queries.ts'

/** The file as an attachment; its bytes are read after the transaction. */
export async function download(ctx: Context, id: string, { blobs }: Storage): Promise<Answer> {
  const file = await findFile(ctx.db, id)
  if (!file) return notFound()
  const allowed = may.download(file)
  if (isRefusal(allowed)) return forbidden(allowed)
  return {
    kind: 'file',
    name: file.name,
    type: file.mediaType,
    body: {
      size: file.size,
      etag: `"${file.sha256}"`,
      isThere: async () => (await blobs.find(file.sha256))?.size === file.size,
      read: () => blobs.read(file.sha256),
    },
  }
}
