import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Document, DocumentState } from './document.ts'

/**
 * Writes the state of a document that stands as it was read; undefined when somebody else was faster. What the programme wants gets its row
 * with the first deed.
 */
export async function writeState(
  { db, actor, now }: Context,
  document: Pick<
    Document,
    'id' | 'organizationId' | 'programmeId' | 'enrollmentId' | 'key' | 'title' | 'version' | 'state'
  >,
  state: DocumentState,
): Promise<number | undefined> {
  const { id, organizationId, programmeId, enrollmentId, key, title, version } = document
  const since = state === document.state ? sql`d.since` : sql`${now.toString()}::timestamptz`
  const { rows } =
    version === 0
      ? await sql<{ version: number }>`
          insert into participation.document (id, organization_id, programme_id, enrollment_id, key, title, state, since, changed_by)
          values (${id}::uuid, ${organizationId}::uuid, ${programmeId}::uuid, ${enrollmentId}::uuid, ${key}, ${title}, ${state},
                  ${now.toString()}::timestamptz, ${actor.personId}::uuid)
          on conflict do nothing returning version`.execute(db)
      : await sql<{ version: number }>`
          update participation.document d
             set state = ${state}, since = ${since}, changed_by = ${actor.personId}::uuid, version = d.version + 1
           where d.id = ${id}::uuid and d.version = ${version} returning d.version`.execute(db)
  return rows[0]?.version
}

/** A further version of a document: the file lies in the store already. */
export async function writeFile(
  { db, actor, now }: Context,
  { id, organizationId, enrollmentId }: Pick<Document, 'id' | 'organizationId' | 'enrollmentId'>,
  file: { number: number; fileId: string; name: string; validUntil: string | null },
): Promise<string> {
  const versionId = newId()
  await db
    .insertInto('participation.document_file')
    .values({
      id: versionId,
      organization_id: organizationId,
      enrollment_id: enrollmentId,
      document_id: id,
      number: file.number,
      file_id: file.fileId,
      name: file.name,
      valid_until: file.validUntil,
      added_by: actor.personId,
      added_at: now.toString(),
    })
    .execute()
  return versionId
}
