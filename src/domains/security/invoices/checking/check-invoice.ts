import type { Finding, ReadInvoice } from '../reading/invoice-document.ts'
import { checkAccount, checkAddress } from './check-address.ts'
import { checkSums } from './check-sums.ts'
import { checkTerms } from './check-terms.ts'

/** More than anybody reads; the first ones say it. */
const most = 60

/** Everything that is to say about an invoice before it is taken, what refuses first. `ours`: Leitweg-ID of whoever is billed. */
export function checkInvoice({ document, findings }: ReadInvoice, ours: string | null | undefined): Finding[] {
  const all = [
    ...findings,
    ...checkTerms(document),
    ...checkAddress(document, ours),
    ...checkSums(document),
    ...checkAccount(document),
  ]
  const bySeverity = (severity: Finding['severity']) => all.filter((finding) => finding.severity === severity)
  return [...bySeverity('refuse'), ...bySeverity('warn')].slice(0, most)
}
