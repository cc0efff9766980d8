import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Programme } from '../programme.ts'
import { holdProgramme } from '../steps/hold-programme.ts'
import type { DocumentInput } from './schemas.ts'

const mostDocuments = 60

/** Adds a document that is wanted, at the end, or changes what is asked with it. */
export async function setDocument(
  ctx: Context,
  { id }: Pick<Programme, 'id'>,
  key: string,
  { title, hint, isRequired }: DocumentInput,
): Promise<Outcome<'added' | 'changed'>> {
  const { name, documents } = await holdProgramme(ctx, { id })
  const isThere = documents.some((one) => one.key === key)
  if (!isThere && documents.length >= mostDocuments)
    return refuse(`Ein Programm erbittet höchstens ${mostDocuments} Unterlagen. Angelegt ist keine mehr.`)
  const facts = { title, hint, is_required: isRequired }
  await ctx.db
    .insertInto('programmes.wanted_document')
    .values({ programme_id: id, key, position: (documents.at(-1)?.position ?? 0) + 1, ...facts })
    .onConflict((there) => there.columns(['programme_id', 'key']).doUpdateSet(facts))
    .execute()
  await record(ctx, 'programme.documentsChanged', {
    organizationId: null,
    subjectId: id,
    data: { programme: name, document: title, what: isThere ? 'changed' : 'added' },
  })
  return isThere ? 'changed' : 'added'
}
