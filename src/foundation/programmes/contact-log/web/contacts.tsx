import { localDay, germanDate } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { Form, Submit } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { may } from '../../access.ts'
import type { EnrollmentWithSteps } from '../../enrollment.ts'
import { findEnrollment } from '../../enrollments/queries.ts'
import { roadCrumbs } from '../../web/road-crumbs.ts'
import { programmeRoutes } from '../../routes.ts'
import { type ContactEntry, contactKindInWords } from '../contact-entry.ts'
import { findContactEntry, listContactEntries } from '../queries.ts'
import { contactEntryContent } from '../schemas.ts'
import { finishFollowUp, removeContactEntry, writeContactEntry } from '../write-contact-entry.ts'
import { ContactFields, contactLabels } from './contact-fields.tsx'

const nowhere = () => notFound('Diese Teilnahme gibt es nicht, oder Sie arbeiten nicht in diesem Programm.')

type Work = (ctx: Context, road: EnrollmentWithSteps) => Promise<Answer>

/** On a road, for whoever works in its programme. */
async function onRoad(ctx: Context, id: string | undefined, work: Work): Promise<Answer> {
  const road = await findEnrollment(ctx.db, id ?? '')
  if (!road) return nowhere()
  const allowed = may.work(road)
  return isRefusal(allowed) ? forbidden(allowed) : work(ctx, road)
}

async function withEntry(
  ctx: Context,
  { id, entryId }: Record<string, string>,
  work: (road: EnrollmentWithSteps, entry: ContactEntry) => Promise<string | Refusal>,
): Promise<Answer> {
  return onRoad(ctx, id, async (_, road) => {
    const entry = await findContactEntry(ctx.db, entryId ?? '')
    if (!entry || entry.organizationId !== road.organizationId || entry.programmeId !== road.programmeId)
      return nowhere()
    const done = await work(road, entry)
    return isRefusal(done) ? forbidden(done) : redirect(programmeRoutes.contacts.href({ id: road.id }), done)
  })
}

/** What was said with a municipality about a programme, and when to get in touch again. */
export const contactLogPages: PageRoute[] = [
  show(programmeRoutes.contacts, (ctx, { params, query }) =>
    onRoad(ctx, params['id'], (_, road) => logPage(ctx, road, { cursor: query['cursor'], form: {} })),
  ),
  submit(programmeRoutes.contacts, (ctx, { params, form }) =>
    onRoad(ctx, params['id'], async (_, road) => {
      const wanted = parse(
        contactEntryContent,
        { ...form, onDay: form['onDay'] || undefined, followUpOn: form['followUpOn'] || undefined },
        'Der Kontakt ist noch nicht eingetragen',
      )
      if (isRefusal(wanted)) return logPage(ctx, road, { form, refusal: wanted })
      const programme = { id: road.programmeId, name: road.programmeName }
      const written = await writeContactEntry(ctx, { programme, organizationId: road.organizationId }, wanted)
      if (isRefusal(written)) return logPage(ctx, road, { form, refusal: written })
      return redirect(programmeRoutes.contacts.href({ id: road.id }), 'Der Kontakt ist eingetragen.')
    }),
  ),
  submit(programmeRoutes.followUp, (ctx, { params }) =>
    withEntry(ctx, params, async (_, entry) => {
      await finishFollowUp(ctx, entry)
      return 'Erledigt: Die Wiedervorlage ist weg.'
    }),
  ),
  submit(programmeRoutes.contactRemoval, (ctx, { params }) =>
    withEntry(ctx, params, async (road, entry) => {
      const allowed = may.removeEntry(ctx.actor, entry)
      if (isRefusal(allowed)) return allowed
      await removeContactEntry(ctx, entry, { name: road.programmeName })
      return 'Der Eintrag ist entfernt.'
    }),
  ),
]

interface View {
  cursor?: string | undefined
  form: Record<string, string>
  refusal?: Refusal
}

async function logPage(ctx: Context, road: EnrollmentWithSteps, { cursor, form, refusal }: View): Promise<Answer> {
  const { organizationId, programmeId } = road
  const found = await listContactEntries(ctx.db, { organizationId, programmeId, limit: 50, cursor })
  if (isRefusal(found)) return unprocessable(found)
  const title = `Kontakte: ${road.organizationName}`
  return page({
    title,
    crumbs: roadCrumbs(road, 'Kontakte'),
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead
          title={title}
          lead={`Anrufe, Mails, Besuche und Notizen zu ${road.programmeName}. Die Kommune liest das nicht.`}
        />
        <div class="lw-stack lw-stack--xl">
          {refusal && (
            <ErrorSummary
              title={refusal.refused}
              errors={refusal.errors ?? []}
              labels={contactLabels}
              kept="Ihre Angaben stehen noch im Formular."
            />
          )}
          <Panel id="eintragen" title="Kontakt eintragen">
            <div class="lw-measure">
              <Form action={programmeRoutes.contacts.href({ id: road.id })}>
                <ContactFields typed={form} errors={refusal?.errors} today={localDay(ctx.now).toString()} />
                <Submit>Kontakt eintragen</Submit>
              </Form>
            </div>
          </Panel>
          <Panel id="bisher" title="Bisher">
            {found.items.length === 0 ? (
              <Empty title="Noch kein Kontakt">Was Sie eintragen, steht hier, das Neueste zuerst.</Empty>
            ) : (
              <Table
                caption="Das Neueste zuerst"
                captionHidden
                stack
                rows={found.items}
                columns={columnsFor(ctx, road)}
              />
            )}
            {found.next && (
              <Pager
                next={{ href: withQuery(programmeRoutes.contacts.href({ id: road.id }), { cursor: found.next }) }}
              />
            )}
          </Panel>
        </div>
      </>
    ),
  })
}

const columnsFor = (ctx: Context, { id }: EnrollmentWithSteps) => [
  { header: 'Tag', rowHeader: true, cell: ({ onDay }: ContactEntry) => germanDate(onDay) },
  { header: 'Art', cell: ({ kind }: ContactEntry) => <span class="lw-nowrap">{contactKindInWords(kind)}</span> },
  {
    header: 'Inhalt',
    cell: ({ what, withWhom }: ContactEntry) => (
      <>
        {what}
        {withWhom && <div class="lw-table__sub">mit {withWhom}</div>}
      </>
    ),
  },
  { header: 'Von', cell: ({ writerName }: ContactEntry) => writerName ?? 'ehemalige Person' },
  {
    header: 'Wieder melden',
    cell: (entry: ContactEntry) => <FollowUp entry={entry} id={id} />,
  },
  {
    header: 'Noch möglich',
    cell: (entry: ContactEntry) =>
      entry.writtenBy === ctx.actor.personId ? (
        <Form
          action={programmeRoutes.contactRemoval.href({ id, entryId: entry.id })}
          layout="row"
          label={`Eintrag vom ${germanDate(entry.onDay)}: ${entry.what.slice(0, 60)}`}
        >
          <Button size="x-small">Entfernen</Button>
        </Form>
      ) : (
        '–'
      ),
  },
]

const FollowUp = ({ entry, id }: { entry: ContactEntry; id: string }) => {
  if (!entry.followUpOn) return <>–</>
  if (entry.followedUpAt) return <>{germanDate(entry.followUpOn)}, erledigt</>
  return (
    <Form
      action={programmeRoutes.followUp.href({ id, entryId: entry.id })}
      layout="row"
      label={`Wiedervorlage am ${germanDate(entry.followUpOn)}: ${entry.what.slice(0, 60)}`}
    >
      <span>{germanDate(entry.followUpOn)}</span>
      <Button size="x-small">Erledigt</Button>
    </Form>
  )
}
