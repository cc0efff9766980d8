import { isRefusal } from '#kernel/outcome.ts'
import type { Actor } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { type Duty, dueOn, reasonOf, titleOf } from './duties/duty.ts'
import { listDuties } from './duties/queries.ts'
import { may as mayInvite } from './invitations/access.ts'
import { replacementRoutes } from './people/routes.ts'
import { may as mayReplace } from './replacements/access.ts'
import { invitationRoutes } from './routes.ts'

/** What people's access wants: invitations that ran out, organizations that nobody administers, proposals of replacement. */
export const identityTasks: TaskSource = {
  name: 'identity',
  title: 'Personen und Zugänge',
  async list(ctx, { limit }) {
    const { actor } = ctx
    if (isRefusal(mayInvite.see(actor))) return { items: [], total: 0 }
    const { duties, total } = await listDuties(ctx, scopeOf(actor), limit)
    return { items: duties.map(taskOf), total }
  },
}

const scopeOf = (actor: Actor) => {
  const own = actor.actingFor?.id ?? ''
  return {
    isCooperative: mayReplace.isCooperative(actor),
    ownHead: isRefusal(mayReplace.object(actor, { organizationId: own })) ? null : own,
  }
}

const taskOf = (duty: Duty): Task => ({
  key: duty.key,
  title: titleOf(duty),
  reason: reasonOf(duty),
  dueOn: dueOn(duty),
  url: hrefOf(duty),
})

function hrefOf({ kind }: Duty): string {
  switch (kind) {
    case 'expired':
    case 'empty':
      return invitationRoutes.list.href()
    case 'confirm':
    case 'object':
    case 'headless':
      return replacementRoutes.list.href()
  }
}
