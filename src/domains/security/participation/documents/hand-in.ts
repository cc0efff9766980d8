import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, keepRoad } from '#foundation/programmes/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { tellSide } from '../tell-side.ts'
import { type Document, mostFiles, mostFurther } from './document.ts'
import { documentsOf } from './queries.ts'
import { writeState } from './write-state.ts'

export interface HandedIn {
  file: PreparedFile
  validUntil?: string | undefined
}

const no = (path: string, message: string): Refusal =>
  refuse('Das Dokument ist noch nicht abgelegt. Bitte ändern Sie eine Angabe.', [{ path, message }])

/** Puts a further version to a document; what was reviewed waits to be reviewed again, and keeps its findings. Returns the id of the document. */
export async function handIn(
  ctx: Context,
  road: EnrollmentWithSteps,
  documentId: string,
  handed: HandedIn,
): Promise<Outcome<string>> {
  await keepRoad(ctx, road)
  const document = (await documentsOf(ctx.db, road.id)).find(({ id }) => id === documentId)
  if (!document) return refuse('Dieses Dokument gibt es auf diesem Weg nicht.')
  return store(ctx, document, handed)
}

/** Adds a document that the programme does not ask for, with its first version. */
export async function handInFurther(
  ctx: Context,
  road: EnrollmentWithSteps,
  { title, ...handed }: HandedIn & { title: string },
): Promise<Outcome<string>> {
  await keepRoad(ctx, road)
  const there = await documentsOf(ctx.db, road.id)
  if (there.filter(({ key }) => key === null).length >= mostFurther)
    return no('title', `Auf diesem Weg liegen schon ${mostFurther} weitere Dokumente; mehr sind nicht möglich.`)
  if (there.some((one) => one.title.toLowerCase() === title.toLowerCase()))
    return no('title', `„${title}“ gibt es hier schon. Legen Sie die Datei dort als neue Fassung ab.`)
  const { organizationId, programmeId, id: enrollmentId } = road
  const document = {
    id: newId(),
    organizationId,
    programmeId,
    enrollmentId,
    key: null,
    title,
    files: [],
    isBroughtIn: false,
  }
  return store(ctx, { ...document, version: 0, state: 'missing' }, handed)
}

async function store(
  ctx: Context,
  document: Omit<Document, 'hint' | 'isRequired' | 'position' | 'since' | 'findings'>,
  { file, validUntil }: HandedIn,
): Promise<Outcome<string>> {
  const today = localDay(ctx.now)
  if (validUntil !== undefined && validUntil < today.toString())
    return no('validUntil', `Dieser Tag ist vorbei. Frühestens ${germanDay(today)}, oder leer lassen.`)
  const number = (document.files[0]?.number ?? 0) + 1
  if (number > mostFiles)
    return no('file', `Zu „${document.title}“ gibt es schon ${mostFiles} Fassungen; mehr sind nicht möglich.`)
  const { organizationId, id } = document
  const fileId = await storeFile(ctx, { organizationId, type: 'participationDocument', id }, file)
  if (isRefusal(fileId)) return fileId
  const version = { number, fileId, name: file.name, validUntil: validUntil ?? null }
  // The road is held, so nobody was faster.
  if ((await writeState(ctx, document, 'received', version)) === undefined)
    throw new Error(`document ${id} changed on a road that is held`)
  await record(ctx, 'document.received', {
    organizationId,
    subjectId: id,
    data: { title: document.title, number },
  })
  await tellSide(ctx, document, 'documentReceived', { about: document.title })
  return id
}
