import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type PreparedFile, prepareFile } from '#foundation/files/index.ts'
import type { Look } from '#platform/http/request.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { writeWorkbook, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import type { Storage } from '#platform/storage/storage.ts'
import type { Printed } from './freeze-proof.ts'
import { type Proof, type ProofKind, proofKindInWords } from './proof.ts'
import { proofPaper } from './proof-paper.ts'
import { proofSheets } from './proof-sheets.ts'
import { type Printable, readPrintable } from './read-printable.ts'

interface Asked {
  /** Of the proof, or of its programme. */
  proofId?: string | undefined
  programmeId?: string | undefined
  kind: ProofKind
  reason: string
}

interface House {
  look: Look
  storage: Storage
}

/**
 * Reads everything in one snapshot and makes both files, before the transaction that freezes them: booking goes on meanwhile and changes nothing
 * of what is printed. Undefined where the proof is not visible.
 */
export async function printProof({ look, storage }: House, asked: Asked): Promise<Outcome<Printed> | undefined> {
  const seen = await look((db, now) => readPrintable(db, now, asked), { snapshot: true })
  return seen && print(storage, seen, asked)
}

async function print(
  storage: Storage,
  { proof, content, by }: Printable,
  { kind, reason }: Asked,
): Promise<Outcome<Printed>> {
  const number = (proof.versions[0]?.number ?? 0) + 1
  const pdf = await compilePaper(proofPaper(content, { kind, number, reason, by }))
  if (isRefusal(pdf)) return pdf
  const name = fileName(proof, kind, number, content.asOf)
  const keptPdf = await keep(storage, `${name}.pdf`, pdfType, pdf.bytes)
  if (isRefusal(keptPdf)) return keptPdf
  const keptSheet = await keep(storage, `${name}.xlsx`, xlsxType, await writeWorkbook(proofSheets(content)))
  if (isRefusal(keptSheet)) return keptSheet
  return {
    content,
    narrativeId: proof.narrative.id,
    narrativeNumber: proof.narrative.number,
    number,
    kind,
    reason,
    pdf: keptPdf,
    sheet: keptSheet,
  }
}

const fileName = ({ programmeKey }: Proof, kind: ProofKind, number: number, asOf: Temporal.Instant): string =>
  `${proofKindInWords(kind).toLowerCase()}-${programmeKey}-v${number}-${localDay(asOf).toString()}`

async function keep(
  storage: Storage,
  name: string,
  type: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Outcome<PreparedFile>> {
  const folder = await mkdtemp(join(tmpdir(), 'lotsenwerk-nachweis-'))
  try {
    const path = join(folder, 'datei')
    await writeFile(path, bytes)
    return await prepareFile({ name, type, path, size: bytes.length }, storage)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
