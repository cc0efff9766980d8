const id = (last: string): string => `01940d1c-5c00-7a60-8000-6b5c6d7e8f${last}`

/** What the API document shows. */
export const rowExample = {
  enrollmentId: id('94'),
  organization: {
    id: id('95'),
    name: 'Stadt Musterstadt',
    kind: 'unitaryMunicipality',
    county: 'Landkreis Nordaue',
  },
  state: 'active' as const,
  road: 'dddddddddpoooo',
  phase: 'report',
  currentStep: 'report',
  waitingFor: 'organization' as const,
  waitingSince: '2026-11-11T08:00:00Z',
  waitingDays: 11,
  missing: 'Entwurf des Berichts prüfen',
  daysNeeded: 28,
  pressure: 'tight' as const,
  guide: { id: id('a1'), name: 'Ines Sandau' },
  lastContactOn: '2026-11-20',
}

export const summaryExample = {
  deadline: '2026-12-31',
  daysLeft: 38,
  workingDaysLeft: 27,
  active: 104,
  open: 43,
  completed: 61,
  withdrawn: 0,
  outside: 29,
  endangered: 9,
  phases: [{ key: 'preparation', count: 3 }],
  waitingFor: [{ key: 'organization', count: 19 }],
  needs: [{ key: 'waitsForOrganization', sentence: '6 liegen länger als eine Woche bei der Kommune', count: 6 }],
}

export const viewExample = {
  id: id('b1'),
  name: 'Gefährdete im Landkreis Nordaue',
  filter: { county: 'Landkreis Nordaue', pressure: 'endangered' as const },
  isDefault: true,
  position: 1,
}

export const draftExample = {
  subject: 'Noch {fehlt} in {kommune}',
  text: 'seit dem {seit} warten wir auf Sie. Bis zum {frist} muss alles abgerechnet sein.',
  audience: ['chiefExecutive' as const],
  toContacts: false,
  filter: { need: 'waitsForOrganization' },
}

export const previewExample = {
  municipalities: 1,
  recipients: 1,
  unreached: [],
  letters: [
    {
      organization: 'Stadt Musterstadt',
      recipients: ['Frank Köhler'],
      subject: 'Noch Entwurf des Berichts prüfen in Stadt Musterstadt',
      text: 'seit dem 11.11.2026 warten wir auf Sie. Bis zum 31.12.2026 muss alles abgerechnet sein.',
    },
  ],
}

export const messageExample = {
  id: id('c1'),
  subject: draftExample.subject,
  text: draftExample.text,
  audience: ['chiefExecutive'],
  toContacts: false,
  municipalities: 6,
  recipients: 6,
  sentAt: '2026-11-20T09:30:00Z',
  sentBy: 'Torsten Ehlers',
}
