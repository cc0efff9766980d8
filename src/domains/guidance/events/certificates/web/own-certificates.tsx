import { germanDay, localDay } from '#kernel/local-day.ts'
import { Table } from '#ui/table/table.tsx'
import { Tag } from '#ui/tag/tag.tsx'
import { eventRoutes } from '../../routes.ts'
import { type Certificate, stateInWords, stateOf } from '../certificate.ts'

/** A person's certificates, as they stand under the own registrations; with none there is nothing to show. */
export const OwnCertificates = ({ certificates }: { certificates: readonly Certificate[] }) =>
  certificates.length === 0 ? null : (
    <Table
      caption="Eigene Zertifikate, das neueste zuerst"
      captionHidden
      stack
      rows={certificates}
      columns={[
        { header: 'Veranstaltung', rowHeader: true, cell: ({ facts }) => `${facts.title} (${facts.run})` },
        { header: 'Ausgestellt', cell: ({ issuedAt }) => germanDay(localDay(issuedAt)) },
        {
          header: 'Nummer',
          cell: ({ number }) => (
            <a class="lw-link" href={eventRoutes.certificate.href({ number })}>
              {number}
            </a>
          ),
        },
        { header: 'Stand', cell: (one) => <CertificateTag certificate={one} /> },
        {
          header: 'PDF',
          cell: ({ id, number }) => (
            <a
              class="lw-link"
              href={eventRoutes.certificateFile.href({ id })}
              aria-label={`Zertifikat ${number} als PDF`}
            >
              Herunterladen
            </a>
          ),
        },
      ]}
    />
  )

const shapes = { valid: 'ok', replaced: 'none', revoked: 'late' } as const

export const CertificateTag = ({ certificate }: { certificate: Certificate }) => (
  <Tag state={shapes[stateOf(certificate)]}>{stateInWords(certificate)}</Tag>
)
