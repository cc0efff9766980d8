import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import type { Context } from '#platform/http/context.ts'
import type { Side } from '../side.ts'
import { type Document, type DocumentState, documentStateInWords, hindrance } from './document.ts'
import { writeState } from './write-state.ts'

/** Says where a document stands. `stale`: somebody else changed it since it was read. The state it has already changes nothing. */
export async function setDocumentState(
  ctx: Context,
  document: Document,
  { state, version, side }: { state: DocumentState; version: number; side: Side },
): Promise<Outcome<'set' | 'same' | 'stale'>> {
  if (document.state === state) return 'same'
  if (document.version !== version) return 'stale'
  const wrong = hindrance(document, state, side)
  if (wrong) return wrong
  if ((await writeState(ctx, document, state)) === undefined) return 'stale'
  await record(ctx, 'document.stateSet', {
    organizationId: document.organizationId,
    subjectId: document.id,
    data: { title: document.title, state: documentStateInWords(state) },
  })
  return 'set'
}

/** What both page and API say when somebody else was faster. */
export const staleDocument = ({ title, state }: Pick<Document, 'title' | 'state'>) =>
  refuse(
    `Zu „${title}“ hat inzwischen jemand anderes etwas geändert: Es ist jetzt ${documentStateInWords(state)}. Ihre Änderung ist nicht gespeichert.`,
  )
