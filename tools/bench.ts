// `npm run bench`: one JSON line per figure. Absolute times vary from machine to machine; the ratio against the limit counts.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Figure } from '../bench/figure.ts'

process.chdir(join(import.meta.dirname, '..'))
const wanted = process.argv[2]
const names = readdirSync('bench').filter((name) => name.endsWith('.bench.ts') && (!wanted || name.startsWith(wanted)))
for (const name of names) {
  const { measure } = (await import(`../bench/${name}`)) as { measure: () => Promise<Figure[]> }
  for (const figure of await measure()) console.log(JSON.stringify(figure))
}
