import { Temporal } from 'temporal-polyfill'
import { hasRole } from '#platform/http/context.ts'
import type { TaskSource } from '#platform/portal/task.ts'
import { programmeRoutes } from '../routes.ts'
import { contactKindInWords } from './contact-entry.ts'
import { listFollowUps } from './queries.ts'

/** Municipalities that somebody of the cooperative wanted to get in touch with again. */
export const followUpTasks: TaskSource = {
  name: 'foundation/programmes/contact-log',
  title: 'Wiedervorlagen',
  async list({ db, actor }, { limit }) {
    if (!hasRole(actor, 'programmeManager', 'guide')) return { items: [], total: 0 }
    const { items, total } = await listFollowUps(db, { personId: actor.personId, limit })
    return {
      total,
      items: items.map(
        ({ id, kind, organizationName, programmeName, what, followUpOn, enrollmentId, programmeId }) => ({
          key: `follow-up:${id}`,
          title: `${organizationName} wieder ansprechen`,
          reason: `${programmeName} · ${contactKindInWords(kind)}: ${what.length > 90 ? `${what.slice(0, 89)}…` : what}`,
          dueOn: followUpOn === null ? null : Temporal.PlainDate.from(followUpOn),
          url: enrollmentId
            ? programmeRoutes.contacts.href({ id: enrollmentId })
            : programmeRoutes.outreach.href({ id: programmeId }),
        }),
      ),
    }
  },
}
