import { z } from 'zod'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { type PreparedFile, prepareFile, usualLimit } from '#foundation/files/index.ts'
import type { EnrollmentWithSteps } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, parse } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { decideAdmission } from '../admissions/decide-admission.ts'
import { letterPdf } from '../admissions/letter-file.ts'
import { admissionIn } from '../admissions/schemas.ts'
import { declarationExample as example } from '../examples.ts'
import { admissionJson, declarationJson } from '../json.ts'
import { onRoad } from '../on-road.ts'
import type { Attachment } from './declaration.ts'
import { loadDeclaration } from './load-declaration.ts'
import { declarationIn, declarationStateOut, paperForm, reasonIn } from './schemas.ts'
import { recordPaper, type SignOutcome, signDeclaration } from './sign-declaration.ts'
import { withdrawDeclaration } from './withdraw-declaration.ts'

const tag = 'Declarations'
const readers = 'The municipality itself, its assessor while assigned, and who leads or guides in the programme'
const params = z.object({ id: idSchema })
const reply = {
  status: 200,
  description: 'The declaration and what follows from it',
  schema: declarationStateOut,
  example,
} as const

export const declarationOperations: Operation[] = [
  operation({
    method: 'get',
    path: '/enrollments/{id}/declaration',
    id: 'getDeclaration',
    title: 'die Erklärung einer Kommune zeigen, oder was zu unterschreiben wäre',
    summary: 'The declaration that stands, or the text you would sign now with its hash',
    who: readers,
    tag,
    params,
    reply,
    work: (ctx, input) => onRoad(ctx, input.params.id, (road) => stateReply(ctx, road, [])),
  }),
  operation({
    method: 'put',
    path: '/enrollments/{id}/declaration',
    id: 'giveDeclaration',
    title: 'die Teilnahme erklären',
    summary:
      'Sign with the own password (JSON), or record the signed paper (multipart: `file`, `signedBy`, `signedOn`)',
    who: 'The chief executive signs; paper also who speaks for the municipality, and who leads the programme',
    tag,
    params,
    body: declarationIn,
    bodyExample: { password: '…', shownSha256: example.declaration.sha256, attachments: ['councilResolution'] },
    upload: 'The signed paper: PDF, PNG, JPEG or WebP, at most 25 MB',
    bodyLimit: usualLimit,
    confirms: true,
    prepare: async ({ files, storage }) => (files['file'] ? prepareFile(files['file'], storage) : undefined),
    problems: {
      403: 'Not yours to sign or to record',
      409: 'The text is another one by now: `text`, `sha256`; nothing was signed',
      413: 'Over 25 MB',
    },
    reply,
    work: (ctx, { params: { id }, body, request }, file) =>
      onRoad(ctx, id, async (road) => {
        const allowed = file === undefined ? may.sign(ctx.actor, road) : may.recordPaper(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const { attachments, shownSha256 } = body
        const outcome =
          file === undefined
            ? await signDeclaration(ctx, road, { attachments, shownSha256, passwordConfirmed: request.confirmation })
            : await onPaper(ctx, road, { attachments, signedBy: body.signedBy, signedOn: body.signedOn }, file)
        if (isRefusal(outcome)) return unprocessable(outcome)
        return 'changed' in outcome ? changed(outcome.changed) : stateReply(ctx, road, [])
      }),
  }),
  operation({
    method: 'post',
    path: '/enrollments/{id}/declaration/withdrawal',
    id: 'withdrawDeclaration',
    title: 'die Erklärung zurücknehmen',
    summary: 'Take the declaration back while nobody has admitted the municipality',
    who: 'The chief executive, and who leads the programme',
    tag,
    params,
    body: reasonIn.meta({ id: 'DeclarationWithdrawal' }),
    bodyExample: { reason: 'Der Rat hat noch nicht beschlossen.' },
    problems: { 403: 'Not yours to take back' },
    reply,
    work: (ctx, input) =>
      onRoad(ctx, input.params.id, async (road) => {
        const allowed = may.withdraw(ctx.actor, road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const done = await withdrawDeclaration(ctx, road, input.body.reason)
        return isRefusal(done) ? unprocessable(done) : stateReply(ctx, road, [])
      }),
  }),
  operation({
    method: 'post',
    path: '/enrollments/{id}/admission',
    id: 'decideAdmission',
    title: 'zulassen, ablehnen oder um Berichtigung bitten',
    summary: 'Admit, refuse or ask for a correction; admitted already by somebody else is 409',
    who: 'Who leads the programme',
    tag,
    params,
    body: admissionIn,
    bodyExample: { decision: 'correction', reason: 'Das Siegel fehlt.' },
    problems: { 403: 'You do not lead the programme', 409: 'Somebody has admitted it already: `by`, `at`' },
    reply,
    work: (ctx, input) =>
      onRoad(ctx, input.params.id, async (road) => {
        const allowed = may.admit(road)
        if (isRefusal(allowed)) return forbidden(allowed)
        const outcome = await decideAdmission(ctx, road, input.body)
        if (isRefusal(outcome)) return unprocessable(outcome)
        if ('there' in outcome) return admittedAlready(outcome.there)
        return stateReply(ctx, road, [])
      }),
  }),
  operation({
    method: 'get',
    path: '/enrollments/{id}/admission-letter.pdf',
    id: 'getAdmissionLetter',
    title: 'die Bestätigung der Teilnahme als PDF holen',
    summary: 'What confirms the admission, as PDF/UA-1; 422 before it, and after the participation has ended',
    who: 'The municipality itself, and who leads or guides in the programme',
    tag,
    params,
    problems: { 403: 'Neither of the municipality nor working in the programme' },
    reply: { status: 200, description: 'The letter', isFile: true },
    work: (ctx, input) => onRoad(ctx, input.params.id, (road) => letterPdf(ctx, road)),
  }),
]

async function onPaper(
  ctx: Context,
  road: EnrollmentWithSteps,
  given: { attachments: Attachment[]; signedBy?: string | undefined; signedOn?: string | undefined },
  file: Outcome<PreparedFile>,
): Promise<Outcome<SignOutcome>> {
  const wish = parse(paperForm, given, 'Das Papier ist noch nicht abgelegt')
  if (isRefusal(wish)) return wish
  return isRefusal(file) ? file : recordPaper(ctx, road, { ...wish, file })
}

const changed = ({ text, sha256 }: { text: string; sha256: string }): ProblemAnswer => ({
  kind: 'problem',
  status: 409,
  type: 'seitdem-geaendert',
  title: 'Seit Sie den Text gelesen haben, hat er sich geändert. Unterschrieben ist nichts.',
  more: { text, sha256 },
})

const admittedAlready = ({
  decidedByName,
  decidedBy,
  decidedAt,
}: Parameters<typeof admissionJson>[0]): ProblemAnswer => ({
  kind: 'problem',
  status: 409,
  type: 'schon-zugelassen',
  title: `${decidedByName ?? 'Jemand'} hat die Kommune schon zugelassen. Geändert ist nichts.`,
  more: { by: { id: decidedBy, name: decidedByName }, at: decidedAt.toString() },
})

async function stateReply(ctx: Context, road: EnrollmentWithSteps, chosen: Attachment[]): Promise<Answer> {
  const { declaration, shown, admission, isNewerText } = await loadDeclaration(ctx, road, chosen)
  return json({
    declaration: declaration ? declarationJson(declaration) : null,
    toSign: declaration
      ? null
      : { text: shown.text, sha256: shown.sha256, textVersion: shown.programme.declarationVersion },
    missingContacts: shown.missingContacts,
    admission: admission ? admissionJson(admission) : null,
    isNewerText,
  })
}
