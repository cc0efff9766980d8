/** `:name` parts of a path, as a type. */
type Names<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

type Arguments<Path extends string> = [Names<Path>] extends [never] ? [] : [Record<Names<Path>, string>]

export interface Route<Path extends string = string> {
  path: Path
  /** The address of one thing; every value is encoded. */
  href(...values: Arguments<Path>): string
}

/** A page's address, written once. `route('/pruefungen/:id').href({ id })` */
export function route<const Path extends string>(path: Path): Route<Path> {
  return {
    path,
    href: (...values) => {
      const given: Record<string, string> = values[0] ?? {}
      return path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(given[name] ?? ''))
    },
  }
}

/** Adds a query; empty values are left out. */
export function withQuery(href: string, query: Record<string, string | number | null | undefined>): string {
  const parts = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '')
  const text = new URLSearchParams(parts.map(([name, value]) => [name, String(value)])).toString()
  return text ? `${href}?${text}` : href
}
