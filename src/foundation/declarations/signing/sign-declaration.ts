import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { type EnrollmentWithSteps, holdRoad, type Programme, setStep } from '#foundation/programmes/index.ts'
import { sign } from '#foundation/signatures/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { leadersOf } from '../interests/queries.ts'
import { declarationKinds } from '../notifications.ts'
import { declarationPath } from '../paths.ts'
import { type Attachment, standing } from './declaration.ts'
import { listDeclarations } from './queries.ts'
import { readDeclaration, type ShownDeclaration } from './read-declaration.ts'

const head = 'chiefExecutive'

export interface SigningWish {
  attachments: readonly Attachment[]
  /** Hash of the text that was read; left out only where a program trusts itself. */
  shownSha256?: string | undefined
  passwordConfirmed: Outcome<true>
}

export type SignOutcome =
  | { declared: string }
  /** The text is another one by now; nothing is signed. */
  | { changed: ShownDeclaration }

/** The head of the municipality signs in the portal. What is signed is what was shown. */
export async function signDeclaration(
  ctx: Context,
  road: Pick<EnrollmentWithSteps, 'id'>,
  { attachments, shownSha256, passwordConfirmed }: SigningWish,
): Promise<Outcome<SignOutcome>> {
  const held = await begin(ctx, road)
  if (isRefusal(held)) return held
  const shown = await readDeclaration(ctx, held, { attachments, role: head })
  const wrong = hindrance(ctx, shown.programme)
  if (wrong) return wrong
  if (shownSha256 !== undefined && shownSha256 !== shown.sha256) return { changed: shown }
  const id = newId()
  const signature = await sign(ctx, {
    organizationId: held.organizationId,
    subject: { type: 'declaration', id },
    role: head,
    shown: shown.text,
    passwordConfirmed,
  })
  if (isRefusal(signature)) return signature
  return keep(ctx, held, shown, {
    id,
    attachments: [...attachments],
    way: 'portal',
    signature_id: signature.id,
    file_id: null,
    signer_name: ctx.actor.name,
    signed_on: localDay(ctx.now).toString(),
  })
}

export interface PaperWish {
  attachments: readonly Attachment[]
  signedBy: string
  signedOn: string
  file: PreparedFile
}

/** Records a declaration that was signed by hand, with its scan. */
export async function recordPaper(
  ctx: Context,
  road: Pick<EnrollmentWithSteps, 'id'>,
  { attachments, signedBy, signedOn, file }: PaperWish,
): Promise<Outcome<SignOutcome>> {
  const wrongPaper = paperObjection(ctx, { signedOn, file })
  if (wrongPaper) return wrongPaper
  const held = await begin(ctx, road)
  if (isRefusal(held)) return held
  const shown = await readDeclaration(ctx, held, { attachments, role: null })
  const wrong = hindrance(ctx, shown.programme)
  if (wrong) return wrong
  const id = newId()
  const fileId = await storeFile(ctx, { organizationId: held.organizationId, type: 'declaration', id }, file)
  if (isRefusal(fileId)) return fileId
  return keep(ctx, held, shown, {
    id,
    attachments: [...attachments],
    way: 'paper',
    signature_id: null,
    file_id: fileId,
    signer_name: signedBy,
    signed_on: signedOn,
  })
}

const papers = new Set(['application/pdf', 'image/png', 'image/jpeg', 'image/webp'])

/** A paper is a scan or a photo, and was signed at the latest today. */
export function paperObjection(
  { now }: Pick<Context, 'now'>,
  { signedOn, file }: { signedOn: string; file: PreparedFile },
): Refusal | undefined {
  if (!papers.has(file.mediaType))
    return refuse('Das Papier ist noch nicht abgelegt. Bitte wählen Sie eine andere Datei.', [
      { path: 'file', message: 'Ein unterschriebenes Papier kommt als PDF oder Bild (PNG, JPEG, WebP).' },
    ])
  const today = localDay(now)
  return signedOn > today.toString()
    ? refuse('Das Papier ist noch nicht abgelegt. Bitte ändern Sie eine Angabe.', [
        { path: 'signedOn', message: `Dieser Tag kommt erst noch. Spätestens ${germanDay(today)}.` },
      ])
    : undefined
}

/** Nobody else declares, admits or withdraws on this road until the end of the transaction. */
async function begin(ctx: Context, { id }: Pick<EnrollmentWithSteps, 'id'>): Promise<Outcome<EnrollmentWithSteps>> {
  const road = await holdRoad(ctx, id)
  if (!road) return refuse('Diese Teilnahme gibt es nicht.')
  if (road.state === 'withdrawn')
    return refuse('Die Teilnahme ist beendet. Erklärt ist nichts; nach einem Wiedereintritt geht der Weg weiter.')
  const there = standing(await listDeclarations(ctx.db, id))
  return there
    ? refuse(
        `Die Erklärung liegt schon vor: ${there.signerName} hat sie am ${germanDay(Temporal.PlainDate.from(there.signedOn))} unterschrieben. Geändert ist nichts.`,
      )
    : road
}

function hindrance({ now }: Context, { name, state, deadline, declarationText }: Programme): Refusal | undefined {
  if (state !== 'running') return refuse(`„${name}“ läuft nicht. Erklärt ist nichts.`)
  if (deadline !== null && localDay(now).toString() > deadline)
    return refuse(
      `Die Frist von „${name}“ war am ${germanDay(Temporal.PlainDate.from(deadline))}. Erklärt ist nichts; fragen Sie die Programmleitung.`,
    )
  return declarationText.trim() === ''
    ? refuse(`„${name}“ hat noch keinen Text für die Erklärung. Den schreibt die Programmleitung.`)
    : undefined
}

interface Kept {
  id: string
  attachments: string[]
  way: 'portal' | 'paper'
  signature_id: string | null
  file_id: string | null
  signer_name: string
  signed_on: string
}

async function keep(
  ctx: Context,
  road: EnrollmentWithSteps,
  { programme, text, sha256 }: ShownDeclaration,
  kept: Kept,
): Promise<Outcome<SignOutcome>> {
  const { db, actor, now } = ctx
  await db
    .insertInto('declarations.declaration')
    .values({
      ...kept,
      enrollment_id: road.id,
      organization_id: road.organizationId,
      programme_id: road.programmeId,
      text_version: programme.declarationVersion,
      contractor_id: programme.contractor?.id ?? null,
      shown: text,
      shown_sha256: sha256,
      recorded_by: actor.personId,
      recorded_at: now.toString(),
    })
    .execute()
  const moved = await moveOn(ctx, road, kept.signed_on)
  if (isRefusal(moved)) return moved
  await record(ctx, 'declaration.given', {
    organizationId: road.organizationId,
    subjectId: kept.id,
    data: { programme: programme.name, way: kept.way, sha256 },
  })
  await notify(ctx, {
    personIds: (await leadersOf(db, road.programmeId)).filter((id) => id !== actor.personId),
    kind: declarationKinds.declared,
    title: `${road.organizationName} hat die Teilnahme an „${programme.name}“ erklärt. Jetzt fehlt die Zulassung.`,
    url: declarationPath(road.id),
    organizationId: road.organizationId,
  })
  return { declared: kept.id }
}

/** The step is done; what the programme had asked to be corrected is settled with it. A road that was brought in stays as it is. */
async function moveOn(ctx: Context, road: EnrollmentWithSteps, onDay: string): Promise<Outcome<true>> {
  const stateOf = (key: string) => road.steps.find((step) => step.key === key)
  const declaration = stateOf('declaration')
  if (declaration && declaration.state !== 'done') {
    const moved = await setStep(ctx, road, 'declaration', { state: 'done', onDay }, 'deed')
    if (isRefusal(moved)) return moved
  }
  const admission = stateOf('admission')
  if (admission?.state === 'open' && admission.waitingFor === 'organization') {
    const waits = await setStep(ctx, road, 'admission', { state: 'open', waitingFor: null, missing: '' }, 'deed')
    if (isRefusal(waits)) return waits
  }
  return true
}
