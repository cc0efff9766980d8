import { localDay } from '#kernel/local-day.ts'
import { assessorsOf, staffOf } from '#foundation/identity/index.ts'
import type { Context } from '#platform/http/context.ts'
import { type Assessment, stateOf } from '../../assessment.ts'
import type { Side } from '../../reviews/review.ts'
import { may } from '../access.ts'
import { type Section, readText } from '../protocol.ts'
import { type Change, changesSince, hasNextWave, listReopenings, listSignOffs } from '../queries.ts'
import { readProtocol } from '../read-protocol.ts'
import { ofSide, type Reopening, type SignOff, standing } from '../sign-off.ts'

interface Person {
  id: string
  name: string
}

/** Everything the page "Abnahme" shows. */
export interface SignOffData {
  /** The side the reader may sign for, and as what. */
  signer: { side: Side; role: string } | null
  /** What would be signed now; or, once the reader's side or both have signed, what was. */
  text: { sections: Section[]; sha256: string; isSigned: boolean }
  signOffs: SignOff[]
  reopenings: Reopening[]
  /** Who could sign for each side today. */
  candidates: Record<Side, Person[]>
  /** While the check is open: who answered in the last ten minutes. After the first signature: what was judged since. */
  changes: Change[]
  names: Map<string, string>
  nextWave: boolean
}

const soon = { minutes: 10 }

export async function loadSignOff(ctx: Context, assessment: Assessment): Promise<SignOffData> {
  const { db } = ctx
  const isDone = stateOf(assessment) === 'signedOff'
  const signer = signerOf(ctx, assessment)
  const current = isDone ? null : await readProtocol(ctx, assessment, signer)
  const signOffs = current?.signOffs ?? (await listSignOffs(db, assessment.id))
  const candidates = await candidatesOf(ctx, assessment)
  return {
    signer,
    text: textOf(current?.text ?? '', current?.sha256 ?? '', isDone ? standing(signOffs)[0] : ownOf(signOffs, signer)),
    signOffs,
    reopenings: signOffs.length > 0 ? await listReopenings(db, assessment.id) : [],
    candidates: { organization: candidates.heads, assessor: candidates.assessors },
    changes: await movement(ctx, assessment, signOffs),
    names: new Map([
      ...signOffs.map(({ signedBy, signerName }) => [signedBy, signerName ?? 'Ehemalige Person'] as const),
      ...[...candidates.staff, ...candidates.assessors].map(({ id, name }) => [id, name] as const),
    ]),
    nextWave: isDone && (await hasNextWave(db, assessment)),
  }
}

const ownOf = (signOffs: readonly SignOff[], signer: SignOffData['signer']): SignOff | undefined =>
  signer ? ofSide(signOffs, signer.side) : undefined

const textOf = (text: string, sha256: string, signed: SignOff | undefined): SignOffData['text'] =>
  signed
    ? { sections: readText(signed.shown), sha256: signed.shownSha256, isSigned: true }
    : { sections: readText(text), sha256, isSigned: false }

async function candidatesOf({ db, now }: Context, { organizationId }: Assessment) {
  const today = localDay(now).toString()
  const staff = await staffOf(db, organizationId, today)
  const isHead = ({ role, from }: { role: string; from: string }): boolean =>
    (role === 'chiefExecutive' || role === 'securityOfficer') && from <= today
  return {
    staff,
    heads: staff.filter(({ grants }) => grants.some(isHead)),
    assessors: await assessorsOf(db, organizationId, today),
  }
}

/** What others did that whoever signs should know. */
async function movement(ctx: Context, assessment: Assessment, signOffs: readonly SignOff[]): Promise<Change[]> {
  const state = stateOf(assessment)
  if (state === 'signedOff') return []
  const since = state === 'open' ? ctx.now.subtract(soon) : standing(signOffs)[0]?.signedAt
  const changes = since ? await changesSince(ctx.db, assessment.id, since) : []
  return changes.filter(({ by }) => by !== ctx.actor.personId)
}

function signerOf(ctx: Context, assessment: Assessment): SignOffData['signer'] {
  const side = may.sideOf(ctx.actor, assessment)
  const role = side && may.sign(ctx.actor, assessment, side)
  return side !== undefined && typeof role === 'string' ? { side, role } : null
}
