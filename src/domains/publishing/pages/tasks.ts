import { isRefusal } from '#kernel/outcome.ts'
import type { Context } from '#platform/http/context.ts'
import type { Task, TaskSource } from '#platform/portal/task.ts'
import { may } from './access.ts'
import type { BarrierReport } from './barrier-report.ts'
import { gapsIn } from './plain-page.ts'
import { type CurrentPage, listOpenReports, listPageTexts } from './queries.ts'
import { pageRoutes } from './routes.ts'

const reportTask = ({ id, place, email, dueOn }: BarrierReport): Task => ({
  key: `barrier:${id}`,
  title: 'Gemeldete Barriere beantworten',
  reason: [
    place === '' ? 'ohne Angabe, wo' : place,
    email === '' ? 'ohne Adresse: Ihre Antwort bleibt im Portal' : 'Ihre Antwort geht per Mail hinaus',
  ].join(' · '),
  dueOn,
  url: pageRoutes.report.href({ id }),
})

const gapTask = ({ page, text }: CurrentPage): Task => ({
  key: `page:${page.name}`,
  title: `${page.title} ergänzen`,
  reason: `Öffentlich fehlen dort noch: ${gapsIn(text).join(', ')}.`,
  dueOn: null,
  url: pageRoutes.change.href({ name: page.name }),
})

/** What the office owes to the public: answers in time, and the facts that only it knows. */
export const pageTasks = {
  name: 'pages',
  title: 'Öffentliche Seiten',
  async list(ctx: Context, { limit }) {
    const open = isRefusal(may.answer(ctx.actor)) ? { items: [], total: 0 } : await listOpenReports(ctx, limit)
    const pages = isRefusal(may.word(ctx.actor)) ? [] : await listPageTexts(ctx.db)
    const gaps = pages.filter(({ text }) => gapsIn(text).length > 0)
    return {
      items: [...open.items.map(reportTask), ...gaps.map(gapTask)].slice(0, limit),
      total: open.total + gaps.length,
    }
  },
} satisfies TaskSource
