// The real application on a real database, without a network: what the *.db.test.ts files speak to.
import { inject, test as base } from 'vitest'
import type { SettableClock } from '#platform/clock.ts'
import { loadAssets } from '#app/assets.ts'
import { type App, createApp } from '#app/create-app.ts'
import { readInstallation } from '#app/installation.ts'
import { runVerb } from '#app/operator.ts'
import type { Services } from '#app/services.ts'
import { createWorker } from '#app/worker.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { Config } from '#platform/config.ts'
import { silentLog } from '#platform/log.ts'
import { ApiClient, Browser } from './clients.ts'
import { openCopy } from './template.ts'

export const demoPassword = 'lotsenwerk-demo'
export const isb = 'isb@musterstadt.example'
export const itStaff = 'it@musterstadt.example'
export const hvb = 'hvb@musterstadt.example'
export const elbaue = 'navigator@elbaue.example'
export const everything = 'alles@kleinweiler.example'
export const manager = 'programm@verbund.example'
export const assessor = 'assessor@pruefhaus.example'
export const observer = 'land@ministerium.example'

export interface TestHouse {
  services: Services
  app: App
  clock: SettableClock
  config: Config
  kind: 'embedded' | 'postgres'
  /** Speaks to the API with a real token. */
  as(email: string): Promise<ApiClient>
  stranger: ApiClient
  /** Speaks to the pages as a browser without a script does. */
  browser(): Browser
  signedIn(email: string): Promise<Browser>
  close(): Promise<void>
}

const kindOfProject = (): 'embedded' | 'postgres' =>
  process.env['LOTSENWERK_TEST_DATABASE'] === 'postgres' ? 'postgres' : 'embedded'

export async function openTestHouse(kind = kindOfProject(), rest: Partial<Config> = {}): Promise<TestHouse> {
  const copy = await openCopy(inject('templates'), kind, rest)
  const { house, config } = copy
  const installation = await readInstallation(house)
  const services: Services = {
    ...house,
    log: silentLog,
    secret: config.secret ?? '',
    assets: loadAssets(),
    installation,
    worker: createWorker(house, silentLog),
    stopping: new AbortController().signal,
  }
  const app = createApp(services)
  const tokens = new Map<string, Promise<string>>()
  const tokenOf = async (email: string): Promise<string> => {
    const done = await runVerb(house, 'token create', { email })
    if (isRefusal(done)) throw new Error(done.refused)
    return String(done.data['token'])
  }
  const browser = (): Browser => new Browser(app)
  return {
    services,
    app,
    clock: house.clock as SettableClock,
    config,
    kind,
    as: async (email) => {
      const token = tokens.get(email) ?? tokenOf(email)
      tokens.set(email, token)
      return new ApiClient(app, await token)
    },
    stranger: new ApiClient(app),
    browser,
    signedIn: async (email) => {
      const one = browser()
      await one.signIn(email, demoPassword)
      return one
    },
    close: async () => {
      await house.database.close()
      await copy.drop()
    },
  }
}

/** `test('…', async ({ house }) => …)`: one house per file, with the demo story. */
export const test = base.extend<{ house: TestHouse }>({
  house: [
    async ({}, use) => {
      const house = await openTestHouse()
      await use(house)
      await house.close()
    },
    { scope: 'file' },
  ],
})
