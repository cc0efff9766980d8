import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { findProgrammeByKey } from '#foundation/programmes/index.ts'
import { keepView, sendMessage } from '#domains/insights/cockpit/index.ts'
import { packageRoot } from '#platform/config.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Speaker } from './demo-organizations.ts'

interface Deed {
  by: string
  daysAgo: number
  at: string
}

type ViewWish = Parameters<typeof keepView>[2]
type MessageWish = Omit<Parameters<typeof sendMessage>[2], 'id'>

interface StoryCockpit {
  programme: string
  views: (Deed & Omit<ViewWish, 'isDefault'>)[]
  message: Deed & MessageWish
}

/** demo/cockpit.json: views that the programme manager keeps, and a message to many. */
export async function tellCockpit(speaker: Speaker): Promise<void> {
  const told = JSON.parse(readFileSync(join(packageRoot, 'demo/cockpit.json'), 'utf8')) as StoryCockpit
  for (const { by, daysAgo, at, ...view } of told.views) {
    const ctx = await speaker(by, 'verbund', daysAgo, at)
    must(await keepView(ctx, await programmeOf(ctx, told), { ...view, isDefault: false }))
  }
  const { by, daysAgo, at, ...message } = told.message
  const ctx = await speaker(by, 'verbund', daysAgo, at)
  must(await sendMessage(ctx, { programme: await programmeOf(ctx, told), now: ctx.now }, { ...message, id: newId() }))
}

async function programmeOf({ db }: Awaited<ReturnType<Speaker>>, { programme: key }: StoryCockpit) {
  const programme = await findProgrammeByKey(db, key)
  if (!programme) throw new Error(`demo: there is no programme ${key}`)
  return programme
}

function must<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
  return outcome
}
