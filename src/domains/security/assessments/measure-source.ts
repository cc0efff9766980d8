import { sql } from 'kysely'
import type { SourceKind } from '#foundation/measures/index.ts'
import { isId } from '#kernel/id.ts'
import { checkPath } from './assessment.ts'

interface Row {
  assessment: string | null
  id: string
  title: string
}

/** How a measure names a question: the check and the question in it. */
export const questionSource = (assessmentId: string, controlId: string): string => `${assessmentId}/${controlId}`

/** Questions of checks as what measures come from; `check/question`, or the question alone, which then leads nowhere. */
export const controlSource: SourceKind = {
  type: 'control',
  title: 'Frage der Prüfung',
  async describe({ db }, ids) {
    const wanted = ids.map((id) => {
      const [assessment = '', ...rest] = id.split('/')
      return isId(assessment) && rest.length > 0
        ? { source: id, assessment, id: rest.join('/') }
        : { source: id, assessment: null, id }
    })
    const { rows } = await sql<Row & { source: string }>`
      select w.source, w.assessment, c.id, c.title
        from (select v.source, coalesce(n.assessment, v.assessment) as assessment, coalesce(n.id, v.id) as id
                from jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as v(source text, assessment uuid, id text)
                -- A question of a check that was moved is told by where it is now.
                left join lateral (
                  select m.id as assessment, e ->> 1 as id
                    from security.assessment m cross join jsonb_array_elements(m.moved_pairs) e
                   where m.migrated_from = v.assessment and m.closed_why is distinct from 'undone' and e ->> 0 = v.id) n on true) w
       cross join lateral (
         select c.id, c.title from catalogs.control c
          where c.id = w.id and (w.assessment is null or c.catalog_id = (select a.catalog_id from security.assessment a where a.id = w.assessment))
          order by c.catalog_id desc limit 1) c`.execute(db)
    return new Map(rows.map(({ source, ...row }) => [source, { label: row.title, url: urlOf(row) }]))
  },
}

const urlOf = ({ assessment, id }: Row): string | null =>
  assessment === null ? null : `${checkPath(assessment)}/fragen/${encodeURIComponent(id)}`
