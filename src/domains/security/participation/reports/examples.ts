/** What the API document shows. */
export const reportExample = {
  id: '01940d1c-5c00-7a60-8000-9a1b2c3d4e5f',
  enrollmentId: '01940d1c-5c00-7a60-8000-7a1b2c3d4e60',
  organizationId: '01940d1c-5c00-7a60-8000-7a1b2c3d4e61',
  programmeId: '01940d1c-5c00-7a60-8000-7a1b2c3d4e62',
  number: 2,
  state: 'submitted' as const,
  deliveredBy: 'Felix Arendt',
  deliveredAt: '2026-11-19T14:00:00Z',
  decidedBy: null,
  decidedAt: null,
  content: {
    fileId: '01940d1c-5c00-7a60-8000-9a1b2c3d4e60',
    fileName: 'bericht-entwurf-2.pdf',
    fileSha256: '2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae',
    summary: 'Abschnitt 3 ist überarbeitet.',
    reason: '',
  },
  acceptanceText: 'Abnahme des Berichts\n- Kommune: Musterstadt\n',
  comments: [],
}
