// Profiles as nobody writes them: resolved or refused, never a crash, never a hang, and never a catalog that cannot be read.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import type { JsonObject } from '../document/fields.ts'
import { readDocument } from '../read-catalog.ts'
import type { SourceDocument } from './profile.ts'
import { readProfile } from './read-profile.ts'
import { resolveProfile } from './resolve-profile.ts'

const fixtures = join(import.meta.dirname, '../../../../../test/fixtures/oscal')
const jsonOf = (name: string): { catalog: JsonObject } =>
  JSON.parse(readFileSync(join(fixtures, name), 'utf8')) as { catalog: JsonObject }
const profileText = readFileSync(join(fixtures, 'profile-1.1.3.json'), 'utf8')

const source = ({ catalog }: { catalog: JsonObject }): SourceDocument => ({ catalog, title: 'Quelle', digests: {} })
const sources = new Map([
  ['b1000000-0000-4000-8000-000000000001', source(jsonOf('small-catalog-1.1.3.json'))],
  ['b1000000-0000-4000-8000-000000000002', source(jsonOf('flat-catalog-1.2.1.json'))],
])

/** What became of it; whatever is none of these words is a failure. */
function verdict(document: unknown, from = sources): string {
  const began = performance.now()
  const profile = readProfile(document)
  if (!profile) return 'none'
  const outcome = isRefusal(profile) ? profile : resolveProfile(profile, from, 'probe')
  if (performance.now() - began > 1000) return 'hung'
  if (isRefusal(outcome)) return / Bitte .*\.$/s.test(outcome.refused) ? 'refused' : `unclear: ${outcome.refused}`
  const catalog = readDocument(outcome.document, 'a'.repeat(64))
  return isRefusal(catalog) ? 'unreadable' : 'resolved'
}

const allowed = new Set(['none', 'refused', 'unreadable', 'resolved'])

const name = fc.constantFrom(
  'imports',
  'href',
  'include-all',
  'include-controls',
  'exclude-controls',
  'with-ids',
  'matching',
  'pattern',
  'with-child-controls',
  'merge',
  'combine',
  'method',
  'as-is',
  'flat',
  'custom',
  'groups',
  'insert-controls',
  'order',
  'modify',
  'set-parameters',
  'param-id',
  'values',
  'alters',
  'control-id',
  'removes',
  'by-id',
  'by-name',
  'adds',
  'position',
  'parts',
  'props',
  'params',
  'controls',
  'id',
  'title',
  '__proto__',
)
const word = fc.constantFrom(
  '#b1000000-0000-4000-8000-000000000001',
  '#b1000000-0000-4000-8000-000000000002',
  'AKT.0',
  'AKT.1.1',
  '*',
  'AKT*',
  'yes',
  'merge',
  'keep',
  'use-first',
  'before',
  'after',
  'starting',
  'AKT.0_stm',
  'frist',
  '{{ insert: param, frist }}',
  '',
  'ascending',
)
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.constantFrom(true, null, 7),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(name, tie('tree'), { maxKeys: 6 }),
  ),
}))

test('any members under a profile', () => {
  const whole = JSON.parse(profileText) as { profile: JsonObject }
  fc.assert(
    fc.property(name, tree, tree, (member, value, imports) => {
      expect(allowed).toContain(verdict({ profile: { ...whole.profile, [member]: value } }))
      expect(allowed).toContain(
        verdict({ profile: { ...whole.profile, imports: [imports, ...(whole.profile['imports'] as [])] } }),
      )
      expect(allowed).toContain(verdict({ profile: value }))
    }),
    { numRuns: 600, seed: 11 },
  )
})

test('any catalog as a source', () => {
  fc.assert(
    fc.property(tree, tree, (controls, groups) => {
      const odd = new Map([
        ...sources,
        ['b1000000-0000-4000-8000-000000000001', source({ catalog: { controls, groups, params: controls } })],
      ])
      expect(allowed).toContain(verdict(JSON.parse(profileText), odd))
    }),
    { numRuns: 300, seed: 12 },
  )
})

test('mutated profiles: some of them are resolved, some refused', () => {
  const seen = new Set<string>()
  const rest = fc.tuple(
    fc.nat(profileText.length),
    fc.nat(40),
    fc.constantFrom('', '"', '}', ',', 'AKT.0', 'null', '#'),
  )
  fc.assert(
    fc.property(rest, ([at, length, piece]) => {
      const text = profileText.slice(0, at) + piece + profileText.slice(at + length)
      let document: unknown
      try {
        document = JSON.parse(text)
      } catch {
        return
      }
      const found = verdict(document)
      seen.add(found)
      expect(allowed).toContain(found)
    }),
    { numRuns: 3000, seed: 13 },
  )
  expect([...seen]).toEqual(expect.arrayContaining(['resolved', 'refused']))
})
