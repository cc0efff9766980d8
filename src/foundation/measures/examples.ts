/** What the API document shows. */
export const measureExample = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb1',
  organizationId: '01940d1c-5c00-7a60-8000-6b5c6d7e8fa1',
  organizationName: 'Stadt Musterstadt',
  programmeId: null,
  programmeName: null,
  title: 'Zweiter Nachweis für Administratoren',
  kind: 'ownWork' as const,
  costCents: 0,
  state: 'started' as const,
  since: '2026-11-09T08:00:00Z',
  dueOn: '2026-12-04',
  checkOn: null,
  createdAt: '2026-11-02T10:15:00Z',
  version: 3,
  description: 'Alle Konten mit erweiterten Rechten.',
  effortDays: 2.5,
  remindDays: 14,
  ownerId: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb2',
  ownerName: 'Tobias Brandt',
  createdBy: { id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb3', name: 'Jana Wiesner' },
  templateId: null,
  sources: [
    {
      type: 'control',
      id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb4/lw-adm-03',
      label: 'Haben Konten von Administratoren einen zweiten Nachweis?',
    },
  ],
}

export const moveExample = {
  number: 2,
  from: 'proposed' as const,
  to: 'decided' as const,
  reason: '',
  at: '2026-11-05T09:30:00Z',
  by: { id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb5', name: 'Martin Köhler' },
}

export const proofExample = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb6',
  fileId: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb7',
  name: 'ruecksicherung.pdf',
  note: 'Protokoll vom 12. November.',
  addedBy: { id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb2', name: 'Tobias Brandt' },
  addedAt: '2026-11-12T14:00:00Z',
  withdrawnAt: null,
  withdrawalReason: null,
}

export const templateExample = {
  id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fb8',
  giver: { id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fa1', name: 'Stadt Musterstadt' },
  title: 'Rücksicherung einmal im Quartal üben',
  kind: 'template' as const,
  description: 'Ein Server, ein Vormittag, ein Protokoll auf einer Seite.',
  effortDays: 0.5,
  costCents: null,
  releasedAt: '2026-11-16T09:00:00Z',
  withdrawnAt: null,
}
