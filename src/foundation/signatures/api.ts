import { z } from 'zod'
import { json, notFound } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import type { Signable } from './signable.ts'

const shown = z.string().regex(/^[0-9a-f]{64}$/, 'Das ist kein SHA-256.')

const subject = { subjectType: 'acceptance', subjectId: '01940d1c-5c00-7a60-8000-6b5c6d7e8fc1' }
const example = { ...subject, state: 'signed' }

/** One way to sign whatever waits for a signature. */
export function signatureOperationsWith(signables: readonly Signable[]): Operation[] {
  const wish = z
    .object({
      subjectType: z.enum(signables.map(({ type }) => type)),
      subjectId: idSchema,
      password: z.string().min(1, 'Bitte geben Sie Ihr Passwort ein.').max(1000).meta({ format: 'password' }),
      shownSha256: shown.optional().meta({ description: 'Hash of the text you have read; another one by now: 409' }),
    })
    .strict()
    .meta({ id: 'NewSignature' })
  return [
    operation({
      method: 'post',
      path: '/signatures',
      id: 'addSignature',
      title: 'unterschreiben',
      summary: `Sign with the own password: ${signables.map(({ type, summary }) => `${type} (${summary})`).join(', ')}`,
      who: 'Whoever signs this kind of thing; the reply of 403 says who',
      tag: 'Signatures',
      body: wish,
      bodyExample: { ...subject, password: '…' },
      confirms: true,
      problems: { 403: 'Not theirs to sign', 409: 'Something else lies there by now; nothing was signed' },
      reply: {
        status: 201,
        description: 'What was signed, and the state it is in',
        schema: z.object({ subjectType: z.string(), subjectId: idSchema, state: z.string() }).meta({ id: 'Signature' }),
        example,
      },
      work: async (ctx, { body: { subjectType: type, subjectId: id, shownSha256 }, request }) => {
        const signable = signables.find((one) => one.type === type)
        if (!signable) return notFound()
        const wanted = { type, id }
        const done = await signable.sign(ctx, { subject: wanted, shownSha256, passwordConfirmed: request.confirmation })
        return 'signed' in done ? json({ subjectType: type, subjectId: id, state: done.signed.state }, 201) : done
      },
    }),
  ]
}
