import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Temporal } from 'temporal-polyfill'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import { localDay } from '#kernel/local-day.ts'
import {
  type AgreementKind,
  decideAdmission,
  declareInterest,
  declineInterest,
  findPublicProgramme,
  giveAgreement,
  listInterests,
  recordPaper,
  signDeclaration,
} from '#foundation/declarations/index.ts'
import { type PreparedFile, prepareFile } from '#foundation/files/index.ts'
import { type EnrollmentWithSteps, findProgrammeByKey, findRoad } from '#foundation/programmes/index.ts'
import { packageRoot } from '#platform/config.ts'
import type { Db } from '#platform/db/database.ts'
import { nobody, speakAs } from '#platform/db/unit-of-work.ts'
import type { Context } from '#platform/http/context.ts'
import type { Storage } from '#platform/storage/storage.ts'
import type { Places, Speaker } from './demo-organizations.ts'

interface Deed {
  by: string
  daysAgo: number
  at: string
}

interface OnRoad extends Deed {
  organization: string
  programme: string
  /** Signed by hand; who records it lies in `by`. */
  paper?: { signedBy: string; signedDaysAgo: number }
}

interface StoryDeclaration extends OnRoad {
  attachments?: ('councilResolution' | 'dataProcessing' | 'scanPermission')[]
  admitted?: Deed
}

interface StoryAgreement extends OnRoad {
  kind: AgreementKind
  targets?: string[]
  timeWindow?: string
  systemsOwner?: string
  untilDaysAhead?: number
}

interface StoryInterest {
  programme: string
  organization: string | null
  organizationName?: string
  name: string
  function: string
  email: string
  phone: string
  message: string
  daysAgo: number
  declined?: Deed & { reason: string }
}

/** demo/declarations.json: how the municipalities of the story got into the programmes. */
export interface StoryDeclarations {
  declarations: StoryDeclaration[]
  agreements: StoryAgreement[]
  interests: StoryInterest[]
}

export const readStoryDeclarations = (): StoryDeclarations =>
  JSON.parse(readFileSync(join(packageRoot, 'demo/declarations.json'), 'utf8')) as StoryDeclarations

/** The signed paper of the story, put into the store before the transaction that tells it. */
export async function preparePaper(storage: Storage): Promise<PreparedFile> {
  const path = join(packageRoot, 'demo/unterschriebenes-papier.pdf')
  const name = 'Teilnahmeerklärung unterschrieben.pdf'
  return must(await prepareFile({ name, type: 'application/pdf', path, size: statSync(path).size }, storage))
}

interface Cast {
  places: Places
  speaker: Speaker
  db: Db
  now: Temporal.Instant
  paper: PreparedFile
}

/** The steps are where the programmes have told them; here come the deeds behind them. */
export async function tellDeclarations(
  { declarations, agreements, interests }: StoryDeclarations,
  cast: Cast,
): Promise<void> {
  for (const told of declarations) await tellDeclaration(told, cast)
  for (const told of agreements) await tellAgreement(told, cast)
  for (const told of interests) await tellInterest(told, cast)
}

/** People of the municipality act for it, the cooperative's for the cooperative. */
const speak = ({ speaker }: Cast, organization: string, { by, daysAgo, at }: Deed): Promise<Context> =>
  speaker(by, by.endsWith('@verbund.example') ? 'verbund' : organization, daysAgo, at)

async function tellDeclaration(told: StoryDeclaration, cast: Cast): Promise<void> {
  const { organization, attachments = [], paper, admitted } = told
  const ctx = await speak(cast, organization, told)
  const road = await roadOf(ctx, told, cast)
  must(
    paper
      ? await recordPaper(ctx, road, { attachments, file: cast.paper, ...paperOf(cast, paper) })
      : await signDeclaration(ctx, road, { attachments, passwordConfirmed: true }),
  )
  if (!admitted) return
  must(await decideAdmission(await speak(cast, organization, admitted), road, { decision: 'admitted', reason: '' }))
}

async function tellAgreement(told: StoryAgreement, cast: Cast): Promise<void> {
  const ctx = await speak(cast, told.organization, told)
  const road = await roadOf(ctx, told, cast)
  const { kind, targets = [], timeWindow = '', systemsOwner = '', untilDaysAhead, paper } = told
  const validUntil = untilDaysAhead === undefined ? null : localDay(cast.now).add({ days: untilDaysAhead }).toString()
  const wish = {
    kind,
    targets: targets.join('\n'),
    timeWindow,
    systemsOwner,
    validFrom: localDay(ctx.now).toString(),
    validUntil,
  }
  const way = paper ? { ...paperOf(cast, paper), file: cast.paper } : { passwordConfirmed: true as const }
  must(await giveAgreement(ctx, road, wish, way))
}

const paperOf = ({ now }: Cast, { signedBy, signedDaysAgo }: NonNullable<OnRoad['paper']>) => ({
  signedBy,
  signedOn: localDay(now).subtract({ days: signedDaysAgo }).toString(),
})

async function tellInterest(told: StoryInterest, cast: Cast): Promise<void> {
  const { db, now, places } = cast
  const { programme: key, organization, organizationName = '', daysAgo, declined, ...person } = told
  const then = now.subtract({ hours: daysAgo * 24 })
  await speakAs(db, nobody, then)
  const ctx = { actor: null, db, now: then }
  const open = await findPublicProgramme(db, key)
  if (!open) throw new Error(`demo: ${key} is no programme that runs`)
  const organizationId = organization === null ? '' : (places.get(organization)?.id ?? '')
  must(await declareInterest(ctx, open, { ...person, organizationId, organizationName }, 'demo'))
  if (!declined) return
  const silke = await speak(cast, '', declined)
  const programme = await findProgrammeByKey(db, key)
  const { items } = must(await listInterests(db, { programmeId: open.id, isOpen: true, limit: 1 }))
  const [interest] = items
  if (!programme || !interest) throw new Error('demo: the interest that was declared is not visible')
  must(await declineInterest(silke, programme, interest, declined.reason))
}

async function roadOf(
  { db }: Context,
  { organization, programme: key }: OnRoad,
  { places }: Cast,
): Promise<EnrollmentWithSteps> {
  const programme = await findProgrammeByKey(db, key)
  const organizationId = places.get(organization)?.id
  const road =
    programme && organizationId ? await findRoad(db, { organizationId, programmeId: programme.id }) : undefined
  if (!road) throw new Error(`demo: ${organization} is not in ${key}`)
  return road
}

function must<T>(outcome: Outcome<T>): T {
  if (isRefusal(outcome)) throw new Error(`demo: ${outcome.refused}`)
  return outcome
}
