import { z } from 'zod'
import { type Outcome, isRefusal, type Refusal, refuse } from '#kernel/outcome.ts'
import { type PreparedFile, prepareFile, usualLimit } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, findEnrollment, findRoad } from '#foundation/programmes/index.ts'
import { type Answer, forbidden, json, notFound, type ProblemAnswer, unprocessable } from '#platform/http/answer.ts'
import type { Context } from '#platform/http/context.ts'
import { type Operation, operation } from '#platform/http/operation.ts'
import { idSchema, parse } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { packageExample as example, proposalExample } from '../examples.ts'
import { notesOf, withNote } from '../on-road.ts'
import { loadFacts } from '../proposals/load-facts.ts'
import { propose } from '../proposals/propose.ts'
import { decidePackage, type Way } from './decide-package.ts'
import { savePackage, startPackage } from './draft-package.ts'
import { packageJson, proposalJson } from './json.ts'
import type { MeasurePackage } from './package.ts'
import { findPackage, listPackages } from './queries.ts'
import { returnPackage } from './return-package.ts'
import {
  decisionIn,
  newPackage,
  packageChange,
  packageList,
  packageOut,
  packageQuery,
  paperForm,
  proposalIn,
  proposalOut,
  returnIn,
  versionIn,
} from './schemas.ts'
import { paperFault } from './paper.ts'
import { submitPackage } from './submit-package.ts'

const tag = 'Measure packages'
const readers =
  'Items, prices and states: everybody of the municipality, its assessor while assigned, who leads the programme. Reasons: own staff who read the check, and the assessor'
const drafters = 'Own chief executive, security officer or IT staff'
const one = z.object({ id: idSchema })
const reply = { status: 200, description: 'The package', schema: packageOut, example } as const
const changedProblem = 'It is another one by now; nothing is kept of this'
const notTheirs = 'Not theirs to do'

/** Proposals, packages, and what the head of the municipality decides. */
export const packageOperations: Operation[] = [
  operation({
    method: 'post',
    path: '/measure-packages/proposals',
    id: 'proposeMeasurePackage',
    title: 'ein Maßnahmenpaket vorschlagen lassen',
    summary: 'What closes most within the free budget and in time, with a reason at each offer; nothing is kept',
    who: 'Own staff who read the check, and the assessor while assigned',
    tag,
    body: proposalIn,
    bodyExample: { organizationId: proposalExample.organizationId, programmeId: proposalExample.programmeId },
    problems: { 403: 'The gaps are not theirs to see' },
    reply: { status: 200, description: 'Every offer, in or out', schema: proposalOut, example: proposalExample },
    work: async (ctx, { body }) => {
      const road = await findRoad(ctx.db, body)
      if (!road) return notFound()
      const allowed = may.seeReasons(ctx.actor, road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const facts = await loadFacts(ctx, road)
      return withNote(ctx, road, json(proposalJson(road, facts, propose(facts))))
    },
  }),
  operation({
    method: 'get',
    path: '/measure-packages',
    id: 'listMeasurePackages',
    title: 'Maßnahmenpakete auflisten',
    summary: 'Packages with their items, the newest first',
    who: readers,
    tag,
    query: packageQuery,
    reply: {
      status: 200,
      description: 'One page of packages',
      schema: packageList,
      example: { items: [example], next: null },
    },
    work: async (ctx, { query }) => {
      const found = await listPackages(ctx.db, query)
      if (isRefusal(found)) return unprocessable(found)
      return { ...json({ items: found.items.map(packageJson), next: found.next }), notes: notesOf(ctx, found.items) }
    },
  }),
  operation({
    method: 'get',
    path: '/measure-packages/{id}',
    id: 'getMeasurePackage',
    title: 'ein Maßnahmenpaket zeigen',
    summary: 'One package as it stands',
    who: readers,
    tag,
    params: one,
    reply,
    work: (ctx, { params }) =>
      onPackage(ctx, params.id, async (road, found) => withNote(ctx, road, json(packageJson(found)))),
  }),
  operation({
    method: 'post',
    path: '/measure-packages',
    id: 'addMeasurePackage',
    title: 'ein Maßnahmenpaket beginnen',
    summary: 'Begin a package with what is proposed today, or with the given items',
    who: drafters,
    tag,
    body: newPackage,
    bodyExample: { organizationId: example.organizationId, programmeId: example.programmeId },
    problems: { 403: notTheirs },
    reply: { ...reply, status: 201 },
    work: async (ctx, { body }) => {
      const road = await findRoad(ctx.db, body)
      if (!road) return notFound()
      const allowed = may.draft(ctx.actor, road)
      if (isRefusal(allowed)) return forbidden(allowed)
      const id = await startPackage(ctx, road, body.items)
      return isRefusal(id) ? unprocessable(id) : shown(ctx, id, 201)
    },
  }),
  operation({
    method: 'patch',
    path: '/measure-packages/{id}',
    id: 'changeMeasurePackage',
    title: 'ein Maßnahmenpaket ändern',
    summary: 'Replace the items of a draft; every change is a version',
    who: drafters,
    tag,
    params: one,
    body: packageChange,
    bodyExample: { version: 1, items: [{ itemId: example.items[0]?.itemId }, { title: 'Passwortregel aushängen' }] },
    problems: { 403: notTheirs, 409: changedProblem },
    reply,
    work: (ctx, { params, body: { version, items } }) =>
      byDrafter(ctx, params.id, (road, found) => savePackage(ctx, road, found, { version, wishes: items })),
  }),
  operation({
    method: 'post',
    path: '/measure-packages/{id}/submission',
    id: 'submitMeasurePackage',
    title: 'ein Maßnahmenpaket zur Entscheidung vorlegen',
    summary: 'Lay a draft before the head of the municipality, who is told',
    who: drafters,
    tag,
    params: one,
    body: versionIn,
    bodyExample: { version: 2 },
    problems: { 403: notTheirs, 409: changedProblem },
    reply,
    work: (ctx, { params, body }) =>
      byDrafter(ctx, params.id, (road, found) => submitPackage(ctx, road, found, body.version)),
  }),
  operation({
    method: 'post',
    path: '/measure-packages/{id}/return',
    id: 'returnMeasurePackage',
    title: 'ein Maßnahmenpaket zurückgeben',
    summary: 'Send a package back with a reason, or take it back: it can be changed again',
    who: drafters,
    tag,
    params: one,
    body: returnIn,
    bodyExample: { version: 3, reason: 'Bitte ohne den Penetrationstest.' },
    problems: { 403: notTheirs, 409: changedProblem },
    reply,
    work: (ctx, { params, body }) => byDrafter(ctx, params.id, (road, found) => returnPackage(ctx, road, found, body)),
  }),
  operation({
    method: 'post',
    path: '/measure-packages/{id}/decision',
    id: 'decideMeasurePackage',
    title: 'über ein Maßnahmenpaket entscheiden',
    summary:
      'Decide with the own password (JSON), or record the signed paper (multipart: `file`, `version`, `struck` with commas, `signedBy`, `signedOn`). What is kept becomes measures and orders within the free budget',
    who: 'Own chief executive',
    tag,
    params: one,
    body: decisionIn,
    bodyExample: { version: 3, struck: [], password: '…' },
    upload: 'The signed paper: PDF, PNG, JPEG or WebP, at most 25 MB',
    bodyLimit: usualLimit,
    confirms: true,
    prepare: async ({ files, storage }) => (files['file'] ? prepareFile(files['file'], storage) : undefined),
    problems: { 403: notTheirs, 409: 'Decided already, or another text by now; nothing was signed', 413: 'Over 25 MB' },
    reply,
    work: (ctx, { params, body, request }, file) =>
      onPackage(ctx, params.id, async (road, found) => {
        const role = may.decide(ctx.actor, road)
        if (isRefusal(role)) return forbidden(role)
        const { version, struck, shownSha256 } = body
        const by: Outcome<Way> =
          file === undefined
            ? { way: 'portal', role, shownSha256, passwordConfirmed: request.confirmation }
            : onPaper(ctx, body, file)
        if (isRefusal(by)) return unprocessable(by)
        return answer(ctx, found.id, await decidePackage(ctx, road, found, { version, struck, by }))
      }),
  }),
]

function onPaper(ctx: Context, body: z.infer<typeof decisionIn>, file: Outcome<PreparedFile>): Outcome<Way> {
  const { version, signedBy, signedOn } = body
  const wish = parse(paperForm, { version, signedBy, signedOn }, 'Das Papier ist noch nicht abgelegt')
  if (isRefusal(wish)) return wish
  if (isRefusal(file)) return file
  const wrong = paperFault(ctx, { signedOn: wish.signedOn, file })
  return wrong ?? { way: 'paper', signedBy: wish.signedBy, signedOn: wish.signedOn, file }
}

async function onPackage(
  ctx: Context,
  id: string,
  work: (road: EnrollmentWithSteps, found: MeasurePackage) => Promise<Answer>,
): Promise<Answer> {
  const found = await findPackage(ctx.db, id)
  const road = found && (await findEnrollment(ctx.db, found.enrollmentId))
  return found && road
    ? work(road, found)
    : notFound('Dieses Maßnahmenpaket gibt es nicht, oder es gehört einer anderen Kommune.')
}

type Done = Outcome<object | { changed: Refusal }>

const byDrafter = (
  ctx: Context,
  id: string,
  deed: (road: EnrollmentWithSteps, found: MeasurePackage) => Promise<Done>,
): Promise<Answer> =>
  onPackage(ctx, id, async (road, found) => {
    const allowed = may.draft(ctx.actor, road)
    return isRefusal(allowed) ? forbidden(allowed) : answer(ctx, id, await deed(road, found))
  })

async function answer(ctx: Context, id: string, done: Done): Promise<Answer> {
  if (isRefusal(done)) return unprocessable(done)
  if ('changed' in done && isRefusal(done.changed)) return changed(done.changed)
  return shown(ctx, id)
}

async function shown(ctx: Context, id: string, status: 200 | 201 = 200): Promise<Answer> {
  const found = await findPackage(ctx.db, id)
  if (!found) return unprocessable(refuse('Das Paket ist nicht mehr zu sehen.'))
  return json(packageJson(found), status, status === 201 ? { location: `/api/v1/measure-packages/${id}` } : undefined)
}

const changed = (refusal: Refusal): ProblemAnswer => ({
  kind: 'problem',
  status: 409,
  type: 'seitdem-geaendert',
  title: refusal.refused,
  refusal,
})
