const musterstadt = '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d'

export const organizationExample = {
  id: musterstadt,
  name: 'Stadt Musterstadt',
  kind: 'unitaryMunicipality',
  ars: null,
  ags: null,
  leitwegId: '15999001-0001-36',
  population: 12_400,
  county: 'Landkreis Nordaue',
  domains: ['musterstadt.example'],
  dissolvedOn: null,
  version: 3,
}

const merged = '01940d1c-5c00-7a60-8000-5b5c6d2f1d3a'

export const successionExample = {
  id: '01940d1c-5c00-7a60-8000-6d2f1d3a4b5c',
  kind: 'merge',
  from: '2021-01-01',
  organization: { id: merged, name: 'Gemeinde Altweiler' },
}

export const detailExample = {
  ...organizationExample,
  formerNames: [{ name: 'Stadt Muster', until: '2011-12-31' }],
  predecessors: [successionExample],
  successors: [],
}

export const contactExample = {
  function: 'itEmergency',
  name: 'Bereitschaft der IT',
  email: 'notfall@musterstadt.example',
  phone: '030 23125 112',
  address: '',
  note: 'Nachts und am Wochenende über die Leitstelle',
  version: 1,
}

export const changeExample = {
  id: '01940d1c-5c00-7a60-8000-4b5c6d2f1d3a',
  at: '2026-11-20T09:42:00Z',
  deed: 'changed',
  fields: [{ field: 'population', before: 12_300, after: 12_400 }],
  person: { id: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f', name: 'Torsten Ehlers' },
  actingFor: { id: '01940d1c-5c00-7a60-8000-3a2b3c4d5e6f', name: 'Kommunalverbund Elbe-Saale eG' },
}
