// What leaves an installation through its own doors, byte for byte: to be compared before a backup and after its restore.
import type { Temporal } from 'temporal-polyfill'
import { runVerb } from '#app/operator.ts'
import { startServer } from '#app/server.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { Config } from '#platform/config.ts'
import { silentLog } from '#platform/log.ts'

const isb = 'isb@musterstadt.example'

/** By path: the file of open points of every check of a town, its questions with their answers, and the lists around them. */
export async function exportsOf(config: Config, at: Temporal.Instant): Promise<Map<string, string>> {
  const server = await startServer(config, silentLog)
  if (isRefusal(server)) throw new Error(server.refused)
  server.services.clock = { now: () => at } // exports say when they were made
  try {
    const token = await runVerb(server.services, 'token create', { email: isb })
    if (isRefusal(token)) throw new Error(token.refused)
    const origin = `http://127.0.0.1:${new URL(server.address).port}/api/v1`
    const found = new Map<string, string>()
    const read = async (path: string): Promise<string> => {
      const reply = await fetch(origin + path, { headers: { authorization: `Bearer ${String(token.data['token'])}` } })
      if (reply.status !== 200) throw new Error(`${path}: ${reply.status}`)
      const text = await reply.text()
      found.set(path, text)
      return text
    }
    const checks = JSON.parse(await read('/assessments')) as { items: { id: string }[] }
    for (const { id } of checks.items) {
      await read(`/assessments/${id}`)
      await read(`/assessments/${id}/poam.json`)
    }
    for (const path of [
      '/organizations?limit=200',
      '/people',
      '/catalogs',
      '/audit-events?event=answer.given&limit=200',
    ])
      await read(path)
    return found
  } finally {
    await server.stop()
  }
}
