// Example of the OpenAPI document; a test holds it against the schema of NIST.
const ns = 'https://lotsenwerk.example/ns/oscal'
const uuid = (last: string): string => `7d1c52ab-94e0-5b6f-8a3d-51c0e2f7a9${last}`
const hidden = 'Verborgen, weil die Angabe von weniger als 5 Kommunen spräche.'

export const pictureOscalExample = {
  'assessment-results': {
    uuid: uuid('10'),
    metadata: {
      title: 'Landesbild Informationssicherheit, Beispielprogramm, 01.11.2026',
      published: '2026-10-31T23:00:00Z',
      'last-modified': '2026-10-31T23:00:00Z',
      version: '2026-11-01',
      'oscal-version': '1.1.3',
      props: [{ name: 'programme', ns, value: 'beispielprogramm' }],
    },
    'import-ap': { href: `#${uuid('11')}` },
    results: [
      {
        uuid: uuid('12'),
        title: 'Landesbild vom 01.11.2026',
        description: 'Was die teilnehmenden Kommunen in abgenommenen Prüfungen zusammen erreicht haben.',
        start: '2026-10-31T23:00:00Z',
        props: [{ name: 'participants', ns, value: '42' }],
        'reviewed-controls': {
          'control-selections': [
            { 'include-controls': [{ 'control-id': 'lw-start-01' }, { 'control-id': 'lw-start-02' }] },
          ],
        },
        observations: [
          {
            uuid: uuid('13'),
            title: 'Haben Sie eine Datensicherung, die ein Angreifer nicht löschen kann?',
            description: 'Von 31 Kommunen: 65 Prozent mit Ja.',
            props: [
              { name: 'dimension', ns, value: 'control' },
              { name: 'control-id', ns, value: 'lw-start-01' },
              { name: 'n', ns, value: '31' },
              { name: 'percent', ns, value: '65' },
              { name: 'bound', ns, value: 'rounded' },
            ],
            methods: ['INTERVIEW'],
            types: ['control-objective'],
            collected: '2026-10-31T23:00:00Z',
          },
          {
            uuid: uuid('14'),
            title: 'Ist geregelt, wer im Notfall entscheidet?',
            description: hidden,
            props: [
              { name: 'dimension', ns, value: 'control' },
              { name: 'control-id', ns, value: 'lw-start-02' },
              { name: 'suppressed', ns, value: 'true', remarks: hidden },
            ],
            methods: ['INTERVIEW'],
            types: ['control-objective'],
            collected: '2026-10-31T23:00:00Z',
          },
        ],
      },
    ],
    'back-matter': { resources: [{ uuid: uuid('11'), title: 'Prüfplan' }] },
  },
}
