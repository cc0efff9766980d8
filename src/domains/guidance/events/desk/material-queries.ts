import { sql } from 'kysely'
import { isId } from '#kernel/id.ts'
import type { Db } from '#platform/db/database.ts'
import type { Material } from './material.ts'

const columns = sql`
  m.id, m.event_id as "eventId", m.title, m.url, m.file_id as "fileId", f.name as "fileName", m.for_everybody as "forEverybody",
  m.added_at as "addedAt"`

/** What goes with an event, as far as the reader may see it, in the order in which it came. */
export async function listMaterials(db: Db, eventId: string): Promise<Material[]> {
  const { rows } = await sql<Material>`
    select ${columns} from guidance.material m left join files.file f on f.id = m.file_id
     where m.event_id = ${eventId}::uuid order by m.id limit 100`.execute(db)
  return rows
}

export async function findMaterial(db: Db, eventId: string, id: string): Promise<Material | undefined> {
  if (!isId(id)) return undefined
  return (await listMaterials(db, eventId)).find((material) => material.id === id)
}
