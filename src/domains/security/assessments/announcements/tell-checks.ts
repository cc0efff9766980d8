import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { longGermanDate } from '#kernel/local-day.ts'
import { shortVersion } from '#foundation/catalogs/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { PublicContext } from '#platform/http/context.ts'
import { idSchema } from '#platform/http/parse.ts'
import { assessmentKinds } from '../notifications.ts'
import { checkPath } from '../assessment.ts'
import { versionInWords } from './announcement.ts'

export const tellingJob = 'assessments.tellMigration'
export const telling = z.object({ announcementId: idSchema })

interface Concerned {
  organization_id: string
  assessment_id: string
  person_ids: string[]
  title: string
  to_id: string
  to_title: string
  to_version: string
  text: string
  due_on: string | null
}

/** Tells whoever answers for a running check on the old version; whoever begins one later finds it there and among the duties. */
export async function tellChecks(ctx: PublicContext, { announcementId }: z.infer<typeof telling>): Promise<void> {
  const { rows } = await sql<Concerned>`select * from security.checks_to_migrate(${announcementId}::uuid)`.execute(
    ctx.db,
  )
  for (const row of rows) {
    const url = checkPath(row.assessment_id, `/fassung?katalog=${row.to_id}`)
    const fassung = versionInWords({ title: row.to_title, version: shortVersion(row.to_version) })
    const last = row.due_on === null ? null : longGermanDate(Temporal.PlainDate.from(row.due_on))
    await notify(ctx, {
      personIds: row.person_ids,
      kind: assessmentKinds.migrationAnnounced,
      title: `Die Prüfung „${row.title}“ soll auf eine neue Fassung überführt werden${last ? `, bis ${last}` : ''}.`,
      url,
      organizationId: row.organization_id,
      mail: {
        template: 'assessments.migrationAnnounced',
        data: {
          pruefung: row.title,
          fassung,
          zeit: last === null ? 'ohne Frist' : `bis ${last}`,
          hinweis: row.text || 'keiner',
          adresse: url,
        },
      },
    })
  }
}
