import { germanMoment } from '#kernel/local-day.ts'
import { type Refusal, isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, notFound, page, redirect } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type PageRoute, show, submit } from '#platform/http/page-route.ts'
import { parse } from '#platform/http/parse.ts'
import { Empty } from '#ui/empty/empty.tsx'
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx'
import { errorAt, Form, Submit, TextArea, TextField } from '#ui/form/form.tsx'
import { PageHead } from '#ui/head/head.tsx'
import { Panel } from '#ui/panel/panel.tsx'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { may } from '../../access.ts'
import type { Programme } from '../../programme.ts'
import { findProgramme } from '../../queries.ts'
import { programmeRoutes } from '../../routes.ts'
import { beginCampaign } from '../begin-campaign.ts'
import type { Campaign } from '../campaign.ts'
import { listCampaigns } from '../queries.ts'
import { campaignContent } from '../schemas.ts'

const labels = { title: 'Wie sie heißt', script: 'Was gesagt wird' }

/** A programme, for whoever works in it. */
export async function inProgramme(
  ctx: Context,
  id: string | undefined,
  work: (programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const programme = await findProgramme(ctx.db, id ?? '')
  if (!programme) return notFound('Dieses Programm gibt es nicht.')
  const allowed = may.work(programme)
  return isRefusal(allowed) ? forbidden(allowed) : work(programme)
}

/** Approaching the municipalities that do not take part yet. */
export const outreachPages: PageRoute[] = [
  show(programmeRoutes.outreach, (ctx, { params }) =>
    inProgramme(ctx, params['id'], (programme) => outreachPage(ctx, programme, { form: {} })),
  ),
  submit(programmeRoutes.outreach, (ctx, { params, form }) =>
    inProgramme(ctx, params['id'], async (programme) => {
      const wanted = parse(campaignContent, form, 'Die Ansprache ist noch nicht begonnen')
      if (isRefusal(wanted)) return outreachPage(ctx, programme, { form, refusal: wanted })
      const begun = await beginCampaign(ctx, programme, wanted)
      if (isRefusal(begun)) return outreachPage(ctx, programme, { form, refusal: begun })
      return redirect(
        programmeRoutes.campaign.href({ id: programme.id, campaignId: begun }),
        'Die Ansprache ist begonnen. Hier stehen alle, die noch nicht teilnehmen.',
      )
    }),
  ),
]

interface View {
  form: Record<string, string>
  refusal?: Refusal
}

async function outreachPage(ctx: Context, programme: Programme, { form, refusal }: View): Promise<Answer> {
  const campaigns = await listCampaigns(ctx.db, programme.id)
  const title = `Ansprache: ${programme.name}`
  return page({
    title,
    crumbs: [
      { label: 'Programme', href: programmeRoutes.list.href() },
      { label: programme.name, href: programmeRoutes.show.href({ id: programme.id }) },
      { label: 'Ansprache' },
    ],
    status: refusal ? 422 : 200,
    refusal,
    view: () => (
      <>
        <PageHead
          title={title}
          lead="Wer noch nicht teilnimmt, wird angerufen oder angeschrieben, und niemand zweimal."
        />
        <div class="lw-stack lw-stack--xl">
          {refusal && <ErrorSummary title={refusal.refused} errors={refusal.errors ?? []} labels={labels} kept="" />}
          <Panel id="laufende" title="Ansprachen">
            {campaigns.length === 0 ? (
              <Empty title="Noch keine Ansprache">
                Sie beginnt mit allen Kommunen, die teilnehmen könnten und es noch nicht tun.
              </Empty>
            ) : (
              <Table
                caption="Die letzte zuerst"
                captionHidden
                stack
                rows={campaigns}
                columns={columnsFor(ctx, programme)}
              />
            )}
          </Panel>
          <Panel id="beginnen" title="Ansprache beginnen">
            <div class="lw-measure">
              <Form action={programmeRoutes.outreach.href({ id: programme.id })}>
                <TextField
                  name="title"
                  label={labels.title}
                  required
                  value={form['title']}
                  error={errorAt(refusal?.errors, 'title')}
                />
                <TextArea
                  name="script"
                  label={labels.script}
                  hint="Steht beim Anrufen daneben."
                  value={form['script']}
                  error={errorAt(refusal?.errors, 'script')}
                />
                <Submit>Ansprache beginnen</Submit>
              </Form>
            </div>
          </Panel>
        </div>
      </>
    ),
  })
}

const columnsFor = ({ now }: Context, { id }: Programme) => [
  {
    header: 'Ansprache',
    rowHeader: true,
    cell: (campaign: Campaign) => (
      <a class="lw-link" href={programmeRoutes.campaign.href({ id, campaignId: campaign.id })}>
        {campaign.title}
      </a>
    ),
  },
  { header: 'Begonnen', cell: ({ begunAt }: Campaign) => germanMoment(begunAt, now) },
  { header: 'Kommunen', numeric: true, cell: ({ total }: Campaign) => total },
  { header: 'Noch offen', numeric: true, cell: ({ open }: Campaign) => open },
  { header: 'Interessiert', numeric: true, cell: ({ interested }: Campaign) => interested },
  {
    header: 'Stand',
    cell: ({ closedAt }: Campaign) => (closedAt ? <Tag state="none">beendet</Tag> : <Tag state="running">läuft</Tag>),
  },
]
