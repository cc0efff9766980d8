import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, openOperation } from '#platform/http/operation.ts'
import { prepareJsonPassword } from './prepare-password.ts'
import { askForReset, findReset, resetPassword } from './reset-password.ts'

const tag = 'Own access'
const done = z.object({ done: z.literal(true) })

export const passwordOperations: Operation[] = [
  openOperation({
    method: 'post',
    path: '/password-resets',
    id: 'askForPasswordReset',
    summary: 'A mail with a link for a new password; the answer is the same for every address',
    who: 'Everybody',
    tag,
    body: z
      .object({ email: z.string().max(254) })
      .strict()
      .meta({ id: 'NewPasswordReset' }),
    bodyExample: { email: 'isb@musterstadt.example' },
    reply: {
      status: 200,
      description: 'If there is such an account, a mail is on its way',
      schema: done,
      example: { done: true },
    },
    work: async (ctx, { body, request }) => {
      const asked = await askForReset(ctx, body.email, request.address)
      return isRefusal(asked) ? unprocessable(asked) : json({ done: true })
    },
  }),
  openOperation({
    method: 'post',
    path: '/password-resets/{token}/completion',
    id: 'resetPassword',
    summary: 'Set the new password, once; every session ends',
    who: 'Whoever has the link',
    tag,
    params: z.object({ token: z.string().max(200) }),
    body: z
      .object({ password: z.string().max(1000) })
      .strict()
      .meta({ id: 'PasswordReset' }),
    bodyExample: { password: 'eine lange Kette von Wörtern' },
    prepare: prepareJsonPassword,
    reply: { status: 200, description: 'The password counts', schema: done, example: { done: true } },
    work: async (ctx, { params }, passwordHash) => {
      const found = await findReset(ctx, params.token)
      if (isRefusal(found) || passwordHash === undefined) return notFound(isRefusal(found) ? found.refused : undefined)
      if (isRefusal(passwordHash)) return unprocessable(passwordHash)
      const reset = await resetPassword(ctx, params.token, passwordHash)
      return isRefusal(reset) ? unprocessable(reset) : json({ done: true })
    },
  }),
]
