import { isRefusal } from '#kernel/outcome.ts'
import { changeSettings } from '#foundation/notifications/index.ts'
import type { Speaker } from './demo-organizations.ts'
import { kindsOfNotifications } from './modules.ts'

/** What somebody of the story chose for their mails. Kinds that are not named come in the digest. */
export interface StoryMailChoice {
  by: string
  for: string
  daysAgo: number
  at: string
  rhythm: 'daily' | 'weekly' | 'never'
  weekday: number
  hour: number
  quiet?: { from: string; until: string }
  kinds: { kind: string; channel: 'mail' | 'inbox' }[]
}

export async function tellMailChoices(choices: readonly StoryMailChoice[], speaker: Speaker): Promise<void> {
  for (const { by, for: organization, daysAgo, at, quiet, kinds, rhythm, weekday, hour } of choices) {
    const ctx = await speaker(by, organization, daysAgo, at)
    const [quietFrom, quietUntil] = [quiet?.from ?? null, quiet?.until ?? null]
    const wanted = { rhythm, weekday, hour, quietFrom, quietUntil, kinds }
    const outcome = await changeSettings(ctx, kindsOfNotifications, wanted)
    if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
  }
}
