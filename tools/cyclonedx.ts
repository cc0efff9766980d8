// CycloneDX 1.6 out of package-lock.json: the same lock file gives the same text, byte for byte.
import { nameId } from '../src/platform/crypto/name-id.ts'

interface Locked {
  name?: string
  version?: string
  license?: string
  integrity?: string
  dev?: boolean
  optional?: boolean
  devOptional?: boolean
  dependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  peerDependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

export interface LockFile {
  name: string
  version: string
  packages: Record<string, Locked>
}

export interface Component {
  type: 'library' | 'application'
  'bom-ref': string
  group?: string
  name: string
  version: string
  scope?: 'required' | 'optional' | 'excluded'
  hashes?: { alg: string; content: string }[]
  licenses?: ({ license: { id: string } } | { expression: string })[]
  purl: string
}

export interface Bom {
  $schema: string
  bomFormat: 'CycloneDX'
  specVersion: '1.6'
  serialNumber: string
  version: 1
  metadata: { component: Component; properties: { name: string; value: string }[] }
  components: Component[]
  dependencies: { ref: string; dependsOn: string[] }[]
}

export function cycloneDx(lock: LockFile): Bom {
  const root = lock.packages['']
  if (!root) throw new Error('the lock file does not name its own package')
  const installed = Object.entries(lock.packages).filter(([place]) => place !== '')
  const components = new Map<string, Component>()
  for (const [place, locked] of installed) {
    const component = componentOf(place, locked)
    const known = components.get(component['bom-ref'])
    // The same version at two places is one component, needed as much as the more needed of the two.
    if (!known || needed(component) < needed(known)) components.set(component['bom-ref'], component)
  }
  const self: Component = {
    type: 'application',
    ...identity(lock.name, lock.version),
    ...licenses(root.license),
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${nameId('sbom', JSON.stringify(lock.packages))}`,
    version: 1,
    metadata: { component: self, properties: [{ name: 'source', value: 'package-lock.json' }] },
    components: [...components.values()].toSorted(byRef),
    dependencies: dependencies(lock, self['bom-ref']),
  }
}

const byRef = (a: Component, b: Component): number => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)

const needed = ({ scope }: Component): number => ['required', 'optional', 'excluded'].indexOf(scope ?? 'required')

function componentOf(place: string, locked: Locked): Component {
  const hashes = (locked.integrity ?? '').split(' ').flatMap((text) => {
    const [alg = '', value = ''] = text.split('-', 2)
    return value ? [{ alg: alg.replace('sha', 'SHA-'), content: Buffer.from(value, 'base64').toString('hex') }] : []
  })
  return {
    type: 'library',
    ...identity(locked.name ?? nameAt(place), locked.version ?? ''),
    scope: locked.dev ? 'excluded' : locked.optional || locked.devOptional ? 'optional' : 'required',
    ...(hashes.length > 0 ? { hashes } : {}),
    ...licenses(locked.license),
  }
}

const nameAt = (place: string): string => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)

function identity(full: string, version: string): Pick<Component, 'bom-ref' | 'group' | 'name' | 'version' | 'purl'> {
  const [group, name] = full.startsWith('@') ? full.split('/', 2) : [undefined, full]
  const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${name}@${version}`
  return { 'bom-ref': purl, ...(group ? { group } : {}), name: name ?? full, version, purl }
}

const licenses = (text: string | undefined): Pick<Component, 'licenses'> => {
  if (!text) return {}
  return { licenses: [/[ ()+]/.test(text) ? { expression: text } : { license: { id: text } }] }
}

/** Who needs whom, found as Node finds it: beside oneself first, then one folder higher, and so on. */
function dependencies(lock: LockFile, self: string): Bom['dependencies'] {
  const needs = new Map<string, Set<string>>()
  for (const [place, locked] of Object.entries(lock.packages)) {
    const ref = place === '' ? self : componentOf(place, locked)['bom-ref']
    const wanted = {
      ...locked.dependencies,
      ...locked.optionalDependencies,
      ...locked.peerDependencies,
      ...locked.devDependencies,
    }
    const found = needs.get(ref) ?? new Set()
    for (const name of Object.keys(wanted)) {
      const there = lookUp(lock, place, name)
      if (there !== undefined) found.add(there)
    }
    needs.set(ref, found)
  }
  return [...needs]
    .map(([ref, found]) => ({ ref, dependsOn: [...found].toSorted() }))
    .toSorted((a, b) => (a.ref < b.ref ? -1 : 1))
}

function lookUp({ packages }: LockFile, from: string, name: string): string | undefined {
  const folders = from.split('/node_modules/')
  for (let depth = from === '' ? 0 : folders.length; depth >= 0; depth--) {
    const place = [...folders.slice(0, depth), name]
      .join('/node_modules/')
      .replace(/^(?!node_modules\/)/, 'node_modules/')
    const locked = packages[place]
    if (locked) return componentOf(place, locked)['bom-ref']
  }
  return undefined
}
