export const appointmentExample = {
  id: '01940d1c-7a00-7000-8000-000000000531',
  enrollmentId: '01940d1c-7a00-7000-8000-000000000511',
  organizationId: '01940d1c-7a00-7000-8000-000000000001',
  organizationName: 'Stadt Musterstadt',
  programmeId: '01940d1c-7a00-7000-8000-000000000501',
  programmeName: 'SicherKOMMUNAL',
  step: 'onSite',
  title: 'Prüfung vor Ort',
  note: 'Bitte den Serverraum zugänglich machen.',
  state: 'proposed',
  assessor: { id: '01940d1c-7a00-7000-8000-000000000021', name: 'Felix Arendt' },
  participants: [{ id: '01940d1c-7a00-7000-8000-000000000011', name: 'Jana Wiesner', attended: null }],
  travelMinutesBefore: 45,
  travelMinutesAfter: 45,
  startsAt: null,
  endsAt: null,
  place: '',
  videoUrl: '',
  proposals: [
    {
      id: '01940d1c-7a00-7000-8000-000000000541',
      side: 'programme',
      startsAt: '2026-12-01T08:00:00Z',
      endsAt: '2026-12-01T12:00:00Z',
      place: 'Rathaus, Markt 1',
      videoUrl: '',
    },
  ],
  reason: '',
  kickoffId: null,
  attended: null,
  version: 1,
  changedAt: '2026-11-23T09:00:00Z',
}

export const chosenExample = {
  ...appointmentExample,
  state: 'confirmed',
  startsAt: '2026-12-01T08:00:00Z',
  endsAt: '2026-12-01T12:00:00Z',
  place: 'Rathaus, Markt 1',
  proposals: [],
  version: 2,
}

export const slotExample = {
  startsAt: '2026-12-01T08:00:00Z',
  endsAt: '2026-12-01T12:00:00Z',
  place: 'Rathaus, Markt 1',
  videoUrl: '',
}

export const kickoffExample = {
  id: '01940d1c-7a00-7000-8000-000000000551',
  programmeId: '01940d1c-7a00-7000-8000-000000000501',
  title: 'Auftakt der dritten Runde',
  ...slotExample,
  invited: 12,
  attended: 0,
  recorded: false,
}
