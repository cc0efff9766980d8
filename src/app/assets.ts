import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { packageRoot } from '#platform/config.ts'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
}

export interface Asset {
  type: string
  body: Buffer<ArrayBuffer>
  gzip: Buffer<ArrayBuffer> | undefined
}

/** The files that Vite built, held in memory (they are few), with hashed names that never change their content. */
export interface AssetFiles {
  styles: string[]
  /** Address of an island by the name of its folder in src/browser. */
  island(name: string): string | undefined
  file(path: string): Asset | undefined
}

type Manifest = Record<string, { file: string }>

export function loadAssets(folder = join(packageRoot, 'dist/browser')): AssetFiles {
  const manifestFile = join(folder, '.vite/manifest.json')
  const manifest = existsSync(manifestFile) ? (JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest) : {}
  const files = new Map<string, Asset>()
  const built = join(folder, 'assets')
  for (const name of existsSync(built) ? readdirSync(built) : []) {
    const body = readFileSync(join(built, name))
    const type = types[extname(name)] ?? 'application/octet-stream'
    files.set(`/assets/${name}`, { type, body, gzip: /css|javascript|svg/.test(type) ? gzipSync(body) : undefined })
  }
  const address = (source: string): string | undefined => manifest[source] && `/${manifest[source].file}`
  const style = address('src/browser/style.css')
  return {
    styles: style ? [style] : [],
    island: (name) => address(`src/browser/${name}/index.ts`),
    file: (path) => files.get(path),
  }
}
