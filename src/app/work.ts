import type { Answer, Note } from '#platform/http/answer.ts'
import { isMade, isStored, isUndone, unprocessable } from '#platform/http/answer.ts'
import { isRefusal } from '#kernel/outcome.ts'
import type { Actor, Context } from '#platform/http/context.ts'
import { isConnectionLost, KeepingUnknown } from '#platform/db/connection.ts'
import type { Db } from '#platform/db/database.ts'
import { type Subject, unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Temporal } from 'temporal-polyfill'
import { answerLostRight } from './lost-right.ts'
import type { Services } from './services.ts'

export const subjectOf = (actor: Actor | null): Subject => ({
  personId: actor?.personId ?? null,
  actingFor: actor?.actingFor?.id ?? null,
})

/** Step 3 and 4 of a request (architecture.md): the work in one transaction, then the notes in theirs, the gates before anything is sent. */
export async function workAndNote<A extends Actor | null>(
  services: Services,
  { actor, now, readOnly }: { actor: A; now: Temporal.Instant; readOnly: boolean },
  work: (ctx: Context<A>) => Promise<Answer>,
): Promise<{ answer: Answer; traces: () => Promise<void> }> {
  const as = subjectOf(actor)
  const answer = await unitOfWork(
    services.database,
    { as, now, mode: readOnly ? 'read only' : 'read write', undo: isUndone },
    (db) => work({ actor, db, now }),
  ).catch((error: unknown) => answerLostRight(services, { actor, now }, error))
  for (const { part, error } of answer.faults ?? []) services.log.error('part of an answer failed', error, { part })
  const mayBeKept = !readOnly && !isUndone(answer)
  const write = (note: Note): Promise<unknown> =>
    unitOfWork(services.database, { as, now, mode: 'read write' }, (db: Db) => note.write(db)).catch(
      (error: unknown) => {
        throw mayBeKept && isConnectionLost(error) ? new KeepingUnknown(error) : error
      },
    )
  const notes = answer.notes ?? []
  for (const note of notes) if (note.kind === 'gate') await write(note)
  if (answer.kind === 'file' && isStored(answer.body) && !(await answer.body.isThere()))
    throw new Error(`the content of ${answer.name} is not in the store`)
  const traces = async (): Promise<void> => {
    for (const note of notes) if (note.kind === 'trace') await write(note)
  }
  return { answer: await made(answer), traces }
}

/** What takes a while is made here, after the notes: nobody waits for it between BEGIN and COMMIT. */
async function made(answer: Answer): Promise<Answer> {
  if (answer.kind !== 'file' || !isMade(answer.body)) return answer
  const body = await answer.body.make()
  return isRefusal(body) ? unprocessable(body) : { ...answer, body }
}
