import type { Paper } from '#kernel/paper.ts'
import { localDay } from '#kernel/local-day.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { Programme } from '#foundation/programmes/index.ts'
import { type Answer, type FileAnswer, notFound } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { type Sheet, writeWorkbook, xlsxType } from '#platform/spreadsheet/write-sheet.ts'
import type { Account } from '../accounts/account.ts'
import { readStatement, readStatements } from '../statements/queries.ts'
import { programmePaper, statementPaper } from '../statements/statement-paper.ts'
import { programmeSheets, statementSheets } from './statement-sheet.ts'

// Read in the transaction by one statement each; set and written after it.

const pdf = (name: string, paper: Paper): FileAnswer => ({
  kind: 'file',
  name: `${name}.pdf`,
  type: pdfType,
  body: {
    make: async () => {
      const set = await compilePaper(paper)
      return isRefusal(set) ? set : set.bytes
    },
  },
})

/** A workbook, written after the transaction. */
export const workbook = (name: string, sheets: readonly Sheet[]): FileAnswer => ({
  kind: 'file',
  name: `${name}.xlsx`,
  type: xlsxType,
  body: { make: () => writeWorkbook(sheets) },
})

const nameOf = ({ organizationName }: Pick<Account, 'organizationName'>, ctx: Context): string =>
  `kontoauszug-${organizationName}-${localDay(ctx.now).toString()}`

/** The statement of one account as an accessible PDF. */
export async function statementPdf(ctx: Context, { enrollmentId }: Pick<Account, 'enrollmentId'>): Promise<Answer> {
  const statement = await readStatement(ctx.db, enrollmentId)
  if (!statement) return notFound()
  return pdf(nameOf(statement.account, ctx), statementPaper({ statement, madeAt: ctx.now, madeBy: ctx.actor.name }))
}

/** The same as a table. */
export async function statementSheet(ctx: Context, { enrollmentId }: Pick<Account, 'enrollmentId'>): Promise<Answer> {
  const statement = await readStatement(ctx.db, enrollmentId)
  if (!statement) return notFound()
  return workbook(nameOf(statement.account, ctx), statementSheets(statement, ctx.now, ctx.actor.name))
}

const nameOfAll = ({ key }: Programme, ctx: Context): string => `kontoauszug-${key}-${localDay(ctx.now).toString()}`

/** All accounts of a programme on paper. */
export async function programmePdf(ctx: Context, programme: Programme): Promise<Answer> {
  const { name: programmeName, deadline } = programme
  const statements = await readStatements(ctx.db, programme.id)
  return pdf(
    nameOfAll(programme, ctx),
    programmePaper({ programmeName, deadline, statements, madeAt: ctx.now, madeBy: ctx.actor.name }),
  )
}

/** All accounts of a programme with all of their entries. */
export const programmeSheet = async (ctx: Context, programme: Programme): Promise<Answer> =>
  workbook(
    nameOfAll(programme, ctx),
    programmeSheets(await readStatements(ctx.db, programme.id), ctx.now, ctx.actor.name),
  )
