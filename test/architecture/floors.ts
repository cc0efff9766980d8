// Who may import whom between the floors and the modules of the house (docs: architecture.md, "Who may import whom").
import { type Source, isTest } from './source.ts'

export type Rule = (sources: readonly Source[]) => string[]

const below: Record<string, string[]> = {
  kernel: ['kernel'],
  platform: ['kernel', 'platform'],
  ui: ['kernel', 'ui'],
  foundation: ['kernel', 'platform', 'ui', 'foundation'],
  domains: ['kernel', 'platform', 'ui', 'foundation', 'domains'],
  app: ['kernel', 'platform', 'ui', 'foundation', 'domains', 'app'],
  browser: ['kernel', 'browser'],
}

/** The only domains that know another one; the opposite direction is an event. */
const sidewaysEdges: Record<string, string[]> = {
  'security/findings': ['cooperation/applications'],
  'security/packages': ['security/assessments', 'security/funding', 'security/participation'],
  'security/deliveries': ['security/funding'],
  'security/invoices': ['security/funding'],
  'security/proof-of-use': ['security/deliveries', 'security/funding', 'security/invoices'],
  'security/funding': ['security/participation'],
  'security/initial-load': ['security/appointments', 'security/funding', 'security/participation'],
  'security/participation': ['guidance/events', 'security/assessments'],
  'cooperation/procurement': ['governance/bodies'],
  'guidance/agenda': ['security/assessments'],
  'governance/surveys': ['governance/bodies'],
}

export const isOurs = (path: string): boolean => /^(src|test|tools|demo|bench|catalogs|db|bin)\//.test(path)

const floorOf = (path: string): string => /^src\/([^/]+)\//.exec(path)?.[1] ?? ''

/** `foundation/identity`, `domains/security/assessments`; undefined for what is no module. */
export const moduleOf = (path: string): string | undefined =>
  /^src\/(foundation\/[^/]+|domains\/[^/]+\/[^/]+)\//.exec(path)?.[1]

export const violations = (
  sources: readonly Source[],
  judge: (source: Source, target: string) => string | false | undefined,
): string[] =>
  sources.flatMap((source) =>
    source.imports.flatMap((target) => {
      const verdict = judge(source, target)
      return verdict ? [`${source.path} → ${target}: ${verdict}`] : []
    }),
  )

export const floorsImportOnlyWhatIsBelow: Rule = (sources) =>
  violations(sources, ({ path }, target) => {
    const [from, to] = [floorOf(path), floorOf(target)]
    return target.startsWith('src/') && !below[from]?.includes(to) && `${from || path} may not import ${to || target}`
  })

export const everyImportLeadsSomewhere: Rule = (sources) => {
  const known = new Set(sources.map(({ path }) => path))
  return violations(sources, (_, target) => target.startsWith('src/') && !known.has(target) && 'there is no such file')
}

export const nobodyImportsDemoTestOrTools: Rule = (sources) =>
  violations(sources, (source, target) => {
    const allowed = isTest(source) && target.startsWith('test/')
    return isOurs(target) && !target.startsWith('src/') && !allowed && 'the product knows nothing outside src'
  })

export const modulesAreEnteredThroughTheirDoor: Rule = (sources) =>
  violations(sources, ({ path }, target) => {
    const [own, other] = [moduleOf(path), moduleOf(target)]
    return other && other !== own && target !== `src/${other}/index.ts` && `enter ${other} through its index.ts`
  })

export const doorsNameWhatTheyExport: Rule = (sources) =>
  sources
    .filter(({ path, exportsEverything }) => moduleOf(path) && exportsEverything)
    .map(({ path }) => `${path}: export *`)

export const domainsKnowOnlyDeclaredNeighbours: Rule = (sources) =>
  violations(sources, ({ path }, target) => {
    const [own, other] = [moduleOf(path), moduleOf(target)].map((name) => name?.replace(/^domains\//, ''))
    if (!own || !other || own === other || !path.startsWith('src/domains/') || !target.startsWith('src/domains/'))
      return
    if (other.startsWith('insights/')) return 'nobody imports insights'
    return (
      !own.startsWith('insights/') && !sidewaysEdges[own]?.includes(other) && `${own} → ${other} is no declared edge`
    )
  })

/** A circle of modules, as they follow each other. Tests beside a module may look anywhere their floor may. */
export const modulesFormNoCircles: Rule = (sources) => {
  const edges = new Map<string, Set<string>>()
  for (const source of sources.filter((each) => !isTest(each)))
    for (const target of source.imports) {
      const [from, to] = [moduleOf(source.path), moduleOf(target)]
      if (from && to && from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to))
    }
  const circleFrom = (name: string, way: string[]): string | undefined => {
    if (way.includes(name)) return [...way.slice(way.indexOf(name)), name].join(' → ')
    for (const next of edges.get(name) ?? []) {
      const found = circleFrom(next, [...way, name])
      if (found) return found
    }
    return undefined
  }
  for (const name of edges.keys()) {
    const circle = circleFrom(name, [])
    if (circle) return [circle]
  }
  return []
}
