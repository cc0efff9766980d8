/** What a catalog may measure. The largest one known (998 requirements) has 4 MB, 52,000 JSON values and nests 18 deep. */
export const limits = {
  bytes: 32 * 1024 * 1024,
  jsonDepth: 100,
  /** Keeps any file of 32 MiB below 200 MiB of heap (measured with the worst shapes); see `read-catalog-in-worker.ts` why it must. */
  jsonValues: 1_000_000,
  /** Groups and controls inside each other. */
  nesting: 32,
  controls: 20_000,
  groups: 20_000,
  /** Single relations of a mapping collection, after several sources and targets of one map are taken apart. */
  relations: 50_000,
  idLength: 255,
  titleLength: 2_000,
  proseLength: 100_000,
  hrefLength: 2_000,
  /** Parameters whose values insert parameters. */
  insertDepth: 16,
  /** Over the whole catalog: a few nested parameters could otherwise grow to gigabytes. */
  inserts: 500_000,
  insertedCharacters: 32 * 1024 * 1024,
} as const
