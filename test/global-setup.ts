// Once per run: the databases that the test files copy. The runner (tools/test.ts) says where PostgreSQL is; alone, Vitest looks for one.
import { rmSync } from 'node:fs'
import type { TestProject } from 'vitest/node'
import { localDay } from '#kernel/local-day.ts'
import { systemClock } from '#platform/clock.ts'
import { findPostgres, startPostgres } from './harness/postgres.ts'
import { build, newFolder, removeFolder, serve } from './operations/built-product.ts'
import { embeddedTemplate, onServer, postgresTemplate, type Templates } from './harness/template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    templates: Templates
    /** For what runs the built product: a data folder after its first start. */
    told: Told
  }
}

export interface Told {
  folder: string
  /** The local day (YYYY-MM-DD) that the days of the story are counted from. */
  day: string
}

let made: Promise<Templates> | undefined
const undo: (() => Promise<void>)[] = []

async function make(): Promise<Templates> {
  const toldAt = systemClock.now().toString()
  const embedded = await embeddedTemplate()
  undo.push(async () => rmSync(embedded, { recursive: true, force: true }))
  const url = await postgresUrl()
  if (!url) return { toldAt, embedded, postgres: undefined }
  const { name, files } = await postgresTemplate(url)
  undo.push(async () => rmSync(files, { recursive: true, force: true }))
  undo.unshift(() => onServer(url, `drop database if exists ${name} with (force)`))
  return { toldAt, embedded, postgres: { url, name, files } }
}

let told: Promise<Told> | undefined

async function tell(): Promise<Told> {
  build()
  const folder = newFolder()
  undo.push(async () => removeFolder(folder))
  const day = localDay(systemClock.now()).toString()
  const server = serve({ LOTSENWERK_DATA: folder })
  await server.address
  await server.stop()
  return { folder, day }
}

async function postgresUrl(): Promise<string | undefined> {
  const given = process.env['TEST_POSTGRES_URL']
  if (given) return given
  const bin = findPostgres()
  if (!bin) return undefined
  const server = await startPostgres(bin)
  undo.push(() => server.stop())
  return server.url
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  made ??= make()
  project.provide('templates', await made)
  if (['e2e', 'operations'].includes(project.name)) project.provide('told', await (told ??= tell()))
  return async () => {
    for (const step of undo.splice(0)) await step()
  }
}
