import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { type PreparedFile, storeFile } from '#foundation/files/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { type EnrollmentWithSteps, holdRoad } from '#foundation/programmes/index.ts'
import { sign } from '#foundation/signatures/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { leadersOf } from '../interests/queries.ts'
import { declarationKinds } from '../notifications.ts'
import { agreementsPath } from '../paths.ts'
import { paperObjection } from '../signing/sign-declaration.ts'
import { agreementNames, type AgreementWish } from './agreement.ts'
import { readAgreement, type ShownAgreement } from './read-agreement.ts'

const head = 'chiefExecutive'

/** Signed in the portal with the own password, or on paper that was scanned. */
export type Way =
  | { shownSha256?: string | undefined; passwordConfirmed: Outcome<true> }
  | { signedBy: string; signedOn: string; file: PreparedFile }

export type GiveOutcome = { given: string } | { changed: ShownAgreement }

/** Closes an agreement. What is signed is what was shown. */
export async function giveAgreement(
  ctx: Context,
  { id: roadId }: Pick<EnrollmentWithSteps, 'id'>,
  wish: AgreementWish,
  way: Way,
): Promise<Outcome<GiveOutcome>> {
  const road = await holdRoad(ctx, roadId)
  if (!road) return refuse('Diese Teilnahme gibt es nicht.')
  if (road.state === 'withdrawn') return refuse('Die Teilnahme ist beendet. Vereinbart ist nichts.')
  const today = localDay(ctx.now).toString()
  if (wish.validUntil !== null && wish.validUntil < today)
    return refuse('Vereinbart ist noch nichts. Bitte ändern Sie eine Angabe.', [
      { path: 'validUntil', message: 'Dieser Tag ist vorbei.' },
    ])
  const shown = await readAgreement(ctx, road, wish, 'file' in way ? null : head)
  if (isRefusal(shown)) return shown
  const id = newId()
  const signed = 'file' in way ? await onPaper(ctx, road, id, way) : await inPortal(ctx, road, id, shown, way)
  if (isRefusal(signed)) return signed
  if ('changed' in signed) return signed
  await ctx.db
    .insertInto('declarations.agreement')
    .values({
      id,
      enrollment_id: road.id,
      organization_id: road.organizationId,
      programme_id: road.programmeId,
      kind: wish.kind,
      contractor_id: shown.contractor.id,
      targets: wish.targets,
      time_window: wish.timeWindow,
      systems_owner: wish.systemsOwner,
      valid_from: wish.validFrom,
      valid_until: wish.validUntil,
      shown: shown.text,
      shown_sha256: shown.sha256,
      recorded_by: ctx.actor.personId,
      recorded_at: ctx.now.toString(),
      ...signed,
    })
    .execute()
  await record(ctx, 'agreement.given', {
    organizationId: road.organizationId,
    subjectId: id,
    data: { programme: road.programmeName, kind: wish.kind, sha256: shown.sha256 },
  })
  await notify(ctx, {
    personIds: (await leadersOf(ctx.db, road.programmeId)).filter((person) => person !== ctx.actor.personId),
    kind: declarationKinds.agreementChanged,
    title: `${agreementNames[wish.kind]} mit ${road.organizationName} ist geschlossen.`,
    url: agreementsPath(road.id),
    organizationId: road.organizationId,
  })
  return { given: id }
}

interface Signed {
  way: 'portal' | 'paper'
  signature_id: string | null
  file_id: string | null
  signer_name: string
  signed_on: string
}

async function onPaper(
  ctx: Context,
  { organizationId }: EnrollmentWithSteps,
  id: string,
  { signedBy, signedOn, file }: Extract<Way, { file: PreparedFile }>,
): Promise<Outcome<Signed>> {
  const wrong = paperObjection(ctx, { signedOn, file })
  if (wrong) return wrong
  const fileId = await storeFile(ctx, { organizationId, type: 'agreement', id }, file)
  if (isRefusal(fileId)) return fileId
  return { way: 'paper', signature_id: null, file_id: fileId, signer_name: signedBy, signed_on: signedOn }
}

async function inPortal(
  ctx: Context,
  { organizationId }: EnrollmentWithSteps,
  id: string,
  shown: ShownAgreement,
  { shownSha256, passwordConfirmed }: Exclude<Way, { file: PreparedFile }>,
): Promise<Outcome<Signed | { changed: ShownAgreement }>> {
  if (shownSha256 !== undefined && shownSha256 !== shown.sha256) return { changed: shown }
  const subject = { type: 'agreement', id }
  const signature = await sign(ctx, { organizationId, subject, role: head, shown: shown.text, passwordConfirmed })
  if (isRefusal(signature)) return signature
  return {
    way: 'portal',
    signature_id: signature.id,
    file_id: null,
    signer_name: ctx.actor.name,
    signed_on: localDay(ctx.now).toString(),
  }
}
