const id = '01940d1c-5c00-7a60-8000-8c1b2c3d4e60'
const programmeId = '01940d1c-5c00-7a60-8000-6b5c6d7e8f91'
const organization = { id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fa1', name: 'Stadt Musterstadt' }
const contractor = { id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb1', name: 'Prüfhaus GmbH' }

/** What the API document shows. */
export const invoiceExample = {
  id,
  programmeId,
  contractor,
  number: 'PH-2026-0001',
  typeCode: '380',
  issuedOn: '2026-11-16',
  dueOn: '2026-12-14',
  buyerReference: '15999-VERBUND-95',
  netCents: 1_352_941,
  taxCents: 257_059,
  grossCents: 1_610_000,
  prepaidCents: 0,
  payableCents: 1_610_000,
  state: 'received' as const,
  uploadedAt: '2026-11-17T09:00:00Z',
  decidedAt: null,
  lineCount: 1,
  unmatched: 0,
}

export const lineExample = {
  id: '01940d1c-5c00-7a60-8000-8c1b2c3d4e61',
  position: 1,
  text: 'Stufe 1: Ist-Erfassung und Scan-Module',
  orderReference: 'B-2026-0042',
  matched: true,
  netCents: 1_352_941,
  amountCents: 1_610_000,
  order: {
    id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fa4',
    reference: 'B-2026-0042',
    organizationId: organization.id,
    acceptedCents: 1_610_000,
  },
}

export const findingExample = {
  rule: 'LW-BT-27',
  path: 'BT-27',
  severity: 'warn' as const,
  text: 'Rechnungssteller ist „Prüfhaus Beispiel GmbH“, der Dienstleister heißt im Portal „Prüfhaus GmbH“. Bitte vergleichen Sie.',
}

export const detailExample = {
  ...invoiceExample,
  lines: [lineExample],
  findings: [findingExample],
  history: [{ what: 'received' as const, at: '2026-11-17T09:00:00Z', by: 'Birgit Sommer', text: '' }],
  files: [
    { id: '01940d1c-5c00-7a60-8000-8c1b2c3d4e62', name: 'rechnung.xml', mediaType: 'application/xml', size: 6123 },
  ],
}

export const shareExample = {
  id: '01940d1c-5c00-7a60-8000-8c1b2c3d4e63',
  programmeId,
  organization,
  invoiceId: id,
  number: 'PH-2026-0001',
  typeCode: '380',
  issuedOn: '2026-11-16',
  orderId: lineExample.order.id,
  orderReference: 'B-2026-0042',
  amountCents: 1_610_000,
  creditedCents: 10_000,
  openCents: 1_600_000,
  differenceCents: 0,
  bookedAt: '2026-11-18T09:00:00Z',
  settledAt: null,
  paymentRunId: null,
}

export const runExample = {
  id: '01940d1c-5c00-7a60-8000-8c1b2c3d4e64',
  programmeId,
  number: 1,
  totalCents: 1_600_000,
  madeAt: '2026-11-20T09:00:00Z',
  madeBy: 'Tanja Wolff',
  payments: [
    {
      invoiceId: id,
      recipient: 'Prüfhaus GmbH',
      iban: 'DE02120300000000202051',
      amountCents: 1_600_000,
      number: 'PH-2026-0001',
      reference: 'PH-2026-0001 B-2026-0042',
    },
  ],
}
