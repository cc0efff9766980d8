import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { prepareFile, usualLimit } from '#foundation/files/index.ts'
import { json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { addProof, withdrawProof } from './add-proof.ts'
import { onMeasure, onOwn } from './api.ts'
import { proofExample as example } from './examples.ts'
import { proofJson } from './json.ts'
import { proofsOf } from './queries.ts'
import { newProof, proofList, proofOut, withdrawal } from './schemas.ts'

const tag = 'Measures'
const one = z.object({ id: idSchema })

async function shown(ctx: Context, measureId: string, id: string, status: 200 | 201) {
  const proof = (await proofsOf(ctx.db, measureId)).find((found) => found.id === id)
  return proof ? json(proofJson(proof), status) : notFound()
}

/** What shows that measures were done. */
export const measureProofOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/measures/{id}/proofs',
    id: 'listMeasureProofs',
    title: 'Nachweise einer Maßnahme auflisten',
    summary: 'What shows that a measure was done, the newest first',
    who: 'Own staff and the assessor while assigned; for others it is empty',
    tag,
    params: one,
    reply: { status: 200, description: 'All proofs', schema: proofList, example: { items: [example], next: null } },
    work: (ctx, { params }) =>
      onMeasure(ctx, params.id, async ({ id }) =>
        json({ items: (await proofsOf(ctx.db, id)).map(proofJson), next: null }),
      ),
  }),
  operation({
    method: 'post',
    path: '/measures/{id}/proofs',
    id: 'addMeasureProof',
    title: 'einen Nachweis zu einer Maßnahme ablegen',
    summary: 'Add a note, a file, or both (multipart: `file`, `note`); the state stays',
    who: 'Own staff',
    tag,
    params: one,
    body: newProof,
    bodyExample: { note: 'Protokoll vom 12. November.' },
    upload: 'PDF, PNG, JPEG, WebP, TXT, CSV, JSON, DOCX, XLSX, ODT or ODS, at most 25 MB',
    bodyLimit: usualLimit,
    prepare: async ({ files, storage }) => (files['file'] ? prepareFile(files['file'], storage) : undefined),
    problems: { 403: 'Only own staff', 413: 'Over 25 MB' },
    reply: { status: 201, description: 'The proof', schema: proofOut, example },
    work: (ctx, { params, body }, file) =>
      onOwn(ctx, params.id, async (measure) => {
        if (isRefusal(file)) return unprocessable(file)
        const id = await addProof(ctx, measure, { note: body.note, file })
        return isRefusal(id) ? unprocessable(id) : shown(ctx, measure.id, id, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/measures/{id}/proofs/{proofId}/withdrawal',
    id: 'withdrawMeasureProof',
    title: 'einen Nachweis zurücknehmen',
    summary: 'Take a proof back with the reason; its file is gone, that it was there stays',
    who: 'Own staff',
    tag,
    params: one.extend({ proofId: idSchema }),
    body: withdrawal,
    bodyExample: { reason: 'Falsche Datei.' },
    problems: { 403: 'Only own staff' },
    reply: { status: 200, description: 'The proof', schema: proofOut, example },
    work: (ctx, { params, body }) =>
      onOwn(ctx, params.id, async (measure) => {
        const done = await withdrawProof(ctx, measure, { proofId: params.proofId, reason: body.reason })
        return isRefusal(done) ? unprocessable(done) : shown(ctx, measure.id, params.proofId, 200)
      }),
  }),
]
