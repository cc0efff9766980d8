import { sql } from 'kysely'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { answering } from '../access.ts'
import { type Assessment, checkPath } from '../assessment.ts'
import { assessmentKinds } from '../notifications.ts'
import { may } from './access.ts'
import { delegatesOf } from './queries.ts'

export interface Undone {
  /** The check that runs again. */
  assessmentId: string
  /** Answers given in the new one that were put on top in the old one. */
  carriedBack: number
  /** Answers that have no place there and stay readable in the new one. */
  left: number
}

interface Result {
  outcome: 'done' | 'undone' | 'notMigrated' | 'movedOn' | 'signed' | 'taken'
  assessment_id: string | null
  carried_back: number
  left_behind: number
}

/** The newer check of the pair that a check belongs to: what it went to, else itself where it came from another. */
export const newerOf = ({ id, migratedTo, migratedFrom }: Assessment): string | null =>
  migratedTo ?? (migratedFrom === null ? null : id)

export const notMigrated = 'Diese Prüfung ist nicht aus einer anderen Fassung überführt, und nicht in eine andere.'

/** The old check runs again, with what was answered meanwhile on top. Until somebody has signed the new one. */
export async function undoMigration(ctx: Context, assessment: Assessment): Promise<Outcome<Undone>> {
  const allowed = may.migrate(ctx.actor, assessment)
  if (isRefusal(allowed)) return allowed
  const newer = newerOf(assessment)
  if (newer === null) return refuse(notMigrated)
  const { rows } = await sql<Result>`
    select outcome, assessment_id, carried_back, left_behind
      from security.undo_migration(${newer}::uuid, ${ctx.now.toString()}::timestamptz)`.execute(ctx.db)
  const result = rows[0]
  if (!result?.assessment_id) return refuse(notMigrated)
  const undone = { assessmentId: result.assessment_id, carriedBack: result.carried_back, left: result.left_behind }
  switch (result.outcome) {
    case 'done':
      await noteAndTell(ctx, assessment, newer, undone)
      return undone
    case 'undone':
      return undone
    case 'signed':
      return refuse(
        'Zurückgenommen ist nichts: Die neue Prüfung hat schon jemand unterschrieben. Erst wenn die Unterschrift auf der Seite „Abnahme“ zurückgenommen ist, geht es wieder.',
      )
    case 'movedOn':
      return refuse(
        'Zurückgenommen ist nichts: Die Prüfung ist inzwischen in eine weitere Fassung überführt. Nehmen Sie zuerst diese Überführung zurück.',
      )
    case 'taken':
      return refuse(
        'Zurückgenommen ist nichts: Mit der früheren Fassung hat inzwischen jemand eine neue Prüfung begonnen, und es läuft immer nur eine.',
      )
    case 'notMigrated':
      return refuse(notMigrated)
  }
}

async function noteAndTell(ctx: Context, { organizationId, catalogTitle }: Assessment, newer: string, undone: Undone) {
  const { assessmentId, carriedBack, left } = undone
  await record(ctx, 'assessment.migrationUndone', {
    organizationId,
    subjectId: assessmentId,
    data: { from: newer, carriedBack, left },
    needs: answering,
  })
  await notify(ctx, {
    personIds: (await delegatesOf(ctx.db, assessmentId)).filter((person) => person !== ctx.actor.personId),
    kind: assessmentKinds.assessmentMigrated,
    title: `${ctx.actor.name} hat die Überführung von „${catalogTitle}“ zurückgenommen. Ihre Listen stehen wieder in der Prüfung davor.`,
    url: checkPath(assessmentId),
    organizationId,
  })
}
