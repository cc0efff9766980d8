const id = '01940d1c-5c00-7a60-8000-6b5c6d7e8f90'

export const headExample = {
  id,
  takenOn: '2026-10-28',
  releasedOn: '2026-11-01',
  programme: { id: '01940d1c-5c00-7a60-8000-6b5c6d7e8f91', key: 'sicherkommunal', name: 'SicherKOMMUNAL' },
  catalog: 'Lotsenwerk Basis-Check',
  participants: 118,
  assessed: 64,
  sha256: '5f2c8d1b7e904a36b1c2d3e4f5061728394a5b6c7d8e9fa0b1c2d3e4f5061728',
  publicSince: null,
}

export const pictureExample = {
  ...headExample,
  total: { key: 'all', label: 'Alle', n: 64, value: 60 },
  families: [
    {
      dimension: 'county' as const,
      cells: [
        { key: 'Landkreis Nordaue', label: 'Landkreis Nordaue', n: 9, value: 65, asOf: '2026-08-01' },
        { key: 'Landkreis Elbtal', label: 'Landkreis Elbtal', suppressed: true as const, reason: 'small' as const },
      ],
    },
  ],
  named: [
    { organizationId: '01940d1c-5c00-7a60-8000-6b5c6d7e8f92', name: 'Stadt Musterstadt', value: 71, phase: 'Bericht' },
  ],
}

export const comparisonExample = {
  picture: headExample,
  signedOffOn: '2026-10-12',
  own: 71,
  classes: [
    {
      dimension: 'kindClass' as const,
      beside: { key: 'unitaryMunicipality', label: 'Einheitsgemeinden', n: 41, value: 60 },
    },
    {
      dimension: 'county' as const,
      beside: { label: 'Landkreis Nordaue', comparable: false as const, reason: 'hidden' as const },
    },
  ],
  checklists: [
    {
      key: 'backup',
      label: 'Datensicherung',
      own: 80,
      beside: { key: 'backup', label: 'Datensicherung', n: 64, value: 75 },
    },
  ],
}

export const planExample = { days: ['02-01', '05-01', '08-01', '11-01'], version: 0, next: '2027-02-01' }
