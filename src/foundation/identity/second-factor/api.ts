import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import {
  onlyCode,
  onlyPassword,
  passwordAndCode,
  recoveryCodesOut,
  secondFactorOut,
  secondFactorSecret,
} from '../own-access/schemas.ts'
import { oneTimeUri } from './one-time-code.ts'
import { ownSecondFactor } from './queries.ts'
import { beginSecondFactor, confirmSecondFactor, endSecondFactor, renewRecoveryCodes } from './set-up.ts'

const tag = 'Own access'
const who = 'Everybody signed in, about oneself'
const codes = { recoveryCodes: ['K7Q2-M2XW-29PD-3HTB'] }
const both = { password: '…', code: '123456' }

export const secondFactorOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/me/second-factor',
    id: 'getMySecondFactor',
    summary: 'Whether the sign-in asks for a one-time code',
    who,
    tag,
    reply: {
      status: 200,
      description: 'The second factor',
      schema: secondFactorOut,
      example: { enabled: true, since: '2026-11-23T07:02:00Z', recoveryCodesLeft: 10 },
    },
    work: async (ctx) => {
      const factor = await ownSecondFactor(ctx)
      const since = factor?.since?.toString() ?? null
      return json({ enabled: since !== null, since, recoveryCodesLeft: since === null ? 0 : (factor?.codesLeft ?? 0) })
    },
  }),
  operation({
    method: 'post',
    path: '/me/second-factor',
    id: 'beginMySecondFactor',
    summary: 'A new secret for the app; asked for only once it is confirmed',
    who,
    tag,
    showsOnce: true,
    body: onlyPassword,
    bodyExample: { password: '…' },
    confirms: true,
    reply: {
      status: 201,
      description: 'The secret',
      schema: secondFactorSecret,
      example: { secret: 'JBSWY3DPEHPK3PXP', uri: 'otpauth://totp/…' },
    },
    work: async (ctx, { request }) => {
      const begun = await beginSecondFactor(ctx, request.safe, request.confirmation)
      return isRefusal(begun)
        ? unprocessable(begun)
        : json({ ...begun, uri: oneTimeUri(begun.secret, ctx.actor.email) }, 201)
    },
  }),
  operation({
    method: 'post',
    path: '/me/second-factor/confirmation',
    id: 'confirmMySecondFactor',
    summary: 'Switch it on with a code of the app',
    who,
    tag,
    showsOnce: true,
    body: onlyCode,
    bodyExample: { code: '123456' },
    reply: { status: 201, description: 'Recovery codes, shown this once', schema: recoveryCodesOut, example: codes },
    work: async (ctx, { body, request }) => {
      const confirmed = await confirmSecondFactor(ctx, request.safe, body.code)
      return isRefusal(confirmed) ? unprocessable(confirmed) : json(confirmed, 201)
    },
  }),
  operation({
    method: 'post',
    path: '/me/second-factor/recovery-codes',
    id: 'renewMyRecoveryCodes',
    summary: 'Ten new recovery codes; those before work no more',
    who,
    tag,
    showsOnce: true,
    body: passwordAndCode,
    bodyExample: both,
    confirms: true,
    reply: { status: 201, description: 'Recovery codes, shown this once', schema: recoveryCodesOut, example: codes },
    work: async (ctx, { body, request }) => {
      const given = { passwordConfirmed: request.confirmation, code: body.code }
      const renewed = await renewRecoveryCodes(ctx, request.safe, given)
      return isRefusal(renewed) ? unprocessable(renewed) : json(renewed, 201)
    },
  }),
  operation({
    method: 'post',
    path: '/me/second-factor/removal',
    id: 'removeMySecondFactor',
    summary: 'Switch it off, with password and code',
    who,
    tag,
    showsOnce: true,
    body: passwordAndCode,
    bodyExample: both,
    confirms: true,
    reply: {
      status: 200,
      description: 'It is off',
      schema: z.object({ enabled: z.literal(false) }),
      example: { enabled: false },
    },
    work: async (ctx, { body, request }) => {
      const given = { passwordConfirmed: request.confirmation, code: body.code }
      const ended = await endSecondFactor(ctx, request.safe, given)
      return isRefusal(ended) ? unprocessable(ended) : json({ enabled: false })
    },
  }),
]
