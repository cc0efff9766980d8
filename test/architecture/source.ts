// One source file as the rules see it: what it imports, exports, names, and which SQL it holds. Read by Vite's own parser.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync } from 'vite'
import { type Node, isNode, textOf, walk } from './syntax-tree.ts'

export interface Source {
  /** From the root of the repo, with slashes: `src/kernel/id.ts`. */
  path: string
  lines: number
  /** Static, re-exported, dynamic and in types. Ours as paths from the root, all others as they are written. */
  imports: string[]
  /** Names it declares and exports. */
  exports: string[]
  exportsEverything: boolean
  /** Written `...name` somewhere. */
  spreads: string[]
  /** `process.env`, `Date`, `Temporal.Now`: every place where it reaches for the environment or the time. */
  reachesFor: Set<'environment' | 'time'>
  /** Texts in sql`…`, with ? for the values. */
  sql: string[]
  /** Tables given to insertInto, updateTable, deleteFrom. */
  writes: string[]
  /** Whether it holds SQL in any of these forms, or reads with selectFrom. */
  queries: boolean
}

export const isTest = ({ path }: Pick<Source, 'path'>): boolean => /\.test\.tsx?$/.test(path)

/** `#kernel/id.ts` and `./id.ts` are ours; a package is not. */
const resolveImport = (from: string, specifier: string): string => {
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier
}

export function readSource(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text)
  if (errors[0]) throw new Error(`${path}: ${errors[0].message}`)
  const source: Source = {
    path,
    lines: text.trimEnd().split('\n').length,
    imports: [],
    exports: [],
    exportsEverything: false,
    spreads: [],
    reachesFor: new Set(),
    sql: [],
    writes: [],
    queries: false,
  }
  const note = (specifier: string): void => void source.imports.push(resolveImport(path, specifier))
  for (const { moduleRequest } of module.staticImports) note(moduleRequest.value)
  for (const { entries } of module.staticExports)
    for (const { moduleRequest, exportName, importName } of entries) {
      if (moduleRequest) note(moduleRequest.value)
      else if (exportName.name !== null) source.exports.push(exportName.name)
      if (importName.kind === 'All' || importName.kind === 'AllButDefault') source.exportsEverything = true
    }
  if (isNode(program)) walk(program, (node) => noteSyntax(source, node, note))
  return source
}

function noteSyntax(source: Source, node: Node, note: (specifier: string) => void): void {
  switch (node.type) {
    case 'ImportExpression':
    case 'TSImportType':
      note(textOf(node['source']) ?? 'an import that is computed')
      break
    case 'SpreadElement':
      source.spreads.push(spreadName(node['argument']))
      break
    case 'MemberExpression':
      noteMember(source, `${nameOf(node['object'])}.${nameOf(node['property'])}`)
      break
    case 'NewExpression':
    case 'CallExpression':
      noteCall(source, node)
      break
    case 'TaggedTemplateExpression':
      if (nameOf(node['tag']) === 'sql') source.sql.push(textOf(node['quasi']) ?? '')
      break
    default:
  }
  source.queries ||= source.sql.length > 0 || source.writes.length > 0
}

function noteMember(source: Source, name: string): void {
  if (name === 'process.env') source.reachesFor.add('environment')
  if (name.startsWith('Date.') || name === 'Temporal.Now') source.reachesFor.add('time')
}

function noteCall(source: Source, node: Node): void {
  const callee = node['callee']
  if (nameOf(callee) === 'Date') source.reachesFor.add('time')
  const method = isNode(callee) && callee.type === 'MemberExpression' ? nameOf(callee['property']) : ''
  const [first] = Array.isArray(node['arguments']) ? (node['arguments'] as unknown[]) : []
  if (method === 'selectFrom') source.queries = true
  if (/^(insertInto|updateTable|deleteFrom|mergeInto|replaceInto)$/.test(method))
    source.writes.push((textOf(first) ?? 'a table that is computed').split(' ')[0] ?? '')
}

/** `...name` and `...name(what it needs)`. */
const spreadName = (value: unknown): string =>
  nameOf(isNode(value) && value.type === 'CallExpression' ? value['callee'] : value)

const nameOf = (value: unknown): string =>
  isNode(value) && (value.type === 'Identifier' || value.type === 'Literal')
    ? String(value['name'] ?? value['value'])
    : ''

/** All sources of a folder of the repo; [] when it does not exist yet. */
export function readFolder(root: string, folder: string): Source[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted()
    .map((path) => readSource(path, readFileSync(join(root, path), 'utf8')))
}
