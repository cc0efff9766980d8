import { isRefusal } from '#kernel/outcome.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { writeWorkbook, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import { forPublic } from '../json.ts'
import type { Picture } from '../picture.ts'
import { openData, publicData } from '../files/open-data.ts'
import { pictureCsv } from '../files/picture-csv.ts'
import { picturePaper } from '../files/picture-paper.ts'
import { pictureSheets } from './picture-sheets.ts'

const name = ({ programmeKey, releaseOn }: Picture): string => `landesbild-${programmeKey}-${releaseOn}`

export const csvFile = (picture: Picture): FileAnswer => ({
  kind: 'file',
  name: `${name(picture)}.csv`,
  type: 'text/csv; charset=utf-8',
  body: pictureCsv(picture),
})

export const dataFile = (picture: Picture): FileAnswer => ({
  kind: 'file',
  name: `${name(picture)}.json`,
  type: 'application/json',
  body: openData(picture),
})

export const publicCsvFile = (picture: Picture): FileAnswer => csvFile(forPublic(picture))

export const publicDataFile = (picture: Picture): FileAnswer => ({ ...dataFile(picture), body: publicData(picture) })

/** Set after the transaction: a report takes its time. */
export const pdfFile = (picture: Picture): FileAnswer => ({
  kind: 'file',
  name: `${name(picture)}.pdf`,
  type: pdfType,
  body: {
    make: async () => {
      const pdf = await compilePaper(picturePaper(picture))
      return isRefusal(pdf) ? pdf : pdf.bytes
    },
  },
})

export const sheetFile = (picture: Picture): FileAnswer => ({
  kind: 'file',
  name: `${name(picture)}.xlsx`,
  type: xlsxType,
  body: { make: () => writeWorkbook(pictureSheets(picture)) },
})
