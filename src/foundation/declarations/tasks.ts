import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Context, hasRole } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { listDuties, type OpenDuty } from './queries.ts'
import { declarationRoutes } from './routes.ts'

const since = ({ since: moment }: OpenDuty): string =>
  moment ? `wartet seit ${germanDay(localDay(moment))}` : 'wartet'

function asTask(duty: OpenDuty): Task {
  const { kind, id, programme, place } = duty
  switch (kind) {
    case 'admit':
      return {
        key: `admit:${id}`,
        title: `${place} zu „${programme}“ zulassen`,
        reason: `Die Erklärung liegt vor · ${since(duty)}`,
        dueOn: null,
        url: declarationRoutes.declaration.href({ id }),
      }
    case 'interest':
      return {
        key: `interest:${id}`,
        title: `Interesse an „${programme}“ beantworten`,
        reason: `${place} · ${since(duty)}`,
        dueOn: null,
        url: declarationRoutes.interests.href({ id }),
      }
  }
}

/** Admissions and interests of those who lead; that a signature is missing, programmes say with all other steps. */
export const declarationTasks: TaskSource = {
  name: 'declarations',
  title: 'Wege in die Programme',
  async list({ db, actor }: Context, { limit }) {
    if (!hasRole(actor, 'programmeManager')) return { items: [], total: 0 }
    const duties = await listDuties(db, { limit })
    return { items: duties.map(asTask), total: duties[0]?.total ?? 0 }
  },
}
