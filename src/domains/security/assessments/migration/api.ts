import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { findCatalog } from '#foundation/catalogs/index.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import type { Assessment } from '../assessment.ts'
import { catalogIdExample } from '../examples.ts'
import { onAssessment, one, readers } from '../on-check.ts'
import { may } from './access.ts'
import { findMigrated } from './find-migrated.ts'
import { planJson, undoneJson } from './json.ts'
import { migrateAssessment } from './migrate-assessment.ts'
import { planMigration } from './plan-migration.ts'
import { migratedOut, migrationIn, migrationReply } from './schemas.ts'
import { notMigrated, undoMigration } from './undo-migration.ts'

const tag = 'Assessments'

const item = {
  before: { id: 'KONF.11.7', title: 'Übersicht angemeldeter Verbindungen' },
  after: { id: 'KONF.11.6', title: 'Übersicht angemeldeter Verbindungen' },
  answered: true,
  changes: [],
}
const none = { count: 0, items: [] }
const partsExample = { same: none, renumbered: { count: 1, items: [item] }, changed: none, lost: none, new: none }
const idsExample = {
  assessmentId: '01940d1c-5c00-7a60-8000-6f5e4d3c2b1b',
  migratedFrom: '01940d1c-5c00-7a60-8000-6f5e4d3c2b1a',
}

export const migrationOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/assessments/{id}/migration',
    id: 'migrateAssessment',
    summary: 'Move a check to another version of its catalog with all answers, or undo that',
    title: 'Prüfung in eine andere Fassung des Katalogs überführen, oder das zurücknehmen',
    who: 'Own chief executive, security officer, IT staff',
    tag,
    params: one,
    query: z.object({
      dryRun: z.enum(['0', '1']).default('0').meta({ description: '1: only tell what would be done' }),
    }),
    body: migrationIn,
    bodyExample: { catalogId: catalogIdExample },
    problems: { 403: 'Only own staff that answers the whole check' },
    reply: {
      status: 200,
      description: 'What became of every requirement',
      schema: migrationReply,
      example: { ...idsExample, ...partsExample },
    },
    work: (ctx, { params, query, body }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const allowed = may.migrate(ctx.actor, assessment)
        if (isRefusal(allowed)) return forbidden(allowed)
        if (body.catalogId === undefined) return undo(ctx, assessment, query.dryRun === '1')
        return migrate(ctx, assessment, body.catalogId, query.dryRun === '1')
      }),
  }),
  operation({
    method: 'get',
    path: '/assessments/{id}/migration',
    id: 'getAssessmentMigration',
    summary: 'What was moved between two versions of a catalog, by the old check or the new one',
    title: 'Überführung einer Prüfung zeigen',
    who: readers,
    tag,
    params: one,
    problems: { 403: 'A delegate of single lists', 404: 'No such check, or it was not moved' },
    reply: {
      status: 200,
      description: 'What became of every requirement',
      schema: migratedOut,
      example: { ...idsExample, migratedAt: '2026-11-23T09:42:00Z', undone: false, ...partsExample },
    },
    work: (ctx, { params }) =>
      onAssessment(ctx, params.id, async (assessment) => {
        const allowed = may.see(assessment)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await findMigrated(ctx, assessment)
        if (!done) return notFound(notMigrated)
        const { newer, older, plan } = done
        return json({
          assessmentId: newer.id,
          migratedFrom: older.id,
          migratedAt: newer.startedAt.toString(),
          undone: newer.closed === 'undone',
          ...planJson(plan),
        })
      }),
  }),
]

async function migrate(ctx: Context, assessment: Assessment, catalogId: string, dryRun: boolean): Promise<Answer> {
  const catalog = await findCatalog(ctx.db, catalogId)
  if (!catalog) return notFound('Diesen Katalog gibt es nicht.')
  const from = { migratedFrom: assessment.id }
  if (dryRun) {
    const plan = await planMigration(ctx, assessment, catalog)
    return isRefusal(plan) ? unprocessable(plan) : json({ assessmentId: null, ...from, ...planJson(plan) })
  }
  const done = await migrateAssessment(ctx, assessment, catalog)
  return isRefusal(done)
    ? unprocessable(done)
    : json({ assessmentId: done.assessmentId, ...from, ...planJson(done.plan) })
}

async function undo(ctx: Context, assessment: Assessment, dryRun: boolean): Promise<Answer> {
  if (dryRun)
    return unprocessable({ refused: 'Zurückgenommen ist nichts: Ein Probelauf geht nur für das Überführen selbst.' })
  const undone = await undoMigration(ctx, assessment)
  return isRefusal(undone) ? unprocessable(undone) : json(undoneJson(undone))
}
