import { Temporal } from 'temporal-polyfill'
import { germanDate } from '#kernel/local-day.ts'
import { recordRead } from '#foundation/audit/index.ts'
import { takesPart } from '#foundation/programmes/index.ts'
import { hasRole } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { type Due, type DueDocument, dueForAssessor, dueForOrganization } from './queries.ts'
import { participationRoutes as routes } from './routes.ts'

/** What documents and reports want from whoever asks. */
export const participationTasks: TaskSource = {
  name: 'security/participation',
  title: 'Unterlagen und Berichte',
  async list(ctx, { limit }) {
    const { actor, db, now } = ctx
    const isAssessor = hasRole(actor, 'assessor')
    if (!actor.actingFor || !(isAssessor || hasRole(actor, ...takesPart))) return { items: [], total: 0 }
    const all = isAssessor ? await dueForAssessor(db) : await dueForOrganization(db, actor.actingFor.id)
    const shown = all.slice(0, limit)
    const read = isAssessor
      ? shown.map(({ organizationId, enrollmentId }) => ({ organizationId, subjectId: enrollmentId }))
      : []
    return {
      items: shown.map(taskOf),
      total: all.length,
      notes: read.length > 0 ? [recordRead(now, 'participation.read', read)] : [],
    }
  },
}

const count = (many: number, one: string, several: string): string => (many === 1 ? `1 ${one}` : `${many} ${several}`)

function taskOf(due: Due): Task {
  if (due.kind === 'renewal') return taskOfDocument(due)
  const { kind, enrollmentId: id, organizationName, programmeName, many } = due
  const task = (title: string, reason: string, url: string): Task => ({
    key: `${kind}:${id}`,
    title,
    reason,
    dueOn: null,
    url,
  })
  switch (kind) {
    case 'missing':
      return task(
        'Unterlagen ablegen',
        `${programmeName}: ${count(many, 'Dokument fehlt', 'Dokumente fehlen')} noch. Was es nicht gibt, sagen Sie mit einem Klick.`,
        routes.documents.href({ id }),
      )
    case 'draft':
      return task(
        'Berichtsentwurf prüfen',
        `${programmeName}: Das Prüfhaus wartet auf Ihre Abnahme oder Ihre Änderungen.`,
        routes.reports.href({ id }),
      )
    case 'unanswered':
      return task(
        'Beiträge zum Bericht beantworten',
        `${organizationName}, ${programmeName}: ${count(many, 'Beitrag ist', 'Beiträge sind')} ohne Antwort.`,
        routes.reports.href({ id }),
      )
    case 'review':
      return task(
        'Unterlagen prüfen',
        `${organizationName}, ${programmeName}: ${count(many, 'Dokument ist', 'Dokumente sind')} eingegangen.`,
        routes.documents.href({ id }),
      )
    case 'report':
      return task(
        'Bericht liefern',
        `${organizationName}, ${programmeName}: Alles davor ist erledigt, die Kommune wartet.`,
        routes.reports.href({ id }),
      )
  }
}

/** Each by itself: they have days of their own, and end with a new version. */
function taskOfDocument({
  enrollmentId,
  programmeName,
  document: { id, title, validUntil, isOver },
}: DueDocument): Task {
  const last = germanDate(validUntil)
  return {
    key: `${isOver ? 'expired' : 'ending'}:${id}`,
    title: `„${title}“ erneuern`,
    reason: isOver
      ? `${programmeName}: Gilt nicht mehr, letzter Tag war der ${last}. Legen Sie eine neue Fassung ab.`
      : `${programmeName}: Gilt nur noch bis ${last}. Legen Sie eine neue Fassung ab.`,
    dueOn: Temporal.PlainDate.from(validUntil),
    url: routes.document.href({ id: enrollmentId, document: id }),
  }
}
