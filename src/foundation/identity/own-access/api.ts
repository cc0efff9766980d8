import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, openOperation, operation } from '#platform/http/operation.ts'
import { idSchema, listOf } from '#platform/http/parse.ts'
import { askForEmailChange, confirmEmail } from '../email/change-email.ts'
import { changePassword } from '../password/change-password.ts'
import { prepareJsonNewPassword } from '../password/prepare-password.ts'
import { endOtherSessions, endSession } from './end-sessions.ts'
import { ownSessions, ownTokens } from './queries.ts'
import { emailChange, issuedToken, newToken, passwordChange, sessionOut, tokenOut } from './schemas.ts'
import { addToken, revokeToken } from './tokens.ts'

const tag = 'Own access'
const who = 'Everybody signed in, about oneself'
const one = z.object({ id: idSchema })
const done = z.object({ done: z.literal(true) })
const id = '01940d1c-5c00-7a60-8000-3c4d5e6f7081'

const session = {
  id,
  agent: 'Firefox unter Windows',
  createdAt: '2026-11-23T07:02:00Z',
  lastSeenAt: '2026-11-23T09:41:00Z',
  isThis: true,
}

const token = {
  id,
  name: 'Auswertung',
  scope: 'read',
  createdAt: '2026-11-23T07:02:00Z',
  expiresAt: '2027-02-21T07:02:00Z',
  lastUsedAt: null,
}

/** What the page "Mein Zugang" does, for programs. */
export const ownAccessOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/me/sessions',
    id: 'listMySessions',
    summary: 'Where one is signed in, the last used first',
    who,
    tag,
    reply: {
      status: 200,
      description: 'Sessions that are not over',
      schema: listOf(sessionOut),
      example: { items: [session], next: null },
    },
    work: async (ctx) => {
      const items = await ownSessions(ctx)
      return json({
        items: items.map(({ createdAt, lastSeenAt, ...rest }) => ({
          ...rest,
          createdAt: createdAt.toString(),
          lastSeenAt: lastSeenAt.toString(),
        })),
        next: null,
      })
    },
  }),
  operation({
    method: 'delete',
    path: '/me/sessions',
    id: 'endMyOtherSessions',
    summary: 'Sign out everywhere else; with a token everywhere',
    who,
    tag,
    reply: {
      status: 200,
      description: 'How many ended',
      schema: z.object({ ended: z.number().int() }),
      example: { ended: 2 },
    },
    work: async (ctx) => json({ ended: await endOtherSessions(ctx) }),
  }),
  operation({
    method: 'delete',
    path: '/me/sessions/{id}',
    id: 'endMySession',
    summary: 'Sign out in one browser',
    who,
    tag,
    params: one,
    reply: { status: 200, description: 'It is over', schema: done, example: { done: true } },
    work: async (ctx, { params }) => ((await endSession(ctx, params.id)) ? json({ done: true }) : notFound()),
  }),
  operation({
    method: 'get',
    path: '/me/tokens',
    id: 'listMyTokens',
    summary: 'Own tokens that work, the newest first',
    who,
    tag,
    reply: {
      status: 200,
      description: 'Tokens, without their secret',
      schema: listOf(tokenOut),
      example: { items: [token], next: null },
    },
    work: async (ctx) => {
      const items = await ownTokens(ctx)
      return json({
        items: items.map(({ createdAt, expiresAt, lastUsedAt, ...rest }) => ({
          ...rest,
          createdAt: createdAt.toString(),
          expiresAt: expiresAt.toString(),
          lastUsedAt: lastUsedAt?.toString() ?? null,
        })),
        next: null,
      })
    },
  }),
  operation({
    method: 'post',
    path: '/me/tokens',
    id: 'addMyToken',
    summary: 'A token for a program; `read` may not write',
    who,
    tag,
    body: newToken,
    bodyExample: { name: 'Auswertung', scope: 'read', validDays: 90, password: '…' },
    confirms: true,
    showsOnce: true,
    reply: {
      status: 201,
      description: 'The token, shown this once',
      schema: issuedToken,
      example: { id, token: 'lw_…', expiresAt: '2027-02-21T07:02:00Z' },
    },
    work: async (ctx, { body, request }) => {
      const issued = await addToken(ctx, body, request.confirmation)
      return isRefusal(issued) ? unprocessable(issued) : json(issued, 201)
    },
  }),
  operation({
    method: 'delete',
    path: '/me/tokens/{id}',
    id: 'revokeMyToken',
    summary: 'Revoke a token; programs with it are turned away at once',
    who,
    tag,
    params: one,
    reply: { status: 200, description: 'It is revoked', schema: done, example: { done: true } },
    work: async (ctx, { params }) => ((await revokeToken(ctx, params.id)) ? json({ done: true }) : notFound()),
  }),
  operation({
    method: 'put',
    path: '/me/password',
    id: 'changeMyPassword',
    summary: 'A new password; every other session ends',
    who,
    tag,
    body: passwordChange,
    bodyExample: { password: '…', newPassword: 'eine lange Kette von Wörtern' },
    confirms: true,
    prepare: prepareJsonNewPassword,
    reply: { status: 200, description: 'It counts', schema: done, example: { done: true } },
    work: async (ctx, { request }, passwordHash) => {
      if (passwordHash === undefined) return notFound()
      const changed = await changePassword(ctx, { passwordConfirmed: request.confirmation, passwordHash })
      return isRefusal(changed) ? unprocessable(changed) : json({ done: true })
    },
  }),
  operation({
    method: 'put',
    path: '/me/email',
    id: 'changeMyEmail',
    summary: 'Ask for another address; it counts once confirmed there',
    who,
    tag,
    body: emailChange,
    bodyExample: { password: '…', email: 'neue.adresse@musterstadt.example' },
    confirms: true,
    reply: {
      status: 200,
      description: 'A mail is on its way to the new address',
      schema: done,
      example: { done: true },
    },
    work: async (ctx, { body, request }) => {
      const asked = await askForEmailChange(ctx, { email: body.email, passwordConfirmed: request.confirmation })
      return isRefusal(asked) ? unprocessable(asked) : json({ done: true })
    },
  }),
  openOperation({
    method: 'post',
    path: '/email-changes/{token}/confirmation',
    id: 'confirmEmail',
    summary: 'Confirm the new address, with the secret of the mail',
    who: 'Whoever has the link',
    tag,
    params: z.object({ token: z.string().max(200) }),
    problems: { 422: 'The link does not work (any more), or somebody has the address' },
    reply: {
      status: 200,
      description: 'The address counts',
      schema: z.object({ email: z.string() }),
      example: { email: 'neue.adresse@musterstadt.example' },
    },
    work: async (ctx, { params }) => {
      const confirmed = await confirmEmail(ctx, params.token)
      return isRefusal(confirmed) ? unprocessable(confirmed) : json(confirmed)
    },
  }),
]
