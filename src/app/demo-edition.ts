import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isRefusal } from '#kernel/outcome.ts'
import {
  findShippedCatalog,
  lotsenwerkNamespace,
  type PreparedMappings,
  type PreparedShipped,
  prepareCatalog,
  prepareMappings,
} from '#foundation/catalogs/index.ts'
import { packageRoot } from '#platform/config.ts'
import { nameId } from '#platform/crypto/name-id.ts'

/** The word by which the story knows it. */
export const earlierEdition = 'startcheck-0.9'

/** demo/earlier-edition.json: how an edition of our own check differed from the one that is shipped. */
interface Edition {
  catalog: string
  version: string
  published: string
  /** Identity → the number it had then. */
  numbers: Record<string, string>
  /** By identity. */
  texts: Record<string, { title?: string; statement?: string }>
  /** Identities that came later. */
  without: string[]
  /** What has since been dropped. */
  more: { group: string; id: string; title: string; statement: string; effort: string }[]
}

interface Control {
  id: string
  title: string
  props: { name: string; ns?: string; value: string }[]
  parts: { id?: string; name: string; prose: string }[]
}

interface Document {
  catalog: {
    uuid: string
    metadata: Record<string, unknown>
    groups: { id: string; controls: Control[] }[]
  }
}

/** As it was before the shipped one: numbers were given otherwise, a few words differed, one question has come and one has gone. */
export async function prepareEarlierEdition(): Promise<PreparedShipped> {
  const edition = JSON.parse(readFileSync(join(packageRoot, 'demo/earlier-edition.json'), 'utf8')) as Edition
  const file = join(packageRoot, findShippedCatalog(edition.catalog)?.file ?? '')
  const document = JSON.parse(readFileSync(file, 'utf8')) as Document
  const bytes = Buffer.from(JSON.stringify(earlier(document, edition)))
  const prepared = await prepareCatalog({ bytes })
  if (isRefusal(prepared)) throw new Error(`demo: ${prepared.refused}`)
  return { prepared, over: null }
}

/** Which question of the Startcheck answers which of the Basis-Check. */
export async function prepareOwnMappings(): Promise<PreparedMappings> {
  const prepared = await prepareMappings(
    join(packageRoot, 'catalogs/lotsenwerk-startcheck-basischeck.mapping.oscal.json'),
  )
  if (isRefusal(prepared)) throw new Error(`demo: ${prepared.refused}`)
  return prepared
}

function earlier({ catalog }: Document, edition: Edition): Document {
  const { version, published, without, more } = edition
  const added = (group: string): Control[] =>
    more
      .filter((control) => control.group === group)
      .map(({ id, title, statement, effort }) => ({
        id,
        title,
        props: [
          { name: 'alt-identifier', value: id },
          { name: 'effort', ns: lotsenwerkNamespace, value: effort },
        ],
        parts: [{ id: `${id}_statement`, name: 'statement', prose: statement }],
      }))
  return {
    catalog: {
      ...catalog,
      uuid: nameId(edition.catalog, version),
      metadata: { ...catalog.metadata, version, published, 'last-modified': published },
      groups: catalog.groups.map((group) => ({
        ...group,
        controls: [
          ...group.controls.filter(({ id }) => !without.includes(id)).map((control) => asItWas(control, edition)),
          ...added(group.id),
        ],
      })),
    },
  }
}

/** The identity (alt-identifier) stays. */
function asItWas(control: Control, { numbers, texts }: Edition): Control {
  const { title = control.title, statement } = texts[control.id] ?? {}
  return {
    ...control,
    id: numbers[control.id] ?? control.id,
    title,
    parts: control.parts.map((part) =>
      part.name === 'statement' ? { ...part, prose: statement ?? part.prose } : part,
    ),
  }
}
