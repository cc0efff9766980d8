import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { recordRead } from '#foundation/audit/index.ts'
import type { Storage } from '#platform/storage/storage.ts'
import { may } from './access.ts'
import type { StoredFile } from './file.ts'
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
    // Whoever belongs to another organization leaves a note before the bytes are sent.
    notes: isGuest(ctx, file)
      ? [recordRead(ctx.now, 'file.read', { organizationId: file.organizationId, subjectId: file.id })]
      : [],
    type: file.mediaType,
    body: {
      size: file.size,
      etag: `"${file.sha256}"`,
      isThere: async () => (await blobs.find(file.sha256))?.size === file.size,
      read: () => blobs.read(file.sha256),
    },
  }
}

const isGuest = ({ actor }: Context, { organizationId }: StoredFile): boolean => actor.actingFor?.id !== organizationId
