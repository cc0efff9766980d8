/** What a catalog may measure. The largest one known (998 requirements) has 4 MB, 55,000 JSON values and nests 14 deep. */
export const limits = {
  bytes: 32 * 1024 * 1024,
  jsonDepth: 100,
  jsonValues: 2_000_000,
  /** Groups and controls inside each other. */
  nesting: 32,
  controls: 20_000,
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
