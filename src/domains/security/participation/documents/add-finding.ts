import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { tellSide } from '../tell-side.ts'
import { currentFile, type Document, mostFindings } from './document.ts'
import type { NewFinding } from './schemas.ts'

/** What the assessor found in a document, or in that it does not exist. */
export async function addFinding(ctx: Context, document: Document, wanted: NewFinding): Promise<Outcome<string>> {
  if (document.state === 'missing')
    return refuse(
      `„${document.title}“ fehlt noch; dazu gibt es nichts zu sagen. Warten Sie auf die Datei, oder fragen Sie nach.`,
    )
  if (document.findings.length >= mostFindings)
    return refuse(`Zu „${document.title}“ gibt es schon ${mostFindings} Befunde; mehr sind nicht möglich.`)
  const id = newId()
  const { severity, text, recommendation } = wanted
  await ctx.db
    .insertInto('participation.finding')
    .values({
      id,
      organization_id: document.organizationId,
      enrollment_id: document.enrollmentId,
      document_id: document.id,
      file_number: currentFile(document)?.number ?? null,
      severity,
      text,
      recommendation,
      found_by: ctx.actor.personId,
      found_at: ctx.now.toString(),
    })
    .execute()
  await record(ctx, 'finding.written', {
    organizationId: document.organizationId,
    subjectId: document.id,
    data: { title: document.title },
  })
  await tellSide(ctx, document, 'findingWritten', { about: document.title })
  return id
}
