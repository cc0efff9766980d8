import type { OscalPoam, Resource } from './oscal-poam.ts'
import { plainLine } from '#kernel/plain-text.ts'
import { namespace, nothingOpen, type OpenPoint, poamItem, property } from './poam-item.ts'

export type { OscalPoam } from './oscal-poam.ts'
export type { OpenPoint } from './poam-item.ts'

export interface PoamInput {
  /** The same UUID of version 4 or 5 for the same name, every time: OSCAL 1.1.3 refuses our own version 7. */
  uuidFor: (name: string) => string
  /** Our identifier of this document across its versions. */
  documentId: string
  organization: { id: string; name: string }
  /** `startedAt`: ISO instant. */
  assessment: { id: string; startedAt: string }
  /** `sha256`: 64 hex digits over the catalog file. */
  catalog: { id: string; title: string; version: string; sha256: string }
  /** ISO instant. */
  lastModified: string
  version: string
  items: readonly OpenPoint[]
}

/**
 * The catalog that was asked about. No address of ours serves its bytes, so the link names them by their hash (RFC 6920, `ni`):
 * it stands where OSCAL tools look for hashes, and claims nothing about any server.
 */
export function catalogResource({ uuidFor, catalog }: Pick<PoamInput, 'uuidFor' | 'catalog'>): Resource {
  const hash = Buffer.from(catalog.sha256, 'hex').toString('base64url')
  return {
    uuid: uuidFor('catalog'),
    title: plainLine(catalog.title, 'Katalog'),
    description: `Der Katalog, nach dem geprüft wurde, in der Fassung ${plainLine(catalog.version, 'ohne Angabe')}.`,
    props: [property('catalog-version', catalog.version)],
    'document-ids': [{ scheme: `${namespace}/catalog-id`, identifier: plainLine(catalog.id, 'ohne') }],
    rlinks: [{ href: `ni:///sha-256;${hash}`, hashes: [{ algorithm: 'SHA-256', value: catalog.sha256 }] }],
  }
}

function metadata(input: PoamInput, partyUuid: string): OscalPoam['plan-of-action-and-milestones']['metadata'] {
  const name = plainLine(input.organization.name, 'ohne Namen')
  return {
    title: `Offene Punkte: ${name}`,
    'last-modified': input.lastModified,
    version: plainLine(input.version, '1'),
    'oscal-version': '1.1.3',
    'document-ids': [{ scheme: `${namespace}/document-id`, identifier: plainLine(input.documentId, 'ohne') }],
    props: [
      property('language', 'de'),
      property('assessment-id', input.assessment.id),
      property('assessment-started-at', input.assessment.startedAt),
    ],
    links: [{ href: `#${input.uuidFor('catalog')}`, rel: 'reference' }],
    roles: [{ id: 'system-owner', title: 'Geprüfte Organisation' }],
    parties: [{ uuid: partyUuid, type: 'organization', name }],
    'responsible-parties': [{ 'role-id': 'system-owner', 'party-uuids': [partyUuid] }],
  }
}

/**
 * The open points of an assessment as an OSCAL 1.1.3 plan of action and milestones, in the order given. Pure: the same input gives
 * the same document. There is no system security plan to import, so `system-id` names the organization. With nothing open the
 * document holds one item that says so (see `nothingOpen`).
 */
export function poam(input: PoamInput): OscalPoam {
  const partyUuid = input.uuidFor('party')
  const items = input.items.map((point) => poamItem(point, input.uuidFor(`item:${point.controlId}`), partyUuid))
  return {
    'plan-of-action-and-milestones': {
      uuid: input.uuidFor('document'),
      metadata: metadata(input, partyUuid),
      'system-id': { 'identifier-type': `${namespace}/organization-id`, id: plainLine(input.organization.id, 'ohne') },
      'poam-items': items.length > 0 ? items : [nothingOpen(input.uuidFor('nothing-open'))],
      'back-matter': { resources: [catalogResource(input)] },
    },
  }
}
