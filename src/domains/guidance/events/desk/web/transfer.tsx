import { isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { type Answer, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { ButtonLink } from '#ui/button/button.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Form, HiddenField, Submit } from '#ui/form/form.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { withQuery } from '#platform/http/route.ts'
import { type Event, runInWords } from '../../event/event.ts'
import { listRuns } from '../../event/queries.ts'
import { transfer } from '../../places/decide.ts'
import { allRegistrations } from '../../places/queries.ts'
import { eventRoutes } from '../../routes.ts'
import { type TransferPreview, transferOf } from '../transfer-preview.ts'
import { crumbsOf, desk, nameOf, onEvent } from './on-event.ts'

const title = 'Warteliste übernehmen'

/** The rest of the list goes into another run, with its order. */
export const deskTransferPages: PageRoute[] = [
  show(
    eventRoutes.transfer,
    onEvent((ctx, event, { query }) => transferPage(ctx, event, query['durchgang'])),
    desk,
  ),
  submit(
    eventRoutes.transfer,
    onEvent(async (ctx, event, { form }) => {
      const target = (await runsBeside(ctx, event)).find(({ id }) => id === form['eventId'])
      const done = target ? await transfer(ctx, event, target) : refuse('Bitte wählen Sie zuerst einen Durchgang.')
      if (isRefusal(done)) return transferPage(ctx, event, target?.id, done)
      return redirect(
        eventRoutes.people.href({ id: target?.id ?? event.id }),
        done.moved === 1 ? 'Eine Anmeldung ist übernommen.' : `${done.moved} Anmeldungen sind übernommen.`,
      )
    }),
    desk,
  ),
]

const runsBeside = async (ctx: Context, event: Event): Promise<Event[]> =>
  (await listRuns(ctx.db, event.lineId)).filter(
    ({ id, publishedAt, cancelledAt }) => id !== event.id && publishedAt !== null && cancelledAt === null,
  )

async function transferPage(ctx: Context, event: Event, asked: string | undefined, refusal?: Refusal): Promise<Answer> {
  const runs = await runsBeside(ctx, event)
  const target = runs.find(({ id }) => id === asked) ?? runs.find(({ run }) => run > event.run) ?? runs.at(-1)
  const here = await allRegistrations(ctx.db, event.id)
  const preview = target ? transferOf(here, await allRegistrations(ctx.db, target.id)) : undefined
  const { id } = event
  return page({
    title: `${title}: ${nameOf(event)}`,
    crumbs: crumbsOf(event, title),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <div class="lw-stack lw-stack--l">
        <PageHead
          title={title}
          lead={`${nameOf(event)}. Übernommen wird, wer noch wartet oder ein Angebot verstreichen ließ.`}
        />
        {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} kept="" />}
        {target && preview ? (
          <>
            {runs.length > 1 && (
              <Filters
                label="In welchen Durchgang"
                items={runs.map((run) => ({
                  label: runInWords(run),
                  href: withQuery(eventRoutes.transfer.href({ id }), { durchgang: run.id }),
                  current: run.id === target.id,
                }))}
              />
            )}
            <Preview event={event} target={target} preview={preview} />
          </>
        ) : (
          <Empty
            level={2}
            title="Noch kein anderer Durchgang"
            actions={<ButtonLink href={eventRoutes.nextRun.href({ id })}>Nächsten Durchgang anlegen</ButtonLink>}
          >
            Übernommen wird in einen veröffentlichten Durchgang desselben Kurses.
          </Empty>
        )}
      </div>
    ),
  })
}

const Preview = ({ event, target, preview }: { event: Event; target: Event; preview: TransferPreview }) => {
  const { going, staying } = preview
  return (
    <Panel id="vorschau" title={`In ${nameOf(target)}`}>
      <div class="lw-stack lw-measure">
        {going.length === 0 ? (
          <p>Es wartet niemand, der übernommen werden könnte.</p>
        ) : (
          <>
            <p>
              {going.length === 1 ? 'Eine Person wird' : `${going.length} Personen werden`} in dieser Reihenfolge
              übernommen, vor allen, die dort neu auf die Warteliste kommen. Freie Plätze gehen sofort an sie.
            </p>
            <ol class="lw-list">
              {going.map(({ name, organization }) => (
                <li>{organization ? `${name}, ${organization}` : name}</li>
              ))}
            </ol>
          </>
        )}
        {staying.length > 0 && (
          <p>Dort schon angemeldet und deshalb nicht übernommen: {staying.map(({ name }) => name).join(', ')}.</p>
        )}
        {going.length > 0 && (
          <Form action={eventRoutes.transfer.href({ id: event.id })}>
            <HiddenField name="eventId" value={target.id} />
            <p>
              <Submit>{going.length === 1 ? 'Eine Person übernehmen' : `${going.length} Personen übernehmen`}</Submit>
            </p>
          </Form>
        )}
      </div>
    </Panel>
  )
}
