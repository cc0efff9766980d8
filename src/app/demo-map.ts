import { isRefusal } from '#kernel/outcome.ts'
import { importMap, listCounties, schematicMap } from '#domains/insights/state-picture/index.ts'
import type { Speaker } from './demo-organizations.ts'

/** The counties of the story do not exist, so its map is a honeycomb of all that its register names. */
export async function tellMap(speaker: Speaker): Promise<void> {
  const ctx = await speaker('programm@verbund.example', 'verbund', 20, '09:30')
  const done = await importMap(ctx, schematicMap(await listCounties(ctx.db)), {
    title: 'Landkreise der Vorführung',
    attribution: 'Schematische Karte der Vorführung, erfunden',
    isSchematic: true,
  })
  if (isRefusal(done)) throw new Error(`demo: ${done.refused}`)
}
