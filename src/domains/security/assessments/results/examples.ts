// Examples of the OpenAPI document; a test holds each against its schema, and the OSCAL ones against those of NIST.
const namespace = 'https://lotsenwerk.example/ns/oscal'
const uuid = (last: string): string => `0f5d8c1e-6a0b-4c57-9d0e-3a3f5c7b1e${last}`

const metadata = (title: string) => ({
  title: `${title}: Stadt Musterstadt`,
  'last-modified': '2026-11-23T09:42:00Z',
  version: '2026-11-23T09:42:00Z',
  'oscal-version': '1.1.3',
})

const reviewed = { 'control-selections': [{ 'include-controls': [{ 'control-id': 'lw-start-01' }] }] }

export const planExample = {
  'assessment-plan': {
    uuid: uuid('30'),
    metadata: metadata('Prüfplan Informationssicherheit'),
    'import-ssp': { href: `#${uuid('31')}` },
    'reviewed-controls': reviewed,
    'back-matter': { resources: [{ uuid: uuid('31'), title: 'Kein System Security Plan' }] },
  },
}

export const oscalResultsExample = {
  'assessment-results': {
    uuid: uuid('40'),
    metadata: metadata('Prüfergebnisse Informationssicherheit'),
    'import-ap': { href: `#${uuid('41')}` },
    results: [
      {
        uuid: uuid('42'),
        title: 'Lotsenwerk-Startcheck, 1. Durchgang',
        description: 'Stadt Musterstadt ist solide aufgestellt.',
        start: '2026-11-11T08:15:00Z',
        'reviewed-controls': reviewed,
        observations: [
          {
            uuid: uuid('43'),
            description: 'Angabe der Organisation: Nein.',
            methods: ['INTERVIEW'],
            collected: '2026-11-23T09:42:00Z',
          },
        ],
        findings: [
          {
            uuid: uuid('44'),
            title: 'lw-start-01 Haben Sie eine Datensicherung, die ein Angreifer nicht löschen kann?',
            description: 'Mindestens eine vollständige Sicherung ist vom Netz getrennt.',
            props: [{ name: 'control-id', ns: namespace, value: 'lw-start-01' }],
            target: { type: 'objective-id', 'target-id': 'lw-start-01', status: { state: 'not-satisfied' } },
            'related-observations': [{ 'observation-uuid': uuid('43') }],
          },
        ],
      },
    ],
    'back-matter': { resources: [{ uuid: uuid('41'), title: 'Prüfplan' }] },
  },
}

const said = { answer: 'no', level: null, target: null, note: 'Liste liegt nur im Netzlaufwerk.' }

export const sheetReportExample = {
  saved: 1,
  unchanged: 23,
  changes: [
    {
      controlId: 'lw-start-01',
      title: 'Haben Sie eine Datensicherung, die ein Angreifer nicht löschen kann?',
      yours: { answer: 'yes', level: null, target: null, note: 'Wechselplatten im Tresor.' },
      theirs: { ...said, version: 2, answeredBy: 'Jana Wiesner' },
    },
  ],
  conflicts: [],
}

const standing = { answered: 15, total: 24, percent: 71.4 }

export const resultsExample = {
  state: 'open',
  headline: 'Stadt Musterstadt ist solide aufgestellt, am meisten fehlt bei „Notfall“.',
  percent: 71.4,
  previous: null,
  strengths: ['Räume und Netz: 100 % mit Ja, nichts Zwingendes offen.'],
  gaps: ['Notfall: 50 % mit Ja; 1 zwingende Anforderung ist offen.'],
  waves: [],
  course: [{ at: '2026-11-23T09:42:00Z', ...standing }],
  groups: [
    {
      key: 'lw-datensicherung',
      title: 'Datensicherung',
      answered: 5,
      total: 5,
      percent: 60,
      before: null,
      change: null,
      mandatoryLeft: 1,
      quickWinsLeft: 1,
      course: [60],
    },
  ],
}
