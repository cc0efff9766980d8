import { z } from 'zod'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import type { Programme } from '../programme.ts'
import { findProgramme } from '../queries.ts'
import { beginCampaign, closeCampaign } from './begin-campaign.ts'
import type { Approach, Campaign } from './campaign.ts'
import { noteApproach } from './note-approach.ts'
import { findCampaign, listApproaches, listCampaigns } from './queries.ts'
import {
  approachChange,
  approachList,
  approachQuery,
  campaignList,
  campaignOut,
  campaignQuery,
  newCampaign,
} from './schemas.ts'

const tag = 'Outreach'
const who = 'Who leads or guides in the programme'
const params = z.object({ id: idSchema })

const example = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8f98',
  programmeId: '01940d1c-5c00-7a60-8000-6b5c6d7e8f91',
  title: 'Anrufe im November',
  script: '',
  begunAt: '2026-11-02T08:00:00Z',
  closedAt: null,
  total: 29,
  open: 20,
  interested: 4,
}

const approachExample = {
  organizationId: '01940d1c-5c00-7a60-8000-6b5c6d7e8f95',
  organizationName: 'Gemeinde Kleinweiler',
  county: 'Landkreis Nordaue',
  state: 'open' as const,
  changedAt: '2026-11-02T08:00:00Z',
  version: 1,
  contact: { name: 'Vorzimmer', phone: '030 23125 600', email: '' },
  enrollmentId: null,
  lastEntry: null,
}

const campaignJson = ({ id, programmeId, title, script, begunAt, closedAt, total, open, interested }: Campaign) => ({
  id,
  programmeId,
  title,
  script,
  begunAt: begunAt.toString(),
  closedAt: closedAt?.toString() ?? null,
  total,
  open,
  interested,
})

const approachJson = ({ organizationId, organizationName, county, state, changedAt, version, ...rest }: Approach) => ({
  organizationId,
  organizationName,
  county,
  state,
  changedAt: changedAt.toString(),
  version,
  contact: rest.contact,
  enrollmentId: rest.enrollmentId,
  lastEntry: rest.lastEntry,
})

const stale: ProblemAnswer = {
  kind: 'problem',
  status: 409,
  type: 'inzwischen-geaendert',
  title: 'Inzwischen hat jemand anderes diese Kommune angesprochen. Eingetragen ist nichts.',
  refusal: refuse('stale'),
}

/** The campaign and its programme, as far as the actor works in it. */
async function onCampaign(
  ctx: Context,
  id: string,
  work: (campaign: Campaign, programme: Programme) => Promise<Answer>,
): Promise<Answer> {
  const campaign = await findCampaign(ctx.db, id)
  const programme = campaign && (await findProgramme(ctx.db, campaign.programmeId))
  return campaign && programme ? work(campaign, programme) : notFound()
}

export const outreachOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/campaigns',
    id: 'listCampaigns',
    title: 'Ansprachen auflisten',
    summary: 'Campaigns of a programme, the newest first; at most 100',
    who,
    tag,
    query: campaignQuery,
    reply: { status: 200, description: 'All of them', schema: campaignList, example: { items: [example], next: null } },
    work: async (ctx, { query }) =>
      json({ items: (await listCampaigns(ctx.db, query.programmeId)).map(campaignJson), next: null }),
  }),
  operation({
    method: 'post',
    path: '/campaigns',
    id: 'beginCampaign',
    title: 'eine Ansprache beginnen',
    summary: 'Begin to approach all municipalities that could take part and do not',
    who,
    tag,
    body: newCampaign,
    bodyExample: { programmeId: example.programmeId, title: example.title, script: '' },
    problems: { 403: 'You do not work in this programme' },
    reply: { status: 201, description: 'The campaign', schema: campaignOut, example },
    work: async (ctx, { body }) => {
      const programme = await findProgramme(ctx.db, body.programmeId)
      if (!programme) return notFound()
      const allowed = may.work(programme)
      if (isRefusal(allowed)) return forbidden(allowed)
      const id = await beginCampaign(ctx, programme, body)
      if (isRefusal(id)) return unprocessable(id)
      const campaign = await findCampaign(ctx.db, id)
      return campaign ? json(campaignJson(campaign), 201) : notFound()
    },
  }),
  operation({
    method: 'post',
    path: '/campaigns/{id}/closing',
    id: 'closeCampaign',
    title: 'eine Ansprache beenden',
    summary: 'End it; what was said stays in the contact log',
    who,
    tag,
    params,
    reply: { status: 200, description: 'The campaign', schema: campaignOut, example },
    work: (ctx, { params: { id } }) =>
      onCampaign(ctx, id, async (campaign, programme) => {
        await closeCampaign(ctx, programme, campaign)
        return json(campaignJson((await findCampaign(ctx.db, id)) ?? campaign))
      }),
  }),
  operation({
    method: 'get',
    path: '/campaigns/{id}/approaches',
    id: 'listCampaignApproaches',
    title: 'Kommunen einer Ansprache auflisten',
    summary: 'Municipalities of a campaign in German order of their names, with whom to call',
    who,
    tag,
    params,
    query: approachQuery,
    reply: {
      status: 200,
      description: 'One page',
      schema: approachList,
      example: { items: [approachExample], next: null },
    },
    work: (ctx, { params: { id }, query }) =>
      onCampaign(ctx, id, async (campaign) => {
        const found = await listApproaches(ctx.db, campaign.id, query)
        return isRefusal(found)
          ? unprocessable(found)
          : json({ items: found.items.map(approachJson), next: found.next })
      }),
  }),
  operation({
    method: 'put',
    path: '/campaigns/{id}/approaches/{organizationId}',
    id: 'noteCampaignApproach',
    title: 'eintragen, wie weit man mit einer Kommune ist',
    summary: 'Keep how far one got, and the call in the contact log',
    who,
    tag,
    params: z.object({ id: idSchema, organizationId: idSchema }),
    body: approachChange,
    bodyExample: { state: 'interested', version: 1 },
    problems: { 409: 'A colleague was faster; nothing was written' },
    reply: { status: 200, description: 'The campaign', schema: campaignOut, example },
    work: (ctx, { params: { id, organizationId }, body }) =>
      onCampaign(ctx, id, async (campaign, programme) => {
        const outcome = await noteApproach(ctx, { campaign, programme, organizationId }, body)
        if (isRefusal(outcome)) return unprocessable(outcome)
        return outcome === 'stale' ? stale : json(campaignJson((await findCampaign(ctx.db, id)) ?? campaign))
      }),
  }),
]
