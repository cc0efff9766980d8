import type { FileAnswer } from '#platform/http/answer.ts'
import { paymentCsv, type PaymentRun } from '../payments/payment-run.ts'

/** The list of a run, for the cashier. */
export const paymentFile = (run: PaymentRun): FileAnswer => ({
  kind: 'file',
  name: `zahlungsliste-${run.number}.csv`,
  type: 'text/csv; charset=utf-8',
  body: paymentCsv(run),
})
