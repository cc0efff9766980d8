import { z } from 'zod'
import { json } from '#platform/http/answer.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema } from '#platform/http/parse.ts'
import { ownProofExample } from '../examples.ts'
import { sumsJson, voucherJson } from '../proofs/json.ts'
import { ownProofOut } from '../proofs/schemas.ts'
import { onOwnProof, ownPdf } from './web/own-proof.tsx'

const tag = 'Verwendungsnachweis'
const who = 'The staff of the municipality, and who leads the programme'
const params = z.object({ id: idSchema })
const problems = { 403: 'Neither of the municipality nor leading the programme' }

/** The part of one municipality. */
export const ownProofOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/enrollments/{id}/proof-of-use',
    id: 'getOwnProofOfUse',
    title: 'den Anteil einer Kommune am Verwendungsnachweis zeigen',
    summary: 'Figures and vouchers of one municipality, as they are now',
    who,
    tag,
    params,
    problems,
    reply: { status: 200, description: 'Its part', schema: ownProofOut, example: ownProofExample },
    work: (ctx, { params: { id } }) =>
      onOwnProof(ctx, id, (road, { figures, vouchers }) =>
        json({
          enrollmentId: road.id,
          organizationId: road.organizationId,
          organizationName: road.organizationName,
          programmeName: road.programmeName,
          ...sumsJson(figures.total),
          vouchers: vouchers.map(voucherJson),
        }),
      ),
  }),
  operation({
    method: 'get',
    path: '/enrollments/{id}/proof-of-use.pdf',
    id: 'getOwnProofOfUsePdf',
    title: 'den Anteil einer Kommune am Verwendungsnachweis als PDF',
    summary: 'The same as PDF/A-2a',
    who,
    tag,
    params,
    problems,
    reply: { status: 200, description: 'The file', isFile: true },
    work: (ctx, { params: { id } }) => onOwnProof(ctx, id, (road, content) => ownPdf(ctx, road, content)),
  }),
]
