import { type RawBuilder, sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isId } from '#kernel/id.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { Document, DocumentFile, DocumentState, Finding } from './document.ts'

/** The id of a wanted document of a road before it has a row: always the same one, from road and key. */
export const wantedId = (enrollment: RawBuilder<unknown>, key: RawBuilder<unknown>) =>
  sql`(select (substr(h, 1, 12) || '8' || substr(h, 14, 3) || '8' || substr(h, 18, 15))::uuid
         from (select encode(sha256(convert_to(${enrollment}::text || ' ' || ${key}, 'UTF8')), 'hex') as h) hashed)`

export interface DocumentFilter {
  enrollmentId?: string | undefined
  programmeId?: string | undefined
  state?: DocumentState | undefined
  id?: string | undefined
  limit: number
  cursor?: string | undefined
}

interface Row extends Omit<Document, 'since' | 'files' | 'findings'> {
  since: Temporal.Instant | null
  files: readonly (Omit<DocumentFile, 'addedAt' | 'withdrawnAt'> & { addedAt: string; withdrawnAt: string | null })[]
  findings: readonly (Omit<Finding, 'foundAt' | 'withdrawnAt'> & { foundAt: string; withdrawnAt: string | null })[]
}

/** Those the actor may see, road by road in the order in which the programme wants them; contents only where the actor reads them. */
export async function listDocuments(
  db: Db,
  filter: DocumentFilter,
): Promise<Outcome<{ items: Document[]; next: string | null }>> {
  const after = decodeCursor(filter.cursor, ['id', 'integer', 'id'])
  if (isRefusal(after)) return after
  const { state, limit, id } = filter
  const onRoads = roadsIn(filter)
  const { rows } = await sql<Row>`
    with documents as (
      select coalesce(d.id, ${wantedId(sql`e.id`, sql`w.key`)}) as id, e.id as "enrollmentId", e.organization_id as "organizationId",
             e.programme_id as "programmeId", w.key, w.title, w.hint, w.is_required as "isRequired", w.position,
             coalesce(d.state, 'missing') as state, d.since, coalesce(d.version, 0) as version,
             coalesce(d.brought_in, false) as "isBroughtIn"
        from programmes.enrollment e join programmes.wanted_document w on w.programme_id = e.programme_id
        left join participation.document d on d.enrollment_id = e.id and d.key = w.key
       where ${onRoads}
      union all
      select d.id, d.enrollment_id, d.organization_id, d.programme_id, d.key, d.title, '', false,
             10000 + (row_number() over (partition by d.enrollment_id order by d.id))::integer, d.state, d.since, d.version,
             d.brought_in
        from participation.document d join programmes.enrollment e on e.id = d.enrollment_id
       where ${onRoads} and not exists (select from programmes.wanted_document w where w.programme_id = d.programme_id and w.key = d.key))
    select d.*, ${filesOf(sql`d.id`)} as files, ${findingsOf(sql`d.id`)} as findings
      from documents d
     where (${state ?? null}::text is null or d.state = ${state ?? null})
       and (${id ?? null}::uuid is null or d.id = ${id ?? null}::uuid)
       and ${behind(after)}
     order by d."enrollmentId", d.position, d.id limit ${limit + 1}`.execute(db)
  const page = listPage(rows, limit, (row) => [row.enrollmentId, row.position, row.id])
  return { items: page.items.map(fromRow), next: page.next }
}

const roadsIn = ({
  enrollmentId = null,
  programmeId = null,
}: {
  enrollmentId?: string | null | undefined
  programmeId?: string | null | undefined
}) =>
  sql`(${enrollmentId}::uuid is null or e.id = ${enrollmentId}::uuid) and (${programmeId}::uuid is null or e.programme_id = ${programmeId}::uuid)`

const behind = (after: (string | number)[] | null) =>
  after
    ? sql`(d."enrollmentId", d.position, d.id) > (${after[0]}::uuid, ${after[1]}::integer, ${after[2]}::uuid)`
    : sql`true`

const filesOf = (document: RawBuilder<unknown>) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', v.id, 'number', v.number, 'fileId', f.id, 'name', v.name, 'mediaType', f.media_type,
           'size', f.size, 'validUntil', v.valid_until::text, 'addedBy', p.name, 'addedAt', v.added_at, 'withdrawnAt', v.withdrawn_at,
           'withdrawalReason', v.withdrawal_reason) order by v.number desc)
    from participation.document_file v left join files.file f on f.id = v.file_id left join identity.person p on p.id = v.added_by
   where v.document_id = ${document}), '[]')`

const findingsOf = (document: RawBuilder<unknown>) => sql`coalesce((
  select jsonb_agg(jsonb_build_object('id', g.id, 'fileNumber', g.file_number, 'severity', g.severity, 'text', g.text,
           'recommendation', g.recommendation, 'foundBy', p.name, 'foundAt', g.found_at, 'withdrawnAt', g.withdrawn_at,
           'withdrawalReason', g.withdrawal_reason) order by g.id desc)
    from participation.finding g left join identity.person p on p.id = g.found_by
   where g.document_id = ${document}), '[]')`

const instant = (text: string | null) => (text === null ? null : Temporal.Instant.from(text))

const fromRow = ({ files, findings, ...row }: Row): Document => ({
  ...row,
  files: files.map((file) => ({
    ...file,
    addedAt: Temporal.Instant.from(file.addedAt),
    withdrawnAt: instant(file.withdrawnAt),
  })),
  findings: findings.map((finding) => ({
    ...finding,
    foundAt: Temporal.Instant.from(finding.foundAt),
    withdrawnAt: instant(finding.withdrawnAt),
  })),
})

/** Where each wanted document of each road of a programme stands. `isOpen`: nobody has said so in the portal, a workbook may tell it anew. */
export async function listToldDocuments(
  db: Db,
  programmeId: string,
): Promise<{ organizationId: string; key: string; state: DocumentState; isOpen: boolean }[]> {
  const { rows } = await sql<{ organizationId: string; key: string; state: DocumentState; isOpen: boolean }>`
    select e.organization_id as "organizationId", w.key, coalesce(d.state, 'missing') as state, coalesce(d.brought_in, true) as "isOpen"
      from programmes.enrollment e join programmes.wanted_document w on w.programme_id = e.programme_id
      left join participation.document d on d.enrollment_id = e.id and d.key = w.key
     where e.programme_id = ${programmeId}::uuid order by e.organization_id, w.position, w.key`.execute(db)
  return rows
}

/** More than a road may hold. */
const all = 200

/** All of one road. */
export async function documentsOf(db: Db, enrollmentId: string): Promise<Document[]> {
  const found = await listDocuments(db, { enrollmentId, limit: all })
  return isRefusal(found) ? [] : found.items
}

/** One of them; undefined when it is not there or not visible. */
export async function findDocument(
  db: Db,
  id: string,
  on: { enrollmentId?: string | undefined } = {},
): Promise<Document | undefined> {
  if (!isId(id)) return undefined
  const found = await listDocuments(db, { ...on, id, limit: 1 })
  return isRefusal(found) ? undefined : found.items[0]
}
