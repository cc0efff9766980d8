import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { notFound, unprocessable } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { programmeExample as example } from '../examples.ts'
import { onLed } from '../on-programme.ts'
import { programmeReply } from '../programme-reply.ts'
import { key, programmeOut } from '../schemas.ts'
import { removeDocument } from './remove-document.ts'
import { documentInput } from './schemas.ts'
import { setDocument } from './set-document.ts'

const shared = {
  path: '/programmes/{id}/documents/{document}',
  who: 'Who leads the programme',
  tag: 'Programmes',
  params: z.object({ id: idSchema, document: key }),
  problems: { 403: 'Only who leads the programme' },
  reply: { status: 200, description: 'The programme as it is now', schema: programmeOut, example },
} as const

/** Which documents a programme asks for. */
export const wantedDocumentOperations: Operation[] = [
  operation({
    ...shared,
    method: 'put',
    id: 'setWantedDocument',
    title: 'eine Unterlage eintragen, um die ein Programm bittet',
    summary: 'Add a document that is wanted, or change what is asked with it',
    body: documentInput,
    bodyExample: { title: 'Sicherheitsleitlinie', hint: 'auch als Entwurf', isRequired: true },
    work: (ctx, { params, body }) =>
      onLed(ctx, params.id, async (programme) => {
        const set = await setDocument(ctx, programme, params.document, body)
        return isRefusal(set) ? unprocessable(set) : programmeReply(ctx, programme.id)
      }),
  }),
  operation({
    ...shared,
    method: 'delete',
    id: 'removeWantedDocument',
    title: 'um eine Unterlage nicht mehr bitten',
    summary: 'Ask for a document no more',
    work: (ctx, { params }) =>
      onLed(ctx, params.id, async (programme) => {
        const removed = await removeDocument(ctx, programme, params.document)
        if (isRefusal(removed)) return unprocessable(removed)
        return removed === 'none' ? notFound() : programmeReply(ctx, programme.id)
      }),
  }),
]
