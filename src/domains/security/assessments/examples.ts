// Examples of the OpenAPI document; a test holds each against its schema.
export const organizationIdExample = '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d'
export const catalogIdExample = '01940d1c-5c00-7a60-8000-0c1d2e3f4a5b'

export const answerExample = {
  answer: 'no',
  level: null,
  target: null,
  note: 'Liste liegt nur im Netzlaufwerk.',
  version: 2,
  unconfirmed: false,
  answeredBy: { id: '01940d1c-5c00-7a60-8000-1a2b3c4d5e6f', name: 'Jana Wiesner' },
  answeredAt: '2026-11-23T09:42:00Z',
}

export const assessmentExample = {
  id: '01940d1c-5c00-7a60-8000-6f5e4d3c2b1a',
  organizationId: organizationIdExample,
  catalogId: catalogIdExample,
  state: 'open',
  startedAt: '2026-11-11T08:15:00Z',
  wave: 1,
  previousId: null,
  migratedFrom: null,
  migratedTo: null,
  closed: null,
  scale: 'yesNoNotApplicable',
  progress: { answered: 15, total: 24 },
  score: { percent: 71.4 },
  groups: [{ key: 'lw-datensicherung', title: 'Datensicherung', answered: 5, total: 5, percent: 60 }],
}

const namespace = 'https://lotsenwerk.example/ns/oscal'

/** One open point; the real file names each with all its properties. */
export const poamExample = {
  'plan-of-action-and-milestones': {
    uuid: '0f5d8c1e-6a0b-4c57-9d0e-3a3f5c7b1e20',
    metadata: {
      title: 'Offene Punkte: Stadt Musterstadt',
      'last-modified': '2026-11-23T09:42:00Z',
      version: '2026-11-23T09:42:00Z',
      'oscal-version': '1.1.3',
    },
    'system-id': { 'identifier-type': `${namespace}/organization-id`, id: organizationIdExample },
    'poam-items': [
      {
        uuid: '0f5d8c1e-6a0b-4c57-9d0e-3a3f5c7b1e21',
        title: 'lw-start-01 Haben Sie eine Datensicherung, die ein Angreifer nicht löschen kann?',
        description: 'Die Anforderung ist nach Angabe der Kommune nicht erfüllt.',
        props: [{ name: 'control-id', ns: namespace, value: 'lw-start-01' }],
        remarks: 'Liste liegt nur im Netzlaufwerk.',
      },
    ],
  },
}
