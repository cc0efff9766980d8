import { isRefusal } from '#kernel/outcome.ts'
import { findCatalog } from '#foundation/catalogs/index.ts'
import { nameId } from '#platform/crypto/name-id.ts'
import { type Answer, forbidden, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { findPicture } from '../queries.ts'
import { may } from './access.ts'
import { pictureResults } from './picture-results.ts'

/** A picture as a file in OSCAL; the same picture is the same bytes. */
export async function pictureOscalFile(ctx: Context, id: string): Promise<Answer> {
  const picture = await findPicture(ctx.db, id)
  if (!picture) return notFound()
  const allowed = may.export(ctx.actor)
  if (isRefusal(allowed)) return forbidden(allowed)
  const catalog = picture.catalogId === null ? undefined : await findCatalog(ctx.db, picture.catalogId)
  const uuidFor = (name: string): string => nameId('state-picture', picture.id, name)
  const document = pictureResults({ uuidFor, picture, catalog: catalog ?? null })
  return {
    kind: 'file',
    name: `landesbild-${picture.programmeKey}-${picture.releaseOn}.oscal.json`,
    type: 'application/json; charset=utf-8',
    body: JSON.stringify(document, null, 2),
  }
}
