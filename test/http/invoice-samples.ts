// Sample calls of invoices: of their own orders, so that each deed finds what it needs.
import { manager, type TestHouse } from '../harness/house.ts'
import { everything } from '../harness/house.ts'
import { accepted, handIn, manager2, office, sharesOf } from '../invoices/cast.ts'
import { ubl } from '../invoices/xml.ts'
import type { Sample } from './sample-calls.ts'

const document = (number: string): FormData => {
  const form = new FormData()
  form.set('file', new Blob([ubl({ number, lines: [{ name: 'Position', net: 1000 }] })]), 'rechnung.xml')
  return form
}

export async function invoiceSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const { programmeId, orders } = await accepted(house, everything, [11_900, 11_900, 11_900])
  const lines = [{ name: 'Position', net: 10_000 }]
  const invoice = (number: string, at: number) => handIn(house, { number, order: orders[at]?.reference ?? '', lines })
  const [open, disputed, booked] = [
    await invoice('PROBE-1', 0),
    await invoice('PROBE-2', 1),
    await invoice('PROBE-3', 2),
  ]
  const rejected = await handIn(house, { number: 'PROBE-4', lines })
  const settled = await accepted(house, everything, [11_900])
  const paid = await handIn(house, { number: 'PROBE-5', order: settled.orders[0]?.reference ?? '', lines })
  const torsten = await house.as(manager)
  await torsten.post(`/invoices/${disputed.id}/disputes`, { reason: 'Probe' })
  await torsten.post(`/invoices/${booked.id}/approval`)
  await torsten.post(`/invoices/${paid.id}/approval`)
  const run = async (id: string) => ({ programmeId, shareIds: (await sharesOf(house, id)).map((share) => share.id) })
  const made = await (await house.as(manager2)).post<{ id: string }>('/payment-runs', await run(paid.id))
  const again = await handIn(house, { number: 'PROBE-6', lines })
  return {
    listInvoices: { email: manager },
    addInvoice: { email: office, body: document('PROBE-7') },
    getInvoice: { of: open.id, email: manager },
    matchInvoiceLine: {
      of: rejected.id,
      part: rejected.lines[0]?.id ?? '',
      email: manager,
      body: { orderReference: orders[0]?.reference ?? '' },
    },
    approveInvoice: { of: open.id, email: manager, body: { nothingFollows: [] } },
    disputeInvoice: { of: rejected.id, email: manager, body: { reason: 'Probe' } },
    resolveInvoiceDispute: { of: disputed.id, email: manager, body: { reason: 'Probe' } },
    rejectInvoice: { of: again.id, email: manager, body: { reason: 'Probe' } },
    listInvoiceShares: { email: manager },
    listPaymentRuns: { email: manager },
    addPaymentRun: { email: manager2, body: await run(booked.id) },
    getPaymentList: { of: made.body.id, email: manager2 },
  }
}
