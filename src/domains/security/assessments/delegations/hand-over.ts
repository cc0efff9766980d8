import type { HandOver } from '#foundation/identity/index.ts'
import { germanDay } from '#kernel/local-day.ts'
import { findCatalog } from '#foundation/catalogs/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import { isChecked } from '../access.ts'
import { checkPath } from '../assessment.ts'
import { Temporal } from 'temporal-polyfill'
import { sql } from 'kysely'
import { assessmentKinds } from '../notifications.ts'

interface Row {
  assessment_id: string
  catalog_id: string
  lists: number
  due_on: string | null
  taken: boolean
  delegated_by: string
}

/** Lists that somebody answers who leaves: the successor does from now on; without one they go back to who gave them. */
export const handOverDelegations: HandOver = async (ctx, { place, person, successor }) => {
  if (!isChecked(place.kind)) return []
  const ids = Array.from({ length: 100 }, () => newId())
  const { rows } = await sql<Row>`
    select assessment_id, catalog_id, lists, due_on::text, taken, delegated_by
      from security.hand_over_delegations(${person.id}::uuid, ${place.id}::uuid, ${successor?.id ?? null}::uuid, ${ids}::uuid[],
                                          ${ctx.now.toString()}::timestamptz)`.execute(ctx.db)
  const titles = new Map<string, string>()
  for (const { catalog_id } of rows) titles.set(catalog_id, (await findCatalog(ctx.db, catalog_id))?.title ?? 'Prüfung')
  const titleOf = ({ catalog_id }: Row): string => titles.get(catalog_id) ?? 'Prüfung'
  for (const row of rows)
    await notify(ctx, {
      personIds: row.taken && successor ? [successor.id, row.delegated_by] : [row.delegated_by],
      kind: assessmentKinds.delegationHandedOver,
      title: row.taken
        ? `${successor?.name} beantwortet in „${titleOf(row)}“ weiter, was ${person.name} hatte.`
        : `${person.name} scheidet aus. Die Listen in „${titleOf(row)}“ sind wieder bei Ihnen.`,
      url: checkPath(row.assessment_id),
      organizationId: place.id,
    })
  return rows.map((row) => ({
    what: `${row.lists === 1 ? '1 Liste' : `${row.lists} Listen`} der Prüfung „${titleOf(row)}“${
      row.due_on === null ? '' : ` (bis ${germanDay(Temporal.PlainDate.from(row.due_on))})`
    }${row.taken ? '' : ': zurück an die Person, die sie weitergegeben hat'}`,
    to: row.taken ? (successor?.name ?? null) : null,
  }))
}
