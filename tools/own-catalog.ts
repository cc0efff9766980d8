// What all catalogs of our own share as OSCAL. Pure: the same lists give the same bytes.
import { lotsenwerkNamespace } from '../src/foundation/catalogs/oscal/catalog.ts'
import type { Scale } from '../src/kernel/scale.ts'
import { nameId } from '../src/platform/crypto/name-id.ts'

export const version = '1.0.0'
const published = '2026-11-21T12:00:00Z'

export const own = (name: string, value: string) => ({ name, ns: lotsenwerkNamespace, value })

/** What is named by `slug`; its ids follow from names, so that the catalog built twice is the same. */
export function ownCatalog(slug: string, scale: Scale) {
  const id = (...names: string[]): string => nameId(slug, version, ...names)
  const metadata = (title: string, remarks: string) => ({
    title,
    published,
    'last-modified': published,
    version,
    'oscal-version': '1.1.3',
    props: [
      own('language', 'de'),
      own('answer-scale', scale),
      {
        ...own('license', 'EUPL-1.2'),
        remarks: 'Lizenziert unter der European Union Public Licence, Version 1.2 (EUPL-1.2).',
      },
    ],
    roles: [{ id: 'publisher', title: 'Herausgeber' }],
    parties: [{ uuid: id('publisher'), type: 'organization', name: 'Lotsenwerk' }],
    'responsible-parties': [{ 'role-id': 'publisher', 'party-uuids': [id('publisher')] }],
    remarks,
  })
  return { id, metadata }
}

/** What introduces a group of questions. */
export const overview = ({ id, aim, knows }: { id: string; aim: string; knows: string }) => ({
  id: `${id}_overview`,
  name: 'overview',
  prose: `Ziel: ${aim}\n\n${knows}`,
})

/** A part of a question that is read on demand. */
export const help = ({ key }: { key: string }, name: string, title: string, prose: string) => ({
  id: `${key}_${name}`,
  name,
  ns: lotsenwerkNamespace,
  title,
  prose,
})

export const count = (lists: readonly { questions: readonly unknown[] }[]): number =>
  lists.reduce((sum, { questions }) => sum + questions.length, 0)
