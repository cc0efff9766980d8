import { germanMoment } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { isId } from '#kernel/id.ts'
import { type Answer, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { countJobs, type JobCount, listJobs, type QueuedJob } from '#platform/jobs/queue-state.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Facts } from '#ui/facts/facts.tsx'
import { errorAt, fieldId, Form, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../access.ts'
import { discardJob } from '../discard-job.ts'
import { retryJob } from '../retry-job.ts'
import { jobRoutes } from '../routes.ts'
import { discardInput } from '../schemas.ts'

/** German names of jobs, from those who declare them. */
export type JobTitles = ReadonlyMap<string, string>

const title = 'Aufträge des Systems'
const pageSize = 50

/** What the queue does, what it gave up, and the two deeds for that. */
export const jobPages = (titles: JobTitles): PageRoute[] => [
  show(jobRoutes.list, (ctx, { query }) => listPage(ctx, titles, { cursor: query['ab'] }), { guard: may.tend }),
  submit(
    jobRoutes.retry,
    async (ctx, { params }) => {
      const id = params['id'] ?? ''
      if (!isId(id)) return notFound()
      const outcome = await retryJob(ctx, id)
      if (isRefusal(outcome)) return listPage(ctx, titles, { refusal: outcome })
      return redirect(jobRoutes.list.href(), 'Der Auftrag steht wieder in der Warteschlange und beginnt von vorn.')
    },
    { guard: may.tend },
  ),
  submit(
    jobRoutes.discard,
    async (ctx, { params, form }) => {
      const id = params['id'] ?? ''
      if (!isId(id)) return notFound()
      const input = parse(discardInput, form, 'Der Auftrag ist noch nicht verworfen')
      if (isRefusal(input))
        return listPage(ctx, titles, { refusal: input, typed: { id, reason: form['reason'] ?? '' } })
      const outcome = await discardJob(ctx, id, input.reason)
      if (isRefusal(outcome)) return listPage(ctx, titles, { refusal: outcome })
      return redirect(jobRoutes.list.href(), 'Der Auftrag ist verworfen. Der Grund steht bei ihm.')
    },
    { guard: may.tend },
  ),
]

interface State {
  cursor?: string | undefined
  refusal?: Refusal
  typed?: { id: string; reason: string }
}

async function listPage(ctx: Context, titles: JobTitles, state: State): Promise<Answer> {
  const { refusal, typed } = state
  const counts = await countJobs(ctx)
  const dead = await listJobs(ctx.db, { state: 'dead', limit: pageSize, cursor: state.cursor })
  if (isRefusal(dead)) return unprocessable(dead)
  const failing = await listJobs(ctx.db, { state: 'failing', limit: pageSize })
  if (isRefusal(failing)) return unprocessable(failing)
  const nameOf = (name: string): string => titles.get(name) ?? name
  return page({
    title,
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead title={title} lead={situation(counts)} />
        <div class="lw-stack lw-stack--xl">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={(refusal.errors ?? []).map((error) => ({ ...error, path: `${error.path}-${typed?.id ?? ''}` }))}
              kept={typed ? undefined : ''}
            />
          )}
          <Facts
            items={[
              { label: 'aufgegeben', value: sum(counts, 'dead') },
              { label: 'werden noch einmal versucht', value: sum(counts, 'failing') },
              { label: 'warten', value: sum(counts, 'waiting') },
              { label: 'in 24 Stunden erledigt', value: sum(counts, 'done') },
            ]}
          />
          <Dead items={dead.items} next={dead.next} {...{ ctx, nameOf, refusal, typed }} />
          {failing.items.length > 0 && <Failing items={failing.items} {...{ ctx, nameOf }} />}
          <Kinds counts={counts} {...{ ctx, nameOf }} />
        </div>
      </>
    ),
  })
}

const sum = (counts: JobCount[], what: 'waiting' | 'dead' | 'failing' | 'done'): number =>
  counts.reduce((total, count) => total + count[what], 0)

function situation(counts: JobCount[]): string {
  const dead = sum(counts, 'dead')
  if (dead > 0)
    return `${dead === 1 ? 'Ein Auftrag ist' : `${dead} Aufträge sind`} aufgegeben und ${dead === 1 ? 'wartet' : 'warten'} auf Sie.`
  const failing = sum(counts, 'failing')
  if (failing > 0)
    return `Aufgegeben ist nichts. ${failing === 1 ? 'Ein Auftrag wird' : `${failing} Aufträge werden`} von selbst noch einmal versucht.`
  return 'Alles läuft. Aufgegeben ist nichts.'
}

interface ListProps {
  ctx: Context
  items: QueuedJob[]
  nameOf: (name: string) => string
}

const tries = (attempts: number): string => (attempts === 1 ? '1 Versuch' : `${attempts} Versuche`)

const Dead = ({
  ctx,
  items,
  next,
  nameOf,
  refusal,
  typed,
}: ListProps & { next: string | null; refusal: Refusal | undefined; typed: State['typed'] }) => (
  <Panel id="aufgegeben" title="Aufgegeben">
    {items.length === 0 ? (
      <Empty title="Nichts aufgegeben">
        Was auch nach vielen Versuchen nicht gelingt, steht hier mit dem Grund und wartet auf Ihre Entscheidung.
      </Empty>
    ) : (
      <Table
        caption="Was am längsten wartet, zuerst"
        stack
        rows={items}
        columns={[
          { header: 'Auftrag', rowHeader: true, cell: ({ name }) => nameOf(name) },
          {
            header: 'Aufgegeben',
            cell: ({ deadAt, attempts }) => (
              <>
                {deadAt && germanMoment(deadAt, ctx.now)}
                <div class="lw-table__sub lw-nowrap">nach {tries(attempts)}</div>
              </>
            ),
          },
          { header: 'Grund', cell: ({ failure }) => failure ?? '–' },
          {
            header: 'Was tun',
            cell: ({ id, name }) => (
              <div class="lw-stack lw-stack--s">
                <Form
                  action={jobRoutes.retry.href({ id })}
                  layout="row"
                  label={`${nameOf(name)} noch einmal versuchen`}
                >
                  <Button size="x-small">Noch einmal versuchen</Button>
                </Form>
                <details open={typed?.id === id}>
                  <summary class="lw-link">Verwerfen</summary>
                  <Form action={jobRoutes.discard.href({ id })} label={`${nameOf(name)} verwerfen`}>
                    <TextField
                      id={fieldId(`reason-${id}`)}
                      name="reason"
                      label="Warum er nicht mehr gebraucht wird"
                      value={typed?.id === id ? typed.reason : undefined}
                      maxlength={500}
                      required
                      error={typed?.id === id ? errorAt(refusal?.errors, 'reason') : undefined}
                    />
                    <Button size="x-small">Auftrag verwerfen</Button>
                  </Form>
                </details>
              </div>
            ),
          },
        ]}
      />
    )}
    {next && <Pager next={{ href: withQuery(jobRoutes.list.href(), { ab: next }) }} />}
  </Panel>
)

const Failing = ({ ctx, items, nameOf }: ListProps) => (
  <Panel id="versuche" title="Wird noch einmal versucht">
    <Table
      caption="Von selbst, mit wachsenden Pausen"
      stack
      dense
      rows={items}
      columns={[
        { header: 'Auftrag', rowHeader: true, cell: ({ name }) => nameOf(name) },
        { header: 'Seit', cell: ({ createdAt }) => germanMoment(createdAt, ctx.now) },
        { header: 'Bisher', cell: ({ attempts }) => tries(attempts) },
        { header: 'Nächster Versuch', cell: ({ dueAt }) => germanMoment(dueAt, ctx.now) },
        { header: 'Letzter Grund', cell: ({ failure }) => failure ?? '–' },
      ]}
    />
  </Panel>
)

const Kinds = ({ ctx, counts, nameOf }: { ctx: Context; counts: JobCount[]; nameOf: (name: string) => string }) => (
  <Panel id="arten" title="Nach Art">
    {counts.length === 0 ? (
      <Empty title="Noch kein Auftrag">
        Der erste entsteht mit der ersten Mail oder der nächsten regelmäßigen Arbeit.
      </Empty>
    ) : (
      <Table
        caption="Was die Aufträge enthalten, wird hier nicht gezeigt"
        stack
        dense
        rows={counts}
        columns={[
          { header: 'Auftrag', rowHeader: true, cell: ({ name }) => nameOf(name) },
          { header: 'Warten', numeric: true, cell: ({ waiting }) => waiting },
          { header: 'Laufen', numeric: true, cell: ({ running }) => running },
          { header: 'Erledigt (24 Stunden)', numeric: true, cell: ({ done }) => done },
          {
            header: 'Ältester fälliger',
            cell: ({ oldestDueAt }) => (oldestDueAt ? germanMoment(oldestDueAt, ctx.now) : '–'),
          },
        ]}
      />
    )}
  </Panel>
)
