export const collectionExample = {
  id: '01940d1c-5c00-7a60-8000-0c1d2e3f4a5c',
  title: 'GSMap OSCAL Mapping Collection',
  version: 'gsmap-oscal-export-v1',
  oscalVersion: '1.2.1',
  status: 'draft',
  method: 'human',
  sources: ['itgs-source-catalog.json'],
  targets: ['BSI Stand der Technik Kernel', 'BSI Methodik Grundschutz++'],
  mapCount: 1185,
  sha256: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
  warnings: [],
  importedAt: '2026-11-23T09:00:00Z',
}

export const wholeCollectionExample = {
  ...collectionExample,
  relationships: [{ relationship: 'equal-to', maps: 21, defaults: 0 }],
}

const targetExample = { id: 'KONF.11.7', key: '67c185f2-ebfd-49cc-a910-9a6dd0901578' }

export const mapExample = {
  position: 1,
  relationship: 'subset-of',
  source: { id: 'APP.3.6.A1-UA.2' },
  requirementId: 'APP.3.6.A1',
  target: targetExample,
  isDefault: false,
  remarks: null,
  targetState: 'otherRequirement',
  control: { id: 'KONF.11.6', title: 'Übersicht angemeldeter Verbindungen' },
}

export const targetsExample = {
  named: 339,
  existing: 322,
  missing: 17,
  states: { same: 292, renumbered: 16, otherRequirement: 30, missing: 1, unverified: 0 },
  items: [
    {
      target: targetExample,
      state: 'otherRequirement',
      control: mapExample.control,
      atNumber: { id: 'KONF.11.7', title: 'Einschränkung von Schnittstellen' },
      maps: 2,
    },
  ],
}

/** The least that can be imported. */
export const mappingFileExample = {
  'mapping-collection': {
    uuid: '5215a857-09a4-4422-b0a4-429d6eca9129',
    metadata: {
      title: 'Grundschutz 2023 zu Grundschutz++',
      'last-modified': '2026-07-21T07:57:12Z',
      version: '1',
      'oscal-version': '1.2.1',
    },
    provenance: {
      method: 'human',
      'matching-rationale': 'semantic',
      status: 'draft',
      'mapping-description': 'Von Hand zugeordnet.',
    },
    mappings: [
      {
        uuid: '3925c0bc-9a9b-40d2-b41a-360da677b2a5',
        'source-resource': { type: 'catalog', href: 'grundschutz-2023.json' },
        'target-resource': { type: 'catalog', href: 'grundschutz-plus-plus.json' },
        maps: [
          {
            uuid: '1d8cc717-b1d3-4aa4-8e52-11c9c5fd8639',
            relationship: 'subset-of',
            sources: [{ type: 'control', 'id-ref': 'APP.3.6.A1-UA.2' }],
            targets: [
              {
                type: 'control',
                'id-ref': 'KONF.11.7',
                props: [{ name: 'oscal_uuid', value: targetExample.key }],
              },
            ],
          },
        ],
      },
    ],
  },
}
