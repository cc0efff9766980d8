import { formula } from './proposals/gap.ts'

const id = (end: number): string => `01940d1c-5c00-7a60-8000-7a1b2c3d4e${String(end)}`

/** What the API document shows. */
export const offerExample = {
  id: id(10),
  programmeId: id(11),
  key: 'workshop-notfall',
  title: 'Workshop Notfallvorsorge',
  kind: 'workshop' as const,
  detail: 'ein Tag im Rathaus, bis 12 Personen',
  description: 'Am Ende des Tages liegen die Notfallseiten fertig vor.',
  priceCents: 240_000,
  workDays: 8,
  acceptanceDays: 5,
  startsOn: null,
  availableUntil: null,
  capacity: 20,
  contractorId: id(12),
  contractorName: 'Prüfhaus Elbe GmbH',
  closes: [
    { type: 'list' as const, key: 'VSV', severity: 'high' as const },
    { type: 'policy' as const, key: 'emergency', severity: 'medium' as const },
  ],
  validFrom: '2026-10-01',
  validUntil: null,
  version: 1,
}

const source = {
  type: 'control' as const,
  id: `${id(17)}/VSV.1`,
  label: 'Ist geregelt, wer bei einem Vorfall angerufen wird?',
}
const why = ['„Vorbereitung für Sicherheitsvorfälle“: 1 Frage, auf Nein.']

export const proposalExample = {
  organizationId: id(13),
  programmeId: id(11),
  remainingCents: 1_390_000,
  sumCents: 240_000,
  restCents: 1_150_000,
  openGaps: 1,
  closedGaps: 1,
  deadline: '2026-12-31',
  basis: 'Grundlage: 257 Fragen aus „WiBA“, Stand 23.11.2026, 12 Befunde, Preisliste vom 01.10.2026.',
  formula,
  items: [
    {
      offerId: id(10),
      key: 'workshop-notfall',
      title: 'Workshop Notfallvorsorge',
      kind: 'workshop' as const,
      priceCents: 240_000,
      included: true,
      reason: 'schließt 1 offene Frage',
      why,
      sources: [source],
    },
  ],
}

export const packageExample = {
  id: id(14),
  organizationId: id(13),
  organizationName: 'Stadt Musterstadt',
  programmeId: id(11),
  enrollmentId: id(15),
  number: 1,
  state: 'draft' as const,
  version: 1,
  changedAt: '2026-11-23T09:42:00Z',
  changedBy: 'Jana Wiesner',
  submittedAt: null,
  submittedBy: null,
  decideBy: '2026-12-10',
  decidedAt: null,
  decidedBy: null,
  way: null,
  signatureId: null,
  sumCents: 240_000,
  remainingCents: 1_390_000,
  returnReason: null,
  decisionText: null,
  items: [
    {
      itemId: id(16),
      offerId: id(10),
      title: 'Workshop Notfallvorsorge',
      kind: 'workshop' as const,
      detail: 'ein Tag im Rathaus, bis 12 Personen',
      contractorId: id(12),
      contractorName: 'Prüfhaus Elbe GmbH',
      priceCents: 240_000,
      struck: false,
      measureId: null,
      orderId: null,
      orderReference: null,
      reason: 'schließt 1 offene Frage',
      why,
      sources: [source],
    },
  ],
  leftOut: [],
  basis: proposalExample.basis,
}
