import { sql } from 'kysely'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import type { Document, DocumentState } from './document.ts'

/** A further version of a document: the file lies in the store already. */
export interface NewVersion {
  number: number
  fileId: string
  name: string
  validUntil: string | null
}

/**
 * Writes the state of a document that stands as it was read, and the version that came with it; undefined when somebody else was faster. What
 * the programme wants gets its row with the first deed.
 */
export async function writeState(
  { db, actor, now }: Context,
  document: Pick<
    Document,
    'id' | 'organizationId' | 'programmeId' | 'enrollmentId' | 'key' | 'title' | 'version' | 'state'
  >,
  state: DocumentState,
  file?: NewVersion,
): Promise<number | undefined> {
  const { id, organizationId, programmeId, enrollmentId, key, title, version } = document
  const at = sql`${now.toString()}::timestamptz`
  const by = sql`${actor.personId}::uuid`
  const stated =
    version === 0
      ? sql`insert into participation.document (id, organization_id, programme_id, enrollment_id, key, title, state, since, changed_by)
          values (${id}::uuid, ${organizationId}::uuid, ${programmeId}::uuid, ${enrollmentId}::uuid, ${key}, ${title}, ${state}, ${at}, ${by})
          on conflict do nothing returning version`
      : sql`update participation.document d
             set state = ${state}, since = ${state === document.state ? sql`d.since` : at}, changed_by = ${by}, version = d.version + 1,
                 brought_in = false
           where d.id = ${id}::uuid and d.version = ${version} returning d.version`
  const filed = file
    ? sql`, filed as (
        insert into participation.document_file (id, organization_id, enrollment_id, document_id, number, file_id, name, valid_until, added_by, added_at)
        select ${newId()}::uuid, ${organizationId}::uuid, ${enrollmentId}::uuid, ${id}::uuid, ${file.number}::integer, ${file.fileId}::uuid, ${file.name},
               ${file.validUntil}::date, ${by}, ${at} from stated)`
    : sql``
  const { rows } = await sql<{
    version: number
  }>`with stated as (${stated})${filed} select version from stated`.execute(db)
  return rows[0]?.version
}
