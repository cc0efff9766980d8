// Examples of the OpenAPI document; a test holds each against its schema.
import { assessmentExample, catalogIdExample } from '../examples.ts'

const source = {
  assessmentId: assessmentExample.id,
  catalogId: catalogIdExample,
  catalogTitle: 'Weg in die Basis-Absicherung',
  catalogVersion: '2.0',
  controlId: 'NET.4',
  title: 'Sind die Zugänge von außen bekannt?',
  answer: 'yes',
  level: null,
  target: null,
  note: 'Liste vom Oktober.',
  version: 2,
  answeredAt: '2026-11-02T08:00:00Z',
  relationship: 'equivalent-to',
  isDefault: false,
  via: [
    {
      requirementId: 'NET.1.1.A4',
      sourceId: 'NET.1.1.A4-UA.1',
      relationship: 'equivalent-to',
      collectionId: '01940d1c-5c00-7a60-8000-7c6b5a493827',
    },
  ],
  says: 'yes',
  confidence: 'partly',
  why: 'Ein Teil der Quelle verlangt Gleichwertiges.',
}

export const proposalExample = {
  controlId: 'BES.2',
  title: 'Übersicht der Verbindungen',
  groupKey: 'BES',
  version: null,
  unconfirmed: false,
  declined: false,
  answer: 'yes',
  confidence: 'partly',
  why: source.why,
  sources: [source],
}

export const coverageExample = {
  from: { catalogId: catalogIdExample, title: source.catalogTitle, version: '2.0' },
  to: { catalogId: '01940d1c-5c00-7a60-8000-0c1d2e3f4a5c', title: 'Grundschutz++', version: '2026-07' },
  questions: 257,
  reached: 106,
  reachedEqual: 38,
  controls: 133,
  controlsByNumber: 133,
  groups: [{ key: 'BAK', title: 'Backup', questions: 7, reached: 0 }],
}
