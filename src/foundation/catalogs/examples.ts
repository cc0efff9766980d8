export const catalogExample = {
  id: '01940d1c-5c00-7a60-8000-0c1d2e3f4a5b',
  title: 'Lotsenwerk-Startcheck',
  version: '1.0.0',
  scale: 'yesNoNotApplicable',
  controlCount: 24,
  sha256: 'b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c',
  source: 'Kommunalverbund Elbe-Saale eG (Demo)',
  license: 'EUPL-1.2',
  origin: 'catalog',
  warnings: [],
}

export const wholeCatalogExample = { ...catalogExample, sources: [] }

/** The least that can be imported. */
export const oscalExample = {
  catalog: {
    uuid: '0f5d8c1e-6a0b-4c57-9d0e-3a3f5c7b1e11',
    metadata: {
      title: 'Lotsenwerk-Startcheck',
      'last-modified': '2026-03-01T08:00:00Z',
      version: '1.0.0',
      'oscal-version': '1.1.3',
    },
    controls: [{ id: 'lw-start-01', title: 'Werden Ihre wichtigsten Daten jeden Tag gesichert?' }],
  },
}

export const controlExample = {
  id: 'lw-start-01',
  key: 'lw-start-01',
  title: 'Werden Ihre wichtigsten Daten jeden Tag gesichert?',
  group: 'Datensicherung',
  effort: '1-2',
  level: null,
  obligation: null,
}

export const wholeControlExample = {
  ...controlExample,
  groups: ['Datensicherung'],
  parent: null,
  children: [],
  statement: 'Mindestens eine vollständige Sicherung entsteht jeden Tag.',
  help: [{ name: 'guidance', title: 'Wie', prose: 'Fragen Sie, wann die letzte Rücksicherung gelang.' }],
  documentation: ['Datensicherungskonzept'],
  params: [],
  links: [
    {
      rel: 'requirement',
      href: 'urn:bsi:it-grundschutz:2023:CON.3.A2',
      text: 'CON.3.A2',
      controlId: null,
      title: null,
    },
  ],
  tags: [],
}
