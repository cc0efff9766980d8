/** The part of OSCAL 1.1.3's plan of action and milestones that we write; names as in the JSON schema. */
export interface OscalPoam {
  'plan-of-action-and-milestones': {
    uuid: string
    metadata: {
      title: string
      'last-modified': string
      version: string
      'oscal-version': '1.1.3'
      'document-ids': DocumentId[]
      props: Property[]
      links: { href: string; rel: string }[]
      roles: { id: string; title: string }[]
      parties: { uuid: string; type: 'organization'; name: string }[]
      'responsible-parties': { 'role-id': string; 'party-uuids': string[] }[]
    }
    'system-id': { 'identifier-type': string; id: string }
    'poam-items': PoamItem[]
    'back-matter': { resources: Resource[] }
  }
}

export interface Property {
  name: string
  ns: string
  value: string
}

interface DocumentId {
  scheme: string
  identifier: string
}

export interface PoamItem {
  uuid: string
  title: string
  description: string
  props: Property[]
  links?: { href: string; rel: string }[]
  origins?: { actors: { type: 'party'; 'actor-uuid': string }[] }[]
  remarks?: string
}

export interface Resource {
  uuid: string
  title: string
  description: string
  props: Property[]
  'document-ids': DocumentId[]
  rlinks: { href: string; hashes: { algorithm: 'SHA-256'; value: string }[] }[]
}
