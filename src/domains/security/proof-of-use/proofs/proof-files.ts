import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { writeWorkbook, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { loadContent } from './load-content.ts'
import type { Proof } from './proof.ts'
import { type ProofContent, proofPaper } from './proof-paper.ts'
import { proofSheets } from './proof-sheets.ts'

const nameOf = ({ programmeKey }: Proof, at: Temporal.Instant, ending: string): string =>
  `verwendungsnachweis-entwurf-${programmeKey}-${localDay(at).toString()}.${ending}`

async function contentOf(ctx: Context, proof: Proof): Promise<ProofContent> {
  const drawn = await loadContent(ctx.db, { programmeId: proof.programmeId })
  if (!drawn) throw new Error('the programme of a proof is there')
  return { ...drawn, narrative: proof.narrative.text, asOf: ctx.now }
}

/** As it would be frozen now, marked as a draft; read in the transaction, set after it. */
export async function draftPdf(ctx: Context, proof: Proof): Promise<FileAnswer> {
  const paper = proofPaper(await contentOf(ctx, proof), undefined)
  return {
    kind: 'file',
    name: nameOf(proof, ctx.now, 'pdf'),
    type: pdfType,
    body: {
      make: async () => {
        const pdf = await compilePaper(paper)
        return isRefusal(pdf) ? pdf : pdf.bytes
      },
    },
  }
}

export async function draftSheet(ctx: Context, proof: Proof): Promise<FileAnswer> {
  const sheets = proofSheets(await contentOf(ctx, proof))
  return {
    kind: 'file',
    name: nameOf(proof, ctx.now, 'xlsx'),
    type: xlsxType,
    body: { make: () => writeWorkbook(sheets) },
  }
}
