import { sql } from 'kysely'
import type { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import type { Db } from '#platform/db/database.ts'
import { decodeCursor, listPage } from '#platform/http/cursor.ts'
import type { AuditEntry, Named, Scope } from './audit-entry.ts'

export interface EntryFilter {
  scopes: readonly Scope[]
  limit: number
  cursor?: string | undefined
  /** From this instant on. */
  since?: Temporal.Instant | undefined
  /** Before this instant. */
  until?: Temporal.Instant | undefined
  personId?: string | undefined
  events?: readonly string[] | undefined
}

interface Row extends Pick<
  AuditEntry,
  'id' | 'at' | 'event' | 'subjectId' | 'data' | 'personErased' | 'aboutErased' | 'deputyFor'
> {
  organizationId: string | null
  organization: string | null
  actingForId: string | null
  actingFor: string | null
  personId: string | null
  person: string | null
  aboutId: string | null
  about: string | null
}

const beyondAll = { at: '9999-12-31T00:00:00Z', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }
const nothing = '00000000-0000-0000-0000-000000000000'
const aTime = z.iso.datetime()

/** The newest first. Scopes that the actor does not have give nothing. */
export async function listEntries(
  db: Db,
  filter: EntryFilter,
): Promise<Outcome<{ items: AuditEntry[]; next: string | null }>> {
  const after = decodeCursor(filter.cursor, ['text', 'id'])
  if (isRefusal(after)) return after
  if (after && !aTime.safeParse(after[0]).success)
    return refuse('Diese Fortsetzung passt nicht zu dieser Liste. Bitte ohne cursor von vorn beginnen.')
  const [at, id] = after ?? (filter.until ? [filter.until.toString(), nothing] : [beyondAll.at, beyondAll.id])
  const { rows } = await sql<Row>`
    select id, at, event, subject_id as "subjectId", data, organization_id as "organizationId", organization,
           acting_for as "actingForId", acting_for_name as "actingFor", person_id as "personId", person, person_erased as "personErased",
           about_id as "aboutId", about, about_erased as "aboutErased", audit.represented(data) as "deputyFor"
      from audit.events(${[...filter.scopes]}::text[], ${at}::timestamptz, ${id}::uuid, ${filter.since?.toString() ?? null}::timestamptz,
        ${filter.personId ?? null}::uuid, ${filter.events ? [...filter.events] : null}::text[], ${filter.limit + 1})`.execute(
    db,
  )
  return listPage(rows.map(asEntry), filter.limit, (entry) => [entry.at.toString(), entry.id])
}

const named = (id: string | null, name: string | null): Named | null => (id === null ? null : { id, name: name ?? '' })

const asEntry = (row: Row): AuditEntry => ({
  id: row.id,
  at: row.at,
  event: row.event,
  subjectId: row.subjectId,
  data: row.data,
  organization: named(row.organizationId, row.organization),
  actingFor: named(row.actingForId, row.actingFor),
  person: named(row.personId, row.person),
  personErased: row.personErased ?? false,
  about: named(row.aboutId, row.about),
  aboutErased: row.aboutErased ?? false,
  deputyFor: row.deputyFor ?? [],
})

/** Somebody from elsewhere who read what belongs to the organization. */
export interface Reader {
  /** Null when the person has been erased. */
  person: string | null
  organization: string | null
  times: number
  firstAt: Temporal.Instant
  lastAt: Temporal.Instant
}

/** Who read, since then, without belonging to the organization acted for; the last first. */
export async function listReaders(db: Db, events: readonly string[], since: Temporal.Instant): Promise<Reader[]> {
  const { rows } = await sql<Reader>`
    select person, acting_for_name as organization, times, first_at as "firstAt", last_at as "lastAt"
      from audit.readers(${[...events]}::text[], ${since.toString()}::timestamptz)`.execute(db)
  return rows
}

/** Whom a filter by person offers. */
export async function listDoers(db: Db, scopes: readonly Scope[]): Promise<Named[]> {
  const { rows } = await sql<Named>`select id, name from audit.doers(${[...scopes]}::text[])`.execute(db)
  return rows
}
