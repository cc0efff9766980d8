import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { type Answer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { prepareJsonPassword } from '../password/prepare-password.ts'
import { acceptInvitation, whyNot } from './accept-invitation.ts'
import { may } from './access.ts'
import { type Invitation, stateOf } from './invitation.ts'
import { invite } from './invite.ts'
import { inviteMany } from './invite-many.ts'
import { listLimit, prepareInvitationList } from './prepare-list.ts'
import { findInvitation, findOffer, findPlace, listInvitations } from './queries.ts'
import { resendInvitation, revokeInvitation } from './resend-invitation.ts'
import {
  acceptance,
  acceptanceOut,
  invitationImport,
  invitationOut,
  invitationQuery,
  newInvitation,
} from './schemas.ts'

const tag = 'Identity'
const who =
  'Chief executive and administrator of the organization; office, administrator and programme manager of the cooperative while the organization has neither'
const one = z.object({ id: idSchema })

const example = {
  id: '01940d1c-5c00-7a60-8000-6b7c8d9e0f10',
  email: 'neu@musterstadt.example',
  name: 'Nora Neumann',
  organizationId: '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d',
  roles: ['itStaff'],
  state: 'open',
  sentAt: '2026-11-23T08:15:00Z',
  expiresAt: '2026-12-07T23:00:00Z',
  acceptedAt: null,
}

const toJson = (invitation: Invitation, { now }: Context) => ({
  id: invitation.id,
  email: invitation.email,
  name: invitation.name,
  organizationId: invitation.organizationId,
  roles: invitation.roles,
  state: stateOf(invitation, now),
  sentAt: invitation.sentAt.toString(),
  expiresAt: invitation.expiresAt.toString(),
  acceptedAt: invitation.acceptedAt?.toString() ?? null,
})

async function asJson(ctx: Context, id: string, status: 200 | 201 = 200): Promise<Answer> {
  const found = await findInvitation(ctx.db, id)
  return found ? json(toJson(found, ctx), status) : notFound()
}

export const invitationOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/invitations',
    id: 'listInvitations',
    summary: 'Invitations, the newest first',
    who,
    tag,
    query: invitationQuery,
    problems: { 403: 'Invitations are not shown to this role' },
    guard: may.see,
    reply: {
      status: 200,
      description: 'One page of invitations',
      schema: listOf(invitationOut),
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listInvitations(ctx.db, query)
      return isRefusal(found)
        ? unprocessable(found)
        : json({ items: found.items.map((item) => toJson(item, ctx)), next: found.next })
    },
  }),
  operation({
    method: 'post',
    path: '/invitations',
    id: 'invitePerson',
    summary: 'Invite somebody by mail; the roles are given on acceptance',
    who,
    tag,
    body: newInvitation,
    bodyExample: {
      email: 'neu@musterstadt.example',
      name: 'Nora Neumann',
      organizationId: example.organizationId,
      roles: ['itStaff'],
    },
    problems: { 403: 'Somebody else invites there', 404: 'No such organization' },
    guard: may.see,
    reply: { status: 201, description: 'The invitation is on its way', schema: invitationOut, example },
    work: async (ctx, { body }) => {
      const place = await findPlace(ctx.db, body.organizationId)
      if (!place) return notFound()
      const allowed = may.invite(ctx.actor, place)
      if (isRefusal(allowed)) return forbidden(allowed)
      const invited = await invite(ctx, place, body)
      return isRefusal(invited) ? unprocessable(invited) : asJson(ctx, invited.id, 201)
    },
  }),
  operation({
    method: 'post',
    path: '/invitations/import',
    id: 'importInvitations',
    summary: 'Invite a list of people (XLSX); with dryRun=1 only the fate of each row',
    who,
    tag,
    query: z.object({ dryRun: z.enum(['0', '1']).default('0') }),
    upload: 'XLSX with the columns Organisation oder ARS, Name, E-Mail, Aufgaben',
    bodyLimit: listLimit,
    problems: { 403: 'This role invites nobody', 413: 'The file is too large' },
    guard: may.see,
    prepare: prepareInvitationList,
    reply: {
      status: 200,
      description: 'What became of each row',
      schema: invitationImport,
      example: {
        total: 1,
        invited: 1,
        wrong: 0,
        rows: [
          {
            line: 2,
            organization: 'Stadt Musterstadt',
            name: 'Nora Neumann',
            email: 'neu@musterstadt.example',
            roles: ['IT'],
            fate: 'ready',
            reasons: [],
          },
        ],
      },
    },
    work: async (ctx, { query }, rows) =>
      isRefusal(rows) ? unprocessable(rows) : json(await inviteMany(ctx, rows, query.dryRun === '1')),
  }),
  operation({
    method: 'post',
    path: '/invitations/{id}/dispatch',
    id: 'resendInvitation',
    summary: 'Send it again with a new link; the one before works no more',
    who,
    tag,
    params: one,
    reply: { status: 200, description: 'The invitation with its new term', schema: invitationOut, example },
    problems: { 403: 'Somebody else invites there by now', 422: 'Accepted or taken back' },
    work: async (ctx, { params }) => {
      const found = await findInvitation(ctx.db, params.id)
      const place = found && (await findPlace(ctx.db, found.organizationId))
      if (!place) return notFound()
      const allowed = may.invite(ctx.actor, place)
      if (isRefusal(allowed)) return forbidden(allowed)
      const sent = await resendInvitation(ctx, found)
      return isRefusal(sent) ? unprocessable(sent) : asJson(ctx, params.id)
    },
  }),
  operation({
    method: 'delete',
    path: '/invitations/{id}',
    id: 'revokeInvitation',
    summary: 'Take it back',
    who,
    tag,
    params: one,
    reply: {
      status: 200,
      description: 'The invitation, taken back',
      schema: invitationOut,
      example: { ...example, state: 'revoked' },
    },
    problems: { 422: 'Accepted already' },
    work: async (ctx, { params }) => {
      const found = await findInvitation(ctx.db, params.id)
      if (!found) return notFound()
      const revoked = await revokeInvitation(ctx, found)
      return isRefusal(revoked) ? unprocessable(revoked) : asJson(ctx, params.id)
    },
  }),
  openOperation({
    method: 'post',
    path: '/invitations/{token}/acceptance',
    id: 'acceptInvitation',
    summary: 'Accept: with a password for a new account, or signed in with the account the address has',
    who: 'Whoever has the link',
    tag,
    params: z.object({ token: z.string().max(200) }),
    body: acceptance,
    bodyExample: { password: 'eine lange Kette von Wörtern' },
    prepare: prepareJsonPassword,
    problems: { 404: 'No such invitation' },
    reply: {
      status: 201,
      description: 'The roles are given',
      schema: acceptanceOut,
      example: {
        personId: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f',
        organizationId: example.organizationId,
        organization: 'Stadt Musterstadt',
      },
    },
    work: async (ctx, { params }, passwordHash) => {
      const offer = await findOffer(ctx.db, params.token)
      if (!offer) return notFound(whyNot.unknown.refused)
      if (isRefusal(passwordHash)) return unprocessable(passwordHash)
      const accepted = await acceptInvitation(ctx, params.token, offer, passwordHash)
      return isRefusal(accepted) ? unprocessable(accepted) : json(accepted, 201)
    },
  }),
]
