import { localDay, germanDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { whileOpen } from '../access.ts'
import type { Assessment, Question } from '../assessment.ts'
import { whoSignsWaits } from '../give-answer.ts'
import { hostOf } from './evidence.ts'
import { listEvidence, mostEvidence } from './queries.ts'
import type { NewEvidence } from './schemas.ts'

const no = (path: string, message: string): Refusal =>
  refuse('Der Nachweis ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [{ path, message }])

/** Puts a file or a link to a question, as its proof. The file is stored in the same transaction. */
export async function addEvidence(
  ctx: Context,
  assessment: Assessment,
  question: Pick<Question, 'id' | 'topKey'>,
  wanted: NewEvidence & { file?: PreparedFile | undefined },
): Promise<Outcome<string>> {
  const open = whileOpen(assessment)
  if (isRefusal(open)) return open
  const objection = objectionTo(ctx, wanted) ?? (await objectionOf(ctx, assessment, question, wanted))
  if (objection) return objection
  const id = newId()
  const fileId = wanted.file ? await store(ctx, assessment, id, wanted.file) : null
  if (isRefusal(fileId)) return fileId
  const done = await whoSignsWaits(ctx, assessment, () => insert(ctx, assessment, question, { ...wanted, id, fileId }))
  if (isRefusal(done)) return done
  await record(ctx, 'evidence.added', {
    organizationId: assessment.organizationId,
    subjectId: assessment.id,
    data: { controlId: question.id, evidenceId: id, kind: fileId === null ? 'link' : 'file' },
  })
  return id
}

function objectionTo({ now }: Context, { file, link, validUntil }: NewEvidence & { file?: PreparedFile | undefined }) {
  if (file && link) return no('link', 'Bitte entweder eine Datei oder einen Link, nicht beides.')
  if (!file && !link) return no('file', 'Bitte wählen Sie eine Datei, oder tragen Sie einen Link ein.')
  if (link && hostOf(link) === undefined)
    return no('link', 'Ein Link beginnt mit https:// oder http:// und enthält keinen Namen und kein Passwort.')
  const today = localDay(now)
  if (validUntil !== undefined && validUntil < today.toString())
    return no('validUntil', `Dieser Tag ist vorbei. Frühestens ${germanDay(today)}, oder leer lassen.`)
  return undefined
}

/** The same file or link a second time, or too many of them. */
async function objectionOf(
  { db }: Context,
  { id }: Assessment,
  question: Pick<Question, 'id'>,
  { file, link }: { file?: PreparedFile | undefined; link?: string | undefined },
): Promise<Refusal | undefined> {
  const held = await listEvidence(db, id, question.id)
  if (held.length >= mostEvidence)
    return no(
      file ? 'file' : 'link',
      `Zu dieser Frage gibt es schon ${held.length} Nachweise; mehr sind nicht möglich.`,
    )
  const same = held.find((one) =>
    file ? one.file?.name === file.name && one.file.size === file.size : link !== undefined && one.link === link,
  )
  return same && no(file ? 'file' : 'link', `Das liegt hier schon als „${same.title}“.`)
}

const store = (
  ctx: Context,
  { organizationId }: Assessment,
  id: string,
  file: PreparedFile,
): Promise<Outcome<string>> => storeFile(ctx, { organizationId, type: 'evidence', id }, file)

interface Row extends NewEvidence {
  id: string
  fileId: string | null
  file?: PreparedFile | undefined
}

const insert = (
  { db, actor, now }: Context,
  assessment: Assessment,
  question: Pick<Question, 'id' | 'topKey'>,
  { id, fileId, title, link, validUntil, file }: Row,
): Promise<unknown> =>
  db
    .insertInto('security.evidence')
    .values({
      id,
      organization_id: assessment.organizationId,
      assessment_id: assessment.id,
      catalog_id: assessment.catalogId,
      control_id: question.id,
      top_key: question.topKey,
      title: title || file?.name || hostOf(link ?? '') || '',
      file_id: fileId,
      url: fileId === null ? (link ?? null) : null,
      valid_until: validUntil ?? null,
      added_by: actor.personId,
      added_at: now.toString(),
    })
    .execute()
