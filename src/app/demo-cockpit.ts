import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { assignGuide, findProgrammeByKey } from '#foundation/programmes/index.ts'
import { keepView, listRows, sendMessage } from '#domains/insights/cockpit/index.ts'
import { packageRoot } from '#platform/config.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Speaker } from './demo-organizations.ts'

interface Cast {
  speaker: Speaker
  personId: (email: string) => string
}

interface Deed {
  by: string
  daysAgo: number
  at: string
}

type Filter = Parameters<typeof listRows>[1]
type ViewWish = Parameters<typeof keepView>[2]
type MessageWish = Omit<Parameters<typeof sendMessage>[2], 'id'>

interface StoryCockpit {
  programme: string
  /** Who looks after those that the filter shows. */
  guided: Deed & { guide: string; filter: Filter }
  views: (Deed & Omit<ViewWish, 'isDefault'>)[]
  message: Deed & MessageWish
}

/** demo/cockpit.json: views that the programme manager keeps, and a message to many. */
export async function tellCockpit({ speaker, personId }: Cast): Promise<void> {
  const told = JSON.parse(readFileSync(join(packageRoot, 'demo/cockpit.json'), 'utf8')) as StoryCockpit
  for (const { by, daysAgo, at, ...view } of told.views) {
    const ctx = await speaker(by, 'verbund', daysAgo, at)
    must(await keepView(ctx, await programmeOf(ctx, told), { ...view, isDefault: false }))
  }
  await tellGuide(told, { speaker, personId })
  const { by, daysAgo, at, ...message } = told.message
  const ctx = await speaker(by, 'verbund', daysAgo, at)
  must(await sendMessage(ctx, { programme: await programmeOf(ctx, told), now: ctx.now }, { ...message, id: newId() }))
}

async function tellGuide(told: StoryCockpit, { speaker, personId }: Cast): Promise<void> {
  const { by, guide, filter, daysAgo, at } = told.guided
  const ctx = await speaker(by, 'verbund', daysAgo, at)
  const programme = await programmeOf(ctx, told)
  const { items } = must(await listRows(ctx.db, filter, { programme, now: ctx.now }, { limit: 200 }))
  must(
    await assignGuide(
      ctx,
      programme,
      items.map(({ id }) => id),
      personId(guide),
    ),
  )
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
