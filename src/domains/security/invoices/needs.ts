import type { NeedSource } from '#foundation/programmes/index.ts'
import { roadsWithoutInvoice } from './task-queries.ts'

/** What several municipalities lack before the deadline. */
export const invoiceNeeds: NeedSource = {
  name: 'security/invoices',
  async list({ db }, { id }) {
    const enrollmentIds = await roadsWithoutInvoice(db, id)
    if (enrollmentIds.length === 0) return []
    return [
      {
        key: 'acceptedNotInvoiced',
        one: 'hat Abgenommenes, für das die Rechnung fehlt',
        many: 'haben Abgenommenes, für das die Rechnung fehlt',
        enrollmentIds,
      },
    ]
  },
}
