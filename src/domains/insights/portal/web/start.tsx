import { isRefusal } from '#kernel/outcome.ts'
import { localDay } from '#kernel/local-day.ts'
import { joinReads } from '#foundation/audit/index.ts'
import { waitingOf } from '#foundation/identity/index.ts'
import { mayAssess, openChecks, visitsOf } from '#domains/security/assessments/index.ts'
import { type Answer, type Note, page } from '#platform/http/answer.ts'
import { type Actor, type Context, hasRole } from '#platform/http/context.ts'
import type { CalendarSource } from '#platform/portal/calendar-entry.ts'
import type { TaskSource } from '#platform/portal/task.ts'
import { collectDuties, countUrgent } from '../collect-duties.ts'
import { type LoadPart, loadParts } from '../load-parts.ts'
import { markVisit } from '../mark-visit.ts'
import { nextDates } from '../next-dates.ts'
import { readNews } from '../queries.ts'
import { isMarked } from '../visit.ts'
import { StartPage } from './start-page.tsx'

/** What the start page is made of besides this module; app knows it. */
export interface StartParts {
  tasks: readonly TaskSource[]
  calendar: readonly CalendarSource[]
  /** Where somebody who has nothing to do can begin. */
  waysOf(actor: Actor): readonly WayGroup[]
  /** Pages that the start page leads to; without an address there is no link. */
  links: { inbox?: string | undefined; calendar?: string | undefined }
}

interface WayGroup {
  label: string
  items: readonly { href: string; label: string; note: string }[]
}

/** So many duties are looked at to count what is urgent, and so many of them are shown. */
const looked = 100
const shown = 8
const dates = 5

/** The first page of somebody who is signed in: what is to do, how it stands, what comes and what is new. */
export async function startPage(ctx: Context, parts: StartParts): Promise<Answer> {
  const { whole, faults } = await loadParts(ctx.db, (part) => loadStart(ctx, parts, part))
  const today = localDay(ctx.now)
  const { duties, news } = whole
  const urgent = countUrgent(duties.items, today)
  return page({
    title: 'Start',
    faults,
    notes: [...joinReads([...duties.notes, ...whole.notes]), ...visitNote(ctx, whole)],
    duties: duties.counts.some(({ total }) => total === null) ? undefined : duties.total,
    view: () => (
      <StartPage
        {...whole}
        actor={ctx.actor}
        now={ctx.now}
        today={today}
        duties={{ ...duties, items: duties.items.slice(0, shown) }}
        urgent={{ ...urgent, isMore: urgent.late === looked, next: duties.items[0]?.dueOn ?? null }}
        news={news}
        ways={parts.waysOf(ctx.actor)}
        links={parts.links}
      />
    ),
  })
}

async function loadStart(ctx: Context, { tasks, calendar }: StartParts, part: LoadPart) {
  const { actor } = ctx
  const isAssessor = hasRole(actor, 'assessor')
  const duties = await collectDuties(ctx, tasks, part, { limit: looked })
  const visits = isAssessor ? await part('visits', () => visitsOf(ctx), null) : null
  const checks = !isAssessor && mayAssess.see(actor) ? await part('checks', () => ownChecks(ctx), null) : null
  const waiting = await part('waiting', () => waitingOf(ctx), [])
  const notes: Note[] = [...(visits?.notes ?? []), ...(checks?.notes ?? [])]
  return {
    duties,
    visits: visits?.visits ?? [],
    checks,
    waiting,
    dates: await nextDates(ctx, calendar, part, dates),
    news: await part('news', () => readNews(ctx), null),
    notes,
  }
}

async function ownChecks(ctx: Context) {
  const checks = await openChecks(ctx)
  if (isRefusal(checks)) throw new Error(checks.refused)
  return checks
}

/** Written after the page: being seen is not what the page is for. */
function visitNote(ctx: Context, { news }: Awaited<ReturnType<typeof loadStart>>): Note[] {
  if (!news || isMarked(news.visit, ctx.now)) return []
  return [{ kind: 'trace', write: (db) => markVisit({ ...ctx, db }) }]
}
