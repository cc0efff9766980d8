import { germanDate, germanDay, localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { kindInWords } from '#foundation/organizations/index.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { writeWorkbook, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { phaseInWords, type ProgrammeReport } from '../programme-report.ts'
import { names, reportPaper } from './report-paper.ts'

const fileName = ({ programme: { key }, madeAt }: ProgrammeReport): string =>
  `bericht-${key}-${localDay(madeAt).toString()}`

/** The report for the ministry as an accessible PDF. */
export const reportPdf = (report: ProgrammeReport): FileAnswer => ({
  kind: 'file',
  name: `${fileName(report)}.pdf`,
  type: pdfType,
  body: {
    make: async () => {
      const pdf = await compilePaper(reportPaper(report))
      return isRefusal(pdf) ? pdf : pdf.bytes
    },
  },
})

/** The same figures as a workbook: one sheet of phases, one of participants. */
export const reportXlsx = (report: ProgrammeReport): FileAnswer => ({
  kind: 'file',
  name: `${fileName(report)}.xlsx`,
  type: xlsxType,
  body: {
    make: () =>
      writeWorkbook([
        {
          name: 'Phasen',
          columns: [
            { header: 'Phase', width: 30 },
            { header: 'Kommunen', width: 12 },
          ],
          rows: report.byPhase.map(({ title, count }) => [title, String(count)]),
        },
        {
          name: 'Kommunen',
          columns: [
            { header: 'Kommune', width: 36 },
            { header: 'Art', width: 24 },
            { header: 'Landkreis', width: 28 },
            { header: 'Seit', width: 12 },
            { header: 'Phase', width: 24 },
            ...(names(report) ? [{ header: 'Benannt', width: 14 }] : []),
          ],
          rows: report.participants.map((one) => [
            one.organizationName,
            kindInWords(one.organizationKind),
            one.county ?? '',
            germanDay(localDay(one.beganAt)),
            phaseInWords(report.programme, one),
            ...(names(report) ? [one.namedOn ? germanDate(one.namedOn) : ''] : []),
          ]),
        },
      ]),
  },
})
