import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type Answer as HttpAnswer, forbidden, json, notFound, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { listOf } from '#platform/http/parse.ts'
import { namesOf } from '#foundation/identity/index.ts'
import { idSchema } from '#platform/http/parse.ts'
import { onAssessment, one, readers } from '../on-check.ts'
import { type Assessment, stateOf } from '../assessment.ts'
import { may } from './access.ts'
import { protocolExample, signOffExample } from './examples.ts'
import { signOffJson } from './json.ts'
import { changesSince, listSignOffs } from './queries.ts'
import { readProtocol } from './read-protocol.ts'
import { protocolOut, reasonIn, signedOut, signOffIn, signOffOut } from './schemas.ts'
import { signAssessment } from './sign-assessment.ts'
import { withdrawSignOff } from './withdraw-sign-off.ts'

const tag = 'Sign-off'
export const signers =
  'Own chief executive or security officer for the municipality; the assessor while assigned for the contractor'
const whole = `${readers}; no delegate`

/** Whoever sees only some lists does not see what is signed. */
export const onWhole = (
  ctx: Context,
  id: string,
  work: (assessment: Assessment) => Promise<HttpAnswer>,
): Promise<HttpAnswer> =>
  onAssessment(ctx, id, async (assessment) => {
    const allowed = may.see(assessment)
    return isRefusal(allowed) ? forbidden(allowed) : work(assessment)
  })

const signerOf = (ctx: Context, assessment: Assessment) => {
  const side = may.sideOf(ctx.actor, assessment)
  const role: Outcome<string> | undefined = side && may.sign(ctx.actor, assessment, side)
  return side !== undefined && typeof role === 'string' ? { side, role } : null
}

/** What is signed, by whom, and the way back before the second signature. */
export const signOffOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/assessments/{id}/sign-off-protocol',
    id: 'getSignOffProtocol',
    summary: 'The text you would sign now, and its hash',
    title: 'was unterschrieben würde',
    who: whole,
    tag,
    params: one,
    reply: { status: 200, description: 'The protocol', schema: protocolOut, example: protocolExample },
    work: (ctx, { params }) =>
      onWhole(ctx, params.id, async (assessment) => {
        const signer = signerOf(ctx, assessment)
        const { text, sha256 } = await readProtocol(ctx, assessment, signer)
        return json({ state: stateOf(assessment), side: signer?.side ?? null, text, sha256 })
      }),
  }),
  operation({
    method: 'get',
    path: '/assessments/{id}/sign-offs',
    id: 'listSignOffs',
    summary: 'Signatures under a check, withdrawn ones too, the newest first',
    title: 'Unterschriften unter einer Prüfung auflisten',
    who: whole,
    tag,
    params: one,
    reply: {
      status: 200,
      description: 'The signatures with the text that was signed',
      schema: listOf(signOffOut),
      example: { items: [signOffExample], next: null },
    },
    work: (ctx, { params }) =>
      onWhole(ctx, params.id, async () =>
        json({ items: (await listSignOffs(ctx.db, params.id)).map(signOffJson), next: null }),
      ),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/sign-offs',
    id: 'addSignOff',
    summary:
      'Sign for one side, with the own password: the first signature stops the answers, the second freezes the check',
    title: 'eine Prüfung unterschreiben',
    who: signers,
    tag,
    params: one,
    body: signOffIn,
    bodyExample: { side: 'organization', password: '…', shownSha256: signOffExample.shownSha256 },
    confirms: true,
    problems: {
      403: 'Not for this side',
      409: 'The protocol is another one by now: `text`, `sha256`, and what changed in the last 24 hours; nothing was signed',
    },
    reply: {
      status: 201,
      description: 'The signature, and the state that follows from it',
      schema: signedOut,
      example: { state: 'inReview', signOff: signOffExample },
    },
    work: (ctx, { params, body, request }) =>
      onWhole(ctx, params.id, async (assessment) => {
        const role = may.sign(ctx.actor, assessment, body.side)
        if (isRefusal(role)) return forbidden(role)
        const { side, shownSha256 } = body
        const wish = { side, role, shownSha256, passwordConfirmed: request.confirmation }
        const outcome = await signAssessment(ctx, assessment, wish)
        if (isRefusal(outcome)) return unprocessable(outcome)
        if ('changed' in outcome) return changedReply(ctx, assessment, outcome.changed)
        const { signedOff, signOff } = outcome
        return json({ state: signedOff ? 'signedOff' : 'inReview', signOff: signOffJson(signOff) }, 201)
      }),
  }),
  operation({
    method: 'post',
    path: '/assessments/{id}/sign-offs/{signOffId}/withdrawal',
    id: 'withdrawSignOff',
    summary: "Take the own side's signature back while the other side has not signed",
    title: 'die Unterschrift der eigenen Seite zurücknehmen',
    who: signers,
    tag,
    params: one.extend({ signOffId: idSchema }),
    body: reasonIn,
    bodyExample: { reason: 'Zwei Antworten fehlen noch.' },
    problems: { 403: 'It is the signature of the other side' },
    reply: {
      status: 200,
      description: 'It no longer counts',
      schema: signOffOut,
      example: { ...signOffExample, withdrawnAt: '2026-11-27T11:05:00Z' },
    },
    work: (ctx, { params, body }) =>
      onWhole(ctx, params.id, async (assessment) => {
        const side = may.speak(ctx.actor, assessment)
        if (isRefusal(side)) return forbidden(side)
        const signOff = (await listSignOffs(ctx.db, assessment.id)).find(({ id }) => id === params.signOffId)
        if (!signOff) return notFound('Diese Unterschrift gibt es nicht.')
        if (signOff.side !== side) return forbidden({ refused: notYours })
        const done = await withdrawSignOff(ctx, assessment, signOff, body.reason)
        if (isRefusal(done)) return unprocessable(done)
        return json({ ...signOffJson(signOff), withdrawnAt: ctx.now.toString() })
      }),
  }),
]

export const notYours =
  'Das ist die Unterschrift der anderen Seite. Zurücknehmen kann sie nur, wer für jene Seite unterschreibt.'

async function changedReply(
  ctx: Context,
  { id }: Assessment,
  { text, sha256 }: { text: string; sha256: string },
): Promise<HttpAnswer> {
  const changes = await changesSince(ctx.db, id, ctx.now.subtract({ hours: 24 }))
  const names = await namesOf(
    ctx.db,
    changes.map(({ by }) => by),
  )
  return {
    kind: 'problem',
    status: 409,
    type: 'seitdem-geaendert',
    title: 'Seit Sie den Text gelesen haben, hat sich die Prüfung geändert. Unterschrieben ist nichts.',
    more: {
      text,
      sha256,
      changes: changes.map(({ kind, controlId, by, at }) => ({
        kind,
        controlId,
        by: { id: by, name: names.get(by) ?? null },
        at: at.toString(),
      })),
    },
  }
}
