import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { type Sheet, writeWorkbook, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { protocolPaper } from './protocol-paper.ts'
import { findClosing, listSpotChecks } from './queries.ts'
import { resultInWords, type SpotCheck } from './spot-check.ts'

/** The protocol as an accessible PDF; read in the transaction, set after it. */
export async function protocolPdf(ctx: Context, road: EnrollmentWithSteps): Promise<FileAnswer> {
  const paper = protocolPaper({
    organization: road.organizationName,
    programme: road.programmeName,
    madeAt: ctx.now,
    closing: await findClosing(ctx.db, road.id),
    checks: await listSpotChecks(ctx.db, road.id),
  })
  return {
    kind: 'file',
    name: `stichproben-${road.organizationName}.pdf`,
    type: pdfType,
    body: {
      make: async () => {
        const pdf = await compilePaper(paper)
        return isRefusal(pdf) ? pdf : pdf.bytes
      },
    },
  }
}

/** The same as a table. */
export async function protocolSheet(ctx: Context, road: EnrollmentWithSteps): Promise<FileAnswer> {
  const checks = await listSpotChecks(ctx.db, road.id)
  return {
    kind: 'file',
    name: `stichproben-${road.organizationName}.xlsx`,
    type: xlsxType,
    body: { make: () => writeWorkbook([sheetOf(checks)]) },
  }
}

const sheetOf = (checks: readonly SpotCheck[]): Sheet => ({
  name: 'Stichproben',
  columns: [
    { header: 'Nr.', width: 6 },
    { header: 'Was geprüft wurde', width: 32, wrap: true },
    { header: 'Wie geprüft wurde', width: 40, wrap: true },
    { header: 'Erwartet', width: 40, wrap: true },
    { header: 'Gesehen', width: 40, wrap: true },
    { header: 'Ergebnis', width: 16 },
    { header: 'Nachweis', width: 30, wrap: true },
    { header: 'Frage der Prüfung', width: 18 },
    { header: 'Am', width: 12 },
    { header: 'Durch', width: 22 },
    { header: 'Fassung', width: 9 },
    { header: 'Kommentare der Kommune', width: 50, wrap: true },
  ],
  rows: checks.map((one) => [
    String(one.number),
    one.object,
    one.what,
    one.expected,
    one.seen,
    resultInWords(one.result),
    [one.evidenceNote, one.file?.name ?? ''].filter(Boolean).join(' · '),
    one.control?.id ?? '',
    germanDay(Temporal.PlainDate.from(one.checkedOn)),
    one.writtenBy ?? '',
    String(one.version),
    one.comments.map(({ text }) => text).join('\n'),
  ]),
})
