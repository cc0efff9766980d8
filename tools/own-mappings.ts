// Our own mapping collections, as OSCAL: which question of one of our catalogs answers which of another.
import { nameId } from '../src/platform/crypto/name-id.ts'
import type { Relationship } from '../src/foundation/catalogs/mappings/mapping.ts'
import { asFile, readInRepository, writeWhenStarted } from './own-catalog-files.ts'
import { ownCatalog, version } from './own-catalog.ts'

export interface OwnMapping {
  title: string
  about: string
  /** Words of shipped catalogs. */
  source: string
  target: string
  maps: { from: string; to: string; is: Relationship; why?: string }[]
}

const names = ['startcheck-basischeck']

export const readMapping = (name: string): OwnMapping =>
  JSON.parse(readInRepository(`catalogs/zuordnungen/${name}.json`)) as OwnMapping

const fileOf = (name: string): string => `lotsenwerk-${name}.oscal.json`

/** With the identity: earlier editions gave the numbers to other questions. */
const item = (key: string) => ({
  type: 'control',
  'id-ref': key,
  props: [{ name: 'alt-identifier', value: key }],
})

/** Pure: the same list gives the same bytes. */
function collectionOf(name: string, { title, about, source, target, maps }: OwnMapping): unknown {
  const id = (...words: string[]): string => nameId('zuordnung', name, version, ...words)
  const {
    props: _,
    'responsible-parties': responsible,
    ...metadata
  } = ownCatalog(name, 'yesNoNotApplicable').metadata(`Lotsenwerk-Zuordnung: ${title}`, about)
  return {
    'mapping-collection': {
      uuid: id(),
      metadata: { ...metadata, 'oscal-version': '1.2.1', 'responsible-parties': responsible },
      provenance: {
        method: 'human',
        'matching-rationale': 'semantic',
        status: 'complete',
        'mapping-description': about,
      },
      mappings: [
        {
          uuid: id('mapping'),
          'source-resource': { type: 'catalog', href: fileOf(source) },
          'target-resource': { type: 'catalog', href: fileOf(target) },
          maps: maps.map(({ from, to, is, why }) => ({
            uuid: id(from, to),
            relationship: is,
            sources: [item(from)],
            targets: [item(to)],
            ...(why && { remarks: why }),
          })),
        },
      ],
    },
  }
}

export const mappingFiles = (): Map<string, string> =>
  new Map(
    names.map((name) => [
      `catalogs/lotsenwerk-${name}.mapping.oscal.json`,
      asFile(collectionOf(name, readMapping(name))),
    ]),
  )

export { names as mappingNames }

writeWhenStarted(import.meta.filename, mappingFiles)
