import { listVouchers } from '#domains/security/invoices/index.ts'
import type { Db } from '#platform/db/database.ts'
import type { SettledInvoice } from './vouchers.ts'

/** Settled invoices and their credit notes by order, as the module of invoices lists them. */
export const readInvoices = (
  db: Db,
  { programmeId, organizationId }: { programmeId: string; organizationId?: string | null },
): Promise<SettledInvoice[]> => listVouchers(db, { programmeId, organizationId: organizationId ?? undefined })
