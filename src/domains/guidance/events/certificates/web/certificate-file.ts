import { isRefusal } from '#kernel/outcome.ts'
import type { Temporal } from 'temporal-polyfill'
import type { FileAnswer } from '#platform/http/answer.ts'
import { compilePaper, pdfType } from '#platform/pdf/compile-paper.ts'
import { eventRoutes } from '../../routes.ts'
import type { Certificate } from '../certificate.ts'
import { certificatePaper } from '../certificate-paper.ts'

/** Set after the transaction. */
export function certificatePdf(
  certificate: Certificate,
  { portal, now }: { portal: string; now: Temporal.Instant },
): FileAnswer {
  const address = portal + eventRoutes.certificate.href({ number: certificate.number })
  const paper = certificatePaper({ certificate, address, madeAt: now })
  return {
    kind: 'file',
    name: `zertifikat-${certificate.number}.pdf`,
    type: pdfType,
    body: {
      make: async () => {
        const pdf = await compilePaper(paper)
        return isRefusal(pdf) ? pdf : pdf.bytes
      },
    },
  }
}
