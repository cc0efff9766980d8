import { sql } from 'kysely'
import type { SourceKind, ToldSource } from '#foundation/measures/index.ts'
import { isId } from '#kernel/id.ts'
import { participationRoutes as routes } from './routes.ts'

interface Row {
  id: string
  enrollment: string
  subject: string
  label: string
}

const toldOf = (rows: readonly Row[], url: (row: Row) => string): ReadonlyMap<string, ToldSource> =>
  new Map(rows.map((row) => [row.id, { label: row.label, url: url(row) }]))

const documentUrl = ({ enrollment, subject }: Row): string =>
  routes.document.href({ id: enrollment, document: subject })

const uuids = (ids: readonly string[]): string[] => ids.filter(isId)

/** Findings, documents and samples on roads as what measures come from; what they say stays on their own pages. */
export const participationSources: readonly SourceKind[] = [
  {
    type: 'finding',
    title: 'Befund',
    async describe({ db }, ids) {
      const { rows } = await sql<Row>`
        select f.id, f.enrollment_id as enrollment, f.document_id as subject, 'Befund zu „' || d.title || '“' as label
          from participation.finding f join participation.document d on d.id = f.document_id
         where f.id = any (${uuids(ids)}::uuid[])`.execute(db)
      return toldOf(rows, (row) => `${documentUrl(row)}#befunde`)
    },
  },
  {
    type: 'policy',
    title: 'Dokument',
    async describe({ db }, ids) {
      const { rows } = await sql<Row>`
        select d.id, d.enrollment_id as enrollment, d.id as subject, d.title as label
          from participation.document d where d.id = any (${uuids(ids)}::uuid[])`.execute(db)
      return toldOf(rows, documentUrl)
    },
  },
  {
    type: 'spotCheck',
    title: 'Stichprobe',
    async describe({ db }, ids) {
      const { rows } = await sql<Row>`
        select distinct on (s.id) s.id, s.enrollment_id as enrollment, s.id as subject, 'Stichprobe ' || s.number || ': ' || s.object as label
          from participation.spot_check s where s.id = any (${uuids(ids)}::uuid[]) order by s.id, s.version desc`.execute(
        db,
      )
      return toldOf(rows, ({ enrollment, subject }) => routes.spotCheck.href({ id: enrollment, check: subject }))
    },
  },
]
