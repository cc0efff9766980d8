// Who may import whom inside one module: doors and edges on top, verbs and queries below, nouns at the bottom.
import { type Rule, isOurs, moduleOf, violations } from './floors.ts'
import { type Source, isTest } from './source.ts'

export type Part = 'door' | 'edge' | 'access' | 'schemas' | 'routes' | 'queries' | 'verb' | 'intake' | 'thread' | 'noun'

const named: Record<string, Part> = {
  index: 'door',
  api: 'edge',
  cli: 'edge',
  jobs: 'edge',
  mails: 'edge',
  'audit-words': 'edge',
  tasks: 'edge',
  calendar: 'edge',
  search: 'edge',
  access: 'access',
  schemas: 'schemas',
  routes: 'routes',
  queries: 'queries',
}

/**
 * The name of a file says what it is; otherwise what it takes does: whoever declares pages or operations is an edge,
 * whoever takes the transaction (or calls somebody who does) is a verb, and all others are nouns.
 */
export function partOf(source: Source, all: ReadonlyMap<string, Source>, seen: string[] = []): Part {
  const file =
    source.path
      .split('/')
      .at(-1)
      ?.replace(/\.tsx?$/, '') ?? ''
  if (source.path.includes('/web/')) return 'edge'
  const byName = named[file]
  if (byName) return byName
  if (file.endsWith('-worker')) return 'thread'
  if (file.startsWith('prepare-')) return 'intake'
  if (source.imports.some((target) => /^src\/platform\/http\/(operation|page-route)\.ts$/.test(target))) return 'edge'
  if (takesTransaction(source)) return 'verb'
  const callsVerb = source.imports.some((target) => {
    const next = all.get(target)
    if (!next || moduleOf(target) !== moduleOf(source.path) || seen.includes(target)) return false
    return ['verb', 'queries'].includes(partOf(next, all, [...seen, source.path]))
  })
  return callsVerb ? 'verb' : 'noun'
}

const takesTransaction = ({ imports, queries }: Source): boolean =>
  queries || imports.some((target) => target === 'kysely' || /^src\/platform\/(db\/|http\/context\.ts)/.test(target))

/** What each part may take from its own module. */
const ownParts: Record<Part, Part[]> = {
  door: ['edge', 'access', 'schemas', 'routes', 'queries', 'verb', 'intake', 'thread', 'noun'],
  edge: ['edge', 'access', 'schemas', 'routes', 'queries', 'verb', 'intake', 'noun'],
  intake: ['schemas', 'verb', 'thread', 'noun'],
  verb: ['access', 'schemas', 'queries', 'verb', 'thread', 'noun'],
  queries: ['queries', 'schemas', 'noun'],
  access: ['noun'],
  schemas: ['schemas', 'noun'],
  routes: ['noun'],
  thread: ['thread', 'noun'],
  noun: ['noun'],
}

export const partsImportOnlyWhatTheyStandOn: Rule = (sources) => {
  const all = new Map(sources.map((source) => [source.path, source]))
  return violations(sources, (source, target) => {
    const other = all.get(target)
    const own = moduleOf(source.path)
    if (!own || isTest(source) || !other || moduleOf(target) !== own) return
    const [from, to] = [partOf(source, all), partOf(other, all)]
    return !ownParts[from].includes(to) && `${from} may not import ${to}`
  })
}

const withoutPages = new Set<Part>(['access', 'schemas', 'routes', 'queries', 'verb', 'intake', 'thread', 'noun'])

export const onlyEdgesKnowThePage: Rule = (sources) =>
  judgeParts(
    sources,
    (part, target) => withoutPages.has(part) && /^(src\/ui\/|preact)/.test(target) && `${part} renders nothing`,
  )

const withoutSideEffects = /^node:(fs|fs\/promises|net|http|https|child_process|worker_threads|dns|tls)$/

/** A noun is pure: the kernel, its fellow nouns, packages that compute. */
export const nounsKnowOnlyTheKernel: Rule = (sources) =>
  judgeParts(sources, (part, target, own) => {
    if (part !== 'noun') return
    const reaches = isOurs(target) && !target.startsWith('src/kernel/') && moduleOf(target) !== own
    return (reaches || withoutSideEffects.test(target)) && 'a noun imports the kernel only'
  })

/** `may` looks at the actor and the noun it has been given. */
export const accessDecidesWithoutLooking: Rule = (sources) =>
  judgeParts(
    sources,
    (part, target) =>
      part === 'access' &&
      (target === 'kysely' || target.startsWith('src/platform/db/')) &&
      'access.ts reads no tables',
  )

/** Verbs get the transaction of the request. Signing in is the one exception: it hashes between two of its own. */
export const verbsOpenNoTransaction: Rule = (sources) =>
  violations(sources, ({ path }, target) => {
    const outside = moduleOf(path) && !path.startsWith('src/foundation/identity/sign-in/') && !isTest({ path })
    return outside && target === 'src/platform/db/unit-of-work.ts' && 'the pipeline opens the transaction'
  })

function judgeParts(
  sources: readonly Source[],
  judge: (part: Part, target: string, own: string) => string | false | undefined,
): string[] {
  const all = new Map(sources.map((source) => [source.path, source]))
  return violations(sources, (source, target) => {
    const own = moduleOf(source.path)
    return own && !isTest(source) && judge(partOf(source, all), target, own)
  })
}
