// `npm run sbom`: what the product is made of, as CycloneDX 1.6, into dist/sbom.cdx.json or the file that is named; - is stdout.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { cycloneDx, type LockFile } from './cyclonedx.ts'

const root = join(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile
const text = `${JSON.stringify(cycloneDx(lock), null, 2)}\n`
const target = process.argv[2] ?? join(root, 'dist/sbom.cdx.json')
if (target === '-') process.stdout.write(text)
else {
  mkdirSync(dirname(resolve(target)), { recursive: true })
  writeFileSync(target, text)
  console.error(`Stückliste geschrieben: ${target}`)
}
