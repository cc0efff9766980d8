import { kindInWords } from '#foundation/organizations/index.ts'
import type { Db } from '#platform/db/database.ts'
import { figuresOf } from '../books/figures.ts'
import { readBooks } from '../books/queries.ts'
import { readInvoices } from '../books/read-invoices.ts'
import { vouchersOf } from '../books/vouchers.ts'
import type { ProofContent } from './proof-paper.ts'

type Drawn = Omit<ProofContent, 'narrative' | 'asOf'>

/** Books, figures and vouchers of a programme, or of one municipality in it. Undefined when there is no such programme. */
export async function loadContent(
  db: Db,
  wanted: { programmeId: string; organizationId?: string | null },
): Promise<Drawn | undefined> {
  const books = await readBooks(db, wanted)
  if (!books) return undefined
  const invoices = await readInvoices(db, wanted)
  return { books, figures: figuresOf(books, kindInWords), vouchers: vouchersOf(books, invoices) }
}
