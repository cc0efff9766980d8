import { localDay } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { kindInWords } from '#foundation/organizations/index.ts'
import { type Answer, notFound, page, redirect, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { withQuery } from '#platform/http/route.ts'
import { Alert } from '#ui/alert/alert.tsx'
import { Button } from '#ui/button/button.tsx'
import { Empty } from '#ui/empty/empty.tsx'
import { Filters } from '#ui/filters/filters.tsx'
import { Form } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Pager } from '#ui/pager/pager.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Prose } from '#ui/prose/prose.tsx'
import { Table } from '#ui/table/table.tsx'
import { contactEntryContent } from '../../contact-log/schemas.ts'
import type { Programme } from '../../programme.ts'
import { programmeRoutes } from '../../routes.ts'
import { type Approach, approachInWords, type ApproachState, approachStates, type Campaign } from '../campaign.ts'
import { closeCampaign } from '../begin-campaign.ts'
import { noteApproach } from '../note-approach.ts'
import { findCampaign, listApproaches } from '../queries.ts'
import { approachChange } from '../schemas.ts'
import { ApproachForm } from './approach-form.tsx'
import { inProgramme } from './outreach.tsx'

const nowhere = () => notFound('Diese Ansprache gibt es nicht.')

async function onCampaign(
  ctx: Context,
  { id, campaignId }: Record<string, string>,
  work: (programme: Programme, campaign: Campaign) => Promise<Answer>,
): Promise<Answer> {
  return inProgramme(ctx, id, async (programme) => {
    const campaign = await findCampaign(ctx.db, campaignId ?? '')
    return campaign?.programmeId === programme.id ? work(programme, campaign) : nowhere()
  })
}

/** Going through the municipalities of a campaign, one call after the other. */
export const campaignPages: PageRoute[] = [
  show(programmeRoutes.campaign, (ctx, { params, query }) =>
    onCampaign(ctx, params, (programme, campaign) => campaignPage(ctx, programme, campaign, { query })),
  ),
  submit(programmeRoutes.approach, (ctx, { params, form }) =>
    onCampaign(ctx, params, async (programme, campaign) => {
      const organizationId = params['organizationId'] ?? ''
      const wanted = readApproach(form)
      if (isRefusal(wanted))
        return campaignPage(ctx, programme, campaign, { query: {}, typed: { organizationId, form, refusal: wanted } })
      const outcome = await noteApproach(ctx, { campaign, programme, organizationId }, wanted)
      if (isRefusal(outcome))
        return campaignPage(ctx, programme, campaign, { query: {}, typed: { organizationId, form, refusal: outcome } })
      if (outcome === 'stale')
        return campaignPage(ctx, programme, campaign, { query: {}, typed: { organizationId, form, isStale: true } })
      return redirect(
        programmeRoutes.campaign.href({ id: programme.id, campaignId: campaign.id }),
        'Der Kontakt ist eingetragen.',
      )
    }),
  ),
  submit(programmeRoutes.campaignClosing, (ctx, { params }) =>
    onCampaign(ctx, params, async (programme, campaign) => {
      await closeCampaign(ctx, programme, campaign)
      return redirect(programmeRoutes.outreach.href({ id: programme.id }), `„${campaign.title}“ ist beendet.`)
    }),
  ),
]

function readApproach(form: Record<string, string>) {
  const entry = form['what']?.trim()
    ? parse(
        contactEntryContent,
        { ...form, onDay: form['onDay'] || undefined, followUpOn: form['followUpOn'] || undefined },
        'Der Kontakt ist noch nicht eingetragen',
      )
    : undefined
  if (isRefusal(entry)) return entry
  return parse(
    approachChange,
    { state: form['state'], version: Number(form['version']) || 0, entry },
    'Der Kontakt ist noch nicht eingetragen',
  )
}

export interface Typed {
  organizationId: string
  form: Record<string, string>
  refusal?: Refusal
  /** A colleague was faster; nothing was written. */
  isStale?: true
}

const isState = (text: string | undefined): text is ApproachState => approachStates.some((state) => state === text)

async function campaignPage(
  ctx: Context,
  programme: Programme,
  campaign: Campaign,
  { query, typed }: { query: Record<string, string>; typed?: Typed },
): Promise<Answer> {
  const state = isState(query['stand']) ? query['stand'] : undefined
  const found = await listApproaches(ctx.db, campaign.id, { state, limit: 50, cursor: query['cursor'] })
  if (isRefusal(found)) return unprocessable(found)
  const here = programmeRoutes.campaign.href({ id: programme.id, campaignId: campaign.id })
  return page({
    title: campaign.title,
    crumbs: [
      { label: 'Programme', href: programmeRoutes.list.href() },
      { label: programme.name, href: programmeRoutes.show.href({ id: programme.id }) },
      { label: 'Ansprache', href: programmeRoutes.outreach.href({ id: programme.id }) },
      { label: campaign.title },
    ],
    status: typed?.refusal ? 422 : typed?.isStale ? 409 : 200,
    refusal: typed?.refusal ?? (typed?.isStale ? { refused: 'stale' } : undefined),
    view: () => (
      <>
        <PageHead title={campaign.title} lead={standInWords(campaign)} />
        <div class="lw-stack lw-stack--l">
          {typed?.isStale && (
            <Alert kind="warning" title="Inzwischen hat jemand anderes diese Kommune angesprochen" live="alert">
              <p>
                Eingetragen ist von Ihnen noch nichts; Ihr Text steht noch im Formular. Bitte lesen Sie zuerst den neuen
                Stand.
              </p>
            </Alert>
          )}
          {campaign.script && (
            <Panel id="text" title="Was gesagt wird">
              <Prose text={campaign.script} />
            </Panel>
          )}
          <Filters
            label="Kommunen filtern"
            items={[
              { label: 'alle', href: here, current: state === undefined },
              ...approachStates.map((value) => ({
                label: approachInWords(value),
                href: withQuery(here, { stand: value }),
                current: value === state,
              })),
            ]}
          />
          {found.items.length === 0 ? (
            <Empty title="Hier steht niemand" level={2}>
              Mit diesem Stand gibt es in der Ansprache keine Kommune.
            </Empty>
          ) : (
            <Table
              caption="Kommunen in der Reihenfolge ihrer Namen"
              stack
              rows={found.items}
              columns={columnsFor(ctx, programme, campaign, typed)}
            />
          )}
          {found.next && <Pager next={{ href: withQuery(here, { stand: state, cursor: found.next }) }} />}
          {!campaign.closedAt && (
            <Form action={programmeRoutes.campaignClosing.href({ id: programme.id, campaignId: campaign.id })}>
              <Button>Ansprache beenden</Button>
            </Form>
          )}
        </div>
      </>
    ),
  })
}

const standInWords = ({ open, total, interested }: Campaign): string =>
  `${open} von ${total} ${total === 1 ? 'Kommune ist' : 'Kommunen sind'} noch offen, ${interested} ${interested === 1 ? 'ist' : 'sind'} interessiert.`

const columnsFor = (ctx: Context, programme: Programme, campaign: Campaign, typed: Typed | undefined) => [
  {
    header: 'Kommune',
    rowHeader: true,
    cell: ({ organizationName, organizationKind, county }: Approach) => (
      <>
        {organizationName}
        <div class="lw-table__sub">{[kindInWords(organizationKind), county].filter(Boolean).join(' · ')}</div>
      </>
    ),
  },
  {
    header: 'Anrufen',
    cell: ({ contact }: Approach) =>
      contact ? (
        <>
          {contact.phone ? (
            <a class="lw-link" href={`tel:${contact.phone.replaceAll(/[^\d+]/g, '')}`}>
              {contact.phone}
            </a>
          ) : (
            contact.email
          )}
          <div class="lw-table__sub">{contact.name}</div>
        </>
      ) : (
        'kein Kontakt hinterlegt'
      ),
  },
  {
    header: 'Stand',
    cell: ({ state, lastEntry, enrollmentId }: Approach) => (
      <>
        {enrollmentId ? (
          <a class="lw-link" href={programmeRoutes.road.href({ id: enrollmentId })}>
            nimmt teil
          </a>
        ) : (
          approachInWords(state)
        )}
        {lastEntry && <div class="lw-table__sub">{lastEntry}</div>}
      </>
    ),
  },
  {
    header: 'Eintragen',
    cell: (approach: Approach) =>
      campaign.closedAt ? (
        '–'
      ) : (
        <ApproachForm
          action={programmeRoutes.approach.href({
            id: programme.id,
            campaignId: campaign.id,
            organizationId: approach.organizationId,
          })}
          approach={approach}
          today={localDay(ctx.now).toString()}
          typed={typed?.organizationId === approach.organizationId ? typed : undefined}
        />
      ),
  },
]
