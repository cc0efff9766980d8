import { z } from 'zod'
import { isRefusal } from '#kernel/outcome.ts'
import { findProgramme } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { decodeCursor, encodeCursor } from '#platform/http/cursor.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, listQuery, parse } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { figuresExample, narrativeExample, proofExample, versionExample, voucherExample } from '../examples.ts'
import { beginProof } from './begin-proof.ts'
import { changeTerms } from './change-terms.ts'
import { freezeProof } from './freeze-proof.ts'
import { figuresJson, narrativeJson, proofJson, versionJson, voucherJson } from './json.ts'
import { loadContent } from './load-content.ts'
import { printProof } from './prepare-print.ts'
import type { Narrative, Proof } from './proof.ts'
import { draftPdf, draftSheet } from './proof-files.ts'
import { findProof, listNarratives, listProofs } from './queries.ts'
import { saveNarrative } from './save-narrative.ts'
import {
  figuresOut,
  freezeIn,
  narrativeIn,
  narrativeList,
  narrativeOut,
  newProof,
  proofList,
  proofOut,
  proofsQuery,
  termsIn,
  versionOut,
  voucherList,
} from './schemas.ts'

const tag = 'Verwendungsnachweis'
const who = 'Who leads the programme'
const params = z.object({ id: idSchema })
const none = 'Diesen Verwendungsnachweis gibt es nicht, oder Sie leiten sein Programm nicht.'

/** A proof is seen by those who lead its programme, and by nobody else. */
async function onProof(ctx: Context, id: string, work: (proof: Proof) => Promise<Answer>): Promise<Answer> {
  const proof = await findProof(ctx.db, id)
  return proof ? work(proof) : notFound(none)
}

const shown = async (ctx: Context, id: string, status: 200 | 201): Promise<Answer> => {
  const proof = await findProof(ctx.db, id)
  return proof ? json(proofJson(proof), status) : notFound(none)
}

const conflict = (theirs: Narrative, yours: string): ProblemAnswer => ({
  kind: 'problem',
  status: 409,
  type: 'zwei-fassungen',
  title: `${theirs.savedBy ?? 'Jemand anderes'} hat den Sachbericht inzwischen gespeichert (Fassung ${theirs.number}). Ihre Fassung ist nicht gespeichert.`,
  more: { yours, theirs: narrativeJson(theirs), version: theirs.number },
})

const unseen = ({ narrative }: Proof, yours: string): ProblemAnswer => ({
  ...conflict(narrative, yours),
  status: 428,
  type: 'fassung-fehlt',
  title: 'Bitte nennen Sie die Fassung (version), die Sie gelesen haben. Gespeichert ist nichts.',
})

const reading: Operation[] = [
  operation({
    method: 'get',
    path: '/proofs-of-use',
    id: 'listProofsOfUse',
    title: 'Verwendungsnachweise auflisten',
    summary: 'Proofs of use with their frozen versions',
    who,
    tag,
    query: proofsQuery,
    reply: {
      status: 200,
      description: 'One page of proofs',
      schema: proofList,
      example: { items: [proofExample], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listProofs(ctx.db, query)
      return isRefusal(found) ? unprocessable(found) : json({ items: found.items.map(proofJson), next: found.next })
    },
  }),
  operation({
    method: 'get',
    path: '/proofs-of-use/{id}',
    id: 'getProofOfUse',
    title: 'einen Verwendungsnachweis zeigen',
    summary: 'When it is due, how long vouchers are kept, what was frozen; files by `/files/{id}`',
    who,
    tag,
    params,
    reply: { status: 200, description: 'The proof', schema: proofOut, example: proofExample },
    work: (ctx, { params: { id } }) => shown(ctx, id, 200),
  }),
  operation({
    method: 'get',
    path: '/proofs-of-use/{id}/figures',
    id: 'getProofOfUseFigures',
    title: 'den zahlenmäßigen Nachweis zeigen',
    summary: 'The figures as they are now, from the entries alone',
    who,
    tag,
    params,
    reply: { status: 200, description: 'The figures', schema: figuresOut, example: figuresExample },
    work: (ctx, { params: { id } }) =>
      onProof(ctx, id, async ({ programmeId }) => {
        const content = await loadContent(ctx.db, { programmeId })
        return content ? json(figuresJson(content.figures)) : notFound(none)
      }),
  }),
  operation({
    method: 'get',
    path: '/proofs-of-use/{id}/vouchers',
    id: 'listProofOfUseVouchers',
    title: 'die Belegliste zeigen',
    summary: 'The vouchers as they are now, by municipality and order; together what the accounts have as settled',
    who,
    tag,
    params,
    query: listQuery,
    reply: {
      status: 200,
      description: 'One page of vouchers',
      schema: voucherList,
      example: { items: [voucherExample], next: null },
    },
    work: (ctx, { params: { id }, query: { limit, cursor } }) =>
      onProof(ctx, id, async ({ programmeId }) => {
        const after = decodeCursor(cursor, ['integer'])
        if (isRefusal(after)) return unprocessable(after)
        const from = Math.max(0, Number(after?.[0] ?? 0))
        const vouchers = (await loadContent(ctx.db, { programmeId }))?.vouchers ?? []
        return json({
          items: vouchers.slice(from, from + limit).map(voucherJson),
          next: vouchers.length > from + limit ? encodeCursor([from + limit]) : null,
        })
      }),
  }),
  operation({
    method: 'get',
    path: '/proofs-of-use/{id}/narratives',
    id: 'listProofOfUseNarratives',
    title: 'alle Fassungen des Sachberichts auflisten',
    summary: 'Every text that was saved, the newest first',
    who,
    tag,
    params,
    query: listQuery,
    reply: {
      status: 200,
      description: 'One page of texts',
      schema: narrativeList,
      example: { items: [narrativeExample], next: null },
    },
    work: (ctx, { params: { id }, query }) =>
      onProof(ctx, id, async () => {
        const found = await listNarratives(ctx.db, id, query)
        return isRefusal(found)
          ? unprocessable(found)
          : json({ items: found.items.map(narrativeJson), next: found.next })
      }),
  }),
  ...(['pdf', 'xlsx'] as const).map((kind) =>
    operation({
      method: 'get',
      path: `/proofs-of-use/{id}/draft.${kind}`,
      id: kind === 'pdf' ? 'getProofOfUseDraftPdf' : 'getProofOfUseDraftXlsx',
      title: `den Verwendungsnachweis im Entwurf als ${kind === 'pdf' ? 'PDF' : 'Tabelle'}`,
      summary: `As it would be frozen now, as ${kind === 'pdf' ? 'PDF/A-2a' : 'a workbook'}`,
      who,
      tag,
      params,
      reply: { status: 200, description: 'The file', isFile: true },
      work: (ctx, { params: { id } }) =>
        onProof(ctx, id, (proof) => (kind === 'pdf' ? draftPdf(ctx, proof) : draftSheet(ctx, proof))),
    }),
  ),
]

const writing: Operation[] = [
  operation({
    method: 'post',
    path: '/proofs-of-use',
    id: 'addProofOfUse',
    title: 'einen Verwendungsnachweis beginnen',
    summary: 'Begin the proof of a programme; its narrative is drafted from the data',
    who,
    tag,
    body: newProof,
    bodyExample: { programmeId: proofExample.programmeId },
    problems: { 403: 'Only who leads the programme', 422: 'No such programme, no money in it, or begun already' },
    reply: { status: 201, description: 'The proof', schema: proofOut, example: proofExample },
    work: async (ctx, { body }) => {
      const programme = await findProgramme(ctx.db, body.programmeId)
      if (!programme) return notFound('Dieses Programm gibt es nicht.')
      const allowed = may.lead(programme)
      if (isRefusal(allowed)) return forbidden(allowed)
      const begun = await beginProof(ctx, programme)
      return isRefusal(begun) ? unprocessable(begun) : shown(ctx, begun, 201)
    },
  }),
  operation({
    method: 'put',
    path: '/proofs-of-use/{id}/narrative',
    id: 'setProofOfUseNarrative',
    title: 'den Sachbericht speichern',
    summary: 'Keep a text as a further version; nothing is overwritten',
    who,
    tag,
    params,
    body: narrativeIn,
    bodyExample: { text: narrativeExample.text, version: 1, auto: false },
    problems: {
      409: 'Somebody else was faster: `yours`, `theirs` and the `version` that counts; nothing was written',
      428: 'Name the version that you have read',
    },
    reply: { status: 200, description: 'As it is kept', schema: narrativeOut, example: narrativeExample },
    work: (ctx, { params: { id }, body: { text, version, auto } }) =>
      onProof(ctx, id, async (proof) => {
        if (version === undefined) return unseen(proof, text)
        const done = await saveNarrative(ctx, proof, { text, version, origin: auto ? 'auto' : 'person' })
        if ('theirs' in done) return conflict(done.theirs, text)
        const now = await findProof(ctx.db, id)
        return now ? json(narrativeJson(now.narrative)) : notFound(none)
      }),
  }),
  operation({
    method: 'patch',
    path: '/proofs-of-use/{id}',
    id: 'changeProofOfUse',
    title: 'Fristen eines Verwendungsnachweises ändern',
    summary: 'How many months after the end it is due, and how many years vouchers are kept',
    who,
    tag,
    params,
    body: termsIn,
    bodyExample: { dueMonths: 6, keepYears: 5, version: 1 },
    reply: { status: 200, description: 'The proof', schema: proofOut, example: proofExample },
    work: (ctx, { params: { id }, body }) =>
      onProof(ctx, id, async (proof) => {
        const done = await changeTerms(ctx, proof, body)
        return isRefusal(done) ? unprocessable(done) : shown(ctx, id, 200)
      }),
  }),
  operation({
    method: 'post',
    path: '/proofs-of-use/{id}/versions',
    id: 'freezeProofOfUse',
    title: 'einen Verwendungsnachweis festschreiben',
    summary:
      'Freeze what is there as a version: PDF/A and workbook of one moment with their hashes, kept and never changed; a further version needs a reason',
    who,
    tag,
    params,
    body: freezeIn,
    bodyExample: { kind: 'interim', narrativeVersion: 2, reason: '' },
    problems: { 422: 'The text has changed meanwhile, or a further version without a reason' },
    reply: { status: 201, description: 'The version', schema: versionOut, example: versionExample },
    prepare: async ({ look, storage, params: { id }, json: body }) => {
      const wish = parse(freezeIn, body)
      // What is wrong with it the operation says itself.
      return isRefusal(wish) ? undefined : printProof({ look, storage }, { proofId: id ?? '', ...wish })
    },
    work: (ctx, { params: { id }, body }, printed) =>
      onProof(ctx, id, async (proof) => {
        if (printed === undefined) return notFound(none)
        const done = isRefusal(printed) ? printed : await freezeProof(ctx, proof, printed, body)
        if (isRefusal(done)) return unprocessable(done)
        const kept = (await findProof(ctx.db, id))?.versions.find((version) => version.id === done)
        return kept ? json(versionJson(kept), 201) : notFound(none)
      }),
  }),
]

/** Proofs of use: texts, figures, vouchers, frozen versions. */
export const proofOperations: Operation[] = [...reading, ...writing]
