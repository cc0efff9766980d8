import { recordRead } from '#foundation/audit/index.ts'
import type { FileAnswer } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { personalData } from './queries.ts'

/** Everything about a person as JSON; that it was handed out is noted before it is. */
export async function dataFile(ctx: Context, personId: string): Promise<FileAnswer> {
  const data = await personalData(ctx.db, personId)
  return {
    kind: 'file',
    name: `Auskunft-${ctx.now.toString().slice(0, 10)}.json`,
    type: 'application/json; charset=utf-8',
    body: `${JSON.stringify({ createdAt: ctx.now.toString(), ...data }, null, 2)}\n`,
    notes: [recordRead(ctx.now, 'person.exported', { organizationId: null, subjectId: personId })],
  }
}
