import { proofKinds } from './delivery/delivery.ts'

/** What the API document shows. */
export const orderExample = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fa4',
  reference: 'B-2026-0042',
  title: 'Workshop Notfallvorsorge',
  state: 'delivered' as const,
  organizationId: '01940d1c-5c00-7a60-8000-6b5c6d7e8fa1',
  organizationName: 'Stadt Musterstadt',
  programmeId: '01940d1c-5c00-7a60-8000-6b5c6d7e8f91',
  enrollmentId: '01940d1c-5c00-7a60-8000-6b5c6d7e8fa2',
  contractorId: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb1',
  contractorName: 'Prüfhaus GmbH',
  dueOn: '2026-12-01',
  placedAt: '2026-11-02T08:00:00Z',
  commissionedAt: '2026-11-03T08:00:00Z',
  totalCents: 240_000,
  plannedCents: 0,
  committedCents: 0,
  deliveredCents: 240_000,
  acceptedCents: 0,
  invoicedCents: 0,
  settledCents: 0,
  version: 4,
}

export const wholeOrderExample = {
  ...orderExample,
  deliveries: [
    {
      id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb2',
      number: 1,
      amountCents: 240_000,
      deliveredOn: '2026-11-19',
      note: 'Mit elf Personen.',
      reportedAt: '2026-11-19T15:00:00Z',
      withdrawnAt: null,
      withdrawalReason: null,
      proofs: [
        {
          id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb3',
          kind: proofKinds[0],
          fileId: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb4',
          name: 'anwesenheit.pdf',
          sha256: 'c'.repeat(64),
        },
      ],
    },
  ],
}

export const acceptanceExample = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fc1',
  number: 1,
  orderId: orderExample.id,
  orderReference: orderExample.reference,
  orderTitle: orderExample.title,
  organizationId: orderExample.organizationId,
  organizationName: orderExample.organizationName,
  programmeId: orderExample.programmeId,
  enrollmentId: orderExample.enrollmentId,
  contractorId: orderExample.contractorId,
  contractorName: orderExample.contractorName,
  result: 'whole' as const,
  state: 'accepted' as const,
  amountCents: 240_000,
  note: '',
  preparedAt: '2026-11-20T08:00:00Z',
  way: 'portal' as const,
  signature: { by: 'Martin Hoppe', at: '2026-11-20T09:00:00Z' },
  paperFileId: null,
  countersignature: { by: 'Torsten Ehlers', at: '2026-11-21T09:00:00Z' },
  reason: '',
  reservations: [{ number: 1, text: 'Die Unterlagen fehlen noch.', fixedOn: null }],
  textToSign: null,
}
