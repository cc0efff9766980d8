import { operations, pages } from './modules.ts'

/** Parts of an address that open something for whoever knows them. */
const secretName = /^[:{](secret|token|capability)\b/

const patterns = [...pages.map(({ path }) => path), ...operations.map(({ path }) => `/api/v1${path}`)]

/** `/einladung/:secret/…`: what stands before the secret. */
const prefixes = [
  ...new Set(
    patterns.flatMap((pattern) => {
      const parts = pattern.split('/')
      const at = parts.findIndex((part) => secretName.test(part))
      return at > 0 ? [`${parts.slice(0, at).join('/')}/`] : []
    }),
  ),
]

// One-time links have 27 such letters; ids of ours have hyphens at fixed places.
const looksRandom = (part: string): boolean => /^[\w-]{24,}$/.test(part) && !/^[0-9a-f]{8}-[0-9a-f]{4}-/.test(part)

const wordAfter = (prefix: string, path: string): string => path.slice(prefix.length).split('/')[0] ?? ''

/** `/kalender/abonnieren` beside `/kalender/:capability`: words of ours that stand where a secret would. */
const ownWords = new Set(
  prefixes.flatMap((prefix) =>
    patterns
      .filter((pattern) => pattern.startsWith(prefix) && !/^[:{]/.test(wordAfter(prefix, pattern)))
      .map((pattern) => prefix + wordAfter(prefix, pattern)),
  ),
)

const prefixOf = (path: string): string | undefined =>
  prefixes.find((prefix) => path.startsWith(prefix) && !ownWords.has(prefix + wordAfter(prefix, path)))

/** Whether the address itself opens something: then it must not leave the browser. */
export const holdsSecret = (path: string): boolean => {
  const prefix = prefixOf(path)
  return prefix !== undefined && path.length > prefix.length
}

/** The path as the log may show it. A cut or lengthened secret is hidden too, and whatever else looks like one. */
export function readablePath(path: string): string {
  const prefix = prefixOf(path) ?? ''
  const [secret = '', ...rest] = path.slice(prefix.length).split('/')
  const parts = prefix === '' ? path.split('/') : [secret === '' ? '' : '…', ...rest]
  return prefix + parts.map((part) => (looksRandom(part) ? '…' : part)).join('/')
}
