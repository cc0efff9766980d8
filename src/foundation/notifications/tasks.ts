import { isRefusal } from '#kernel/outcome.ts'
import type { TaskSource } from '#platform/portal/task.ts'
import { may } from './access.ts'
import { countOutbox } from './queries.ts'
import { notificationRoutes } from './routes.ts'

/** Mails that did not leave the house: whoever tends mail looks at them, once for all. */
export const mailTasks: TaskSource = {
  name: 'notifications',
  title: 'Postausgang',
  async list(ctx) {
    if (isRefusal(may.tendMail(ctx.actor))) return { items: [], total: 0 }
    const { failed } = await countOutbox(ctx.db)
    if (failed === 0) return { items: [], total: 0 }
    const title =
      failed === 1 ? 'Eine Mail, die nicht hinausging, ansehen' : `${failed} Mails, die nicht hinausgingen, ansehen`
    const reason = 'Die Empfänger wissen noch nichts davon · noch einmal senden können Geschäftsstelle und Betrieb'
    return { items: [{ key: 'failed', title, reason, dueOn: null, url: notificationRoutes.outbox.href() }], total: 1 }
  },
}
