/** What the API document shows. */
const ids = {
  programme: '01940d1c-5c00-7a60-8000-6b5c6d7e8f91',
  organization: '01940d1c-5c00-7a60-8000-6b5c6d7e8fa1',
  enrollment: '01940d1c-5c00-7a60-8000-6b5c6d7e8fa2',
  order: '01940d1c-5c00-7a60-8000-6b5c6d7e8fa4',
  person: '01940d1c-5c00-7a60-8000-6b5c6d7e8fa5',
  proof: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb1',
  version: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb2',
  reminder: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb3',
  pdf: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb4',
  sheet: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb5',
}

export const sumsExample = {
  releasedCents: 1_610_000,
  remainingCents: 100,
  plannedCents: 0,
  committedCents: 0,
  deliveredCents: 710_000,
  acceptedCents: 0,
  invoicedCents: 0,
  settledCents: 899_900,
}

export const yearEndExample = {
  programmeId: ids.programme,
  deadline: '2026-12-31',
  daysLeft: 3,
  workingDaysLeft: 3,
  minutesLeft: 5040,
  municipalities: ['Stadt Musterstadt'],
  sums: { municipalities: 1, ...sumsExample },
  lacks: [{ lack: 'notAccepted' as const, municipalities: 1, orders: 1, amountCents: 710_000 }],
  items: [
    {
      lack: 'notAccepted' as const,
      orderId: ids.order,
      orderReference: 'B-2026-0002',
      title: 'Schwachstellen-Scan',
      organizationId: ids.organization,
      organizationName: 'Stadt Musterstadt',
      county: 'Landkreis Nordaue',
      enrollmentId: ids.enrollment,
      amountCents: 710_000,
      acts: 'organization' as const,
      actsId: ids.organization,
      actsName: 'Stadt Musterstadt',
      deed: 'abnehmen und unterschreiben',
      since: '2026-12-14T09:30:00Z',
      usualWorkingDays: 3,
      neededWorkingDays: 6,
      fit: 'short' as const,
    },
  ],
  next: null,
}

export const letterExample = {
  personId: ids.person,
  name: 'Martin Köhler',
  items: 1,
  amountCents: 710_000,
  text: 'Stadt Musterstadt\n- B-2026-0002 „Schwachstellen-Scan“: nicht abgenommen, 7.100 €, seit 14.12.2026. Zu tun: abnehmen und unterschreiben.',
  remindedToday: false,
}

export const reminderExample = {
  id: ids.reminder,
  organizationId: ids.organization,
  organizationName: 'Stadt Musterstadt',
  personId: ids.person,
  personName: 'Martin Köhler',
  day: '2026-12-28',
  items: 1,
  amountCents: 710_000,
  sentAt: '2026-12-28T08:10:00Z',
  sentBy: 'Torsten Ehlers',
}

export const voucherExample = {
  organizationId: ids.organization,
  organizationName: 'Stadt Musterstadt',
  orderReference: 'B-2026-0001',
  title: 'Prüfung vor Ort mit Bericht',
  contractorName: 'Prüfhaus GmbH',
  number: 'RE-2026-118',
  issuedOn: '2026-11-20',
  settledOn: '2026-12-02',
  amountCents: 899_900,
  note: '',
}

export const versionExample = {
  id: ids.version,
  number: 1,
  kind: 'interim' as const,
  reason: '',
  narrativeVersion: 2,
  asOf: '2026-12-15T10:00:00Z',
  entries: 8,
  releasedCents: 1_610_000,
  settledCents: 899_900,
  vouchers: 1,
  pdfFileId: ids.pdf,
  sheetFileId: ids.sheet,
  pdfSha256: '4f1c3d3c0f7a5d9b8f0e6a1c2b3d4e5f60718293a4b5c6d7e8f9012345678901',
  sheetSha256: '9a1c3d3c0f7a5d9b8f0e6a1c2b3d4e5f60718293a4b5c6d7e8f9012345678902',
  frozenAt: '2026-12-15T10:00:02Z',
  frozenBy: 'Torsten Ehlers',
}

export const proofExample = {
  id: ids.proof,
  programmeId: ids.programme,
  programmeName: 'SicherKOMMUNAL',
  deadline: '2026-12-31',
  dueOn: '2027-06-30',
  dueMonths: 6,
  keepYears: 5,
  keepUntil: '2031-12-31',
  termsVersion: 1,
  narrativeVersion: 2,
  versions: [versionExample],
}

export const shareExample = { name: 'Landkreis Nordaue', municipalities: 1, ...sumsExample }

export const figuresExample = {
  total: sumsExample,
  byStage: [{ number: 1, title: 'Stufe 1', ...sumsExample }],
  byKind: [{ ...shareExample, name: 'Einheitsgemeinde' }],
  byCounty: [shareExample],
  byMonth: [{ month: '2026-12', releasedCents: 0, settledCents: 899_900 }],
  byMunicipality: [{ organizationId: ids.organization, name: 'Stadt Musterstadt', ...sumsExample }],
}

export const narrativeExample = {
  version: 2,
  origin: 'person' as const,
  text: '## Gegenstand\n\nDer Verbund führt das Programm durch.',
  savedAt: '2026-12-15T09:58:00Z',
  savedBy: 'Torsten Ehlers',
}

export const ownProofExample = {
  enrollmentId: ids.enrollment,
  organizationId: ids.organization,
  organizationName: 'Stadt Musterstadt',
  programmeName: 'SicherKOMMUNAL',
  ...sumsExample,
  vouchers: [voucherExample],
}
