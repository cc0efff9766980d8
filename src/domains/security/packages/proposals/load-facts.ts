import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { knownList } from '#foundation/catalogs/index.ts'
import {
  findStandingCheck,
  listOpenPoints,
  type OpenPoint,
  type StandingCheck,
} from '#domains/security/assessments/index.ts'
import { findAccount } from '#domains/security/funding/index.ts'
import {
  type Document,
  documentsOf,
  listSpotChecks,
  type SpotCheck,
  standingFindings,
} from '#domains/security/participation/index.ts'
import type { Context } from '#platform/http/context.ts'
import { offersWithTaken } from '../offers/queries.ts'
import type { Gap } from './gap.ts'
import type { Facts } from './propose.ts'

interface Road {
  id: string
  organizationId: string
  programmeId: string
  deadline: string | null
}

export interface LoadedFacts extends Facts {
  /** "Grundlage: 24 Fragen, Stand 19.11.2026, 3 Befunde, Preisliste vom 1.10.2026." */
  basis: string
  hasAccount: boolean
}

/** What a proposal rests on, as far as whoever asks may read it: for own staff who answer the check, and its assessor. */
export async function loadFacts({ db, now }: Pick<Context, 'db' | 'now'>, road: Road): Promise<LoadedFacts> {
  const today = localDay(now)
  const account = await findAccount(db, road.id)
  const { offers, taken } = await offersWithTaken(db, road.programmeId, today.toString())
  const check = await findStandingCheck(db, road.organizationId)
  const points = check ? await listOpenPoints(db, check) : []
  const documents = await documentsOf(db, road.id)
  const spotChecks = await listSpotChecks(db, road.id)
  const found = [...documents.flatMap(gapsOfDocument), ...spotChecks.flatMap(gapOfSpotCheck)]
  return {
    offers,
    taken,
    gaps: [...found, ...points.map((point) => gapOfPoint(point, check?.id ?? ''))],
    remainingCents: account?.remaining ?? 0,
    deadline: road.deadline,
    today,
    basis: basisOf(check, found.length, offers),
    hasAccount: account !== undefined,
  }
}

const gapOfPoint = ({ id, key, title, listKey, listTitle, isQuickWin, isNo }: OpenPoint, checkId: string): Gap => {
  const list = knownList(listTitle)
  return {
    id: `control:${key}`,
    type: 'control',
    source: { type: 'control', id: `${checkId}/${id}` },
    key,
    label: title,
    list: { key: listKey, code: list?.code ?? null, title: listTitle, priority: list?.priority ?? null },
    state: isNo ? 'no' : 'open',
    isQuickWin,
    severity: null,
  }
}

/** Findings that hold, hints left out; and a document that the programme wants and that does not exist. */
function gapsOfDocument(document: Document): Gap[] {
  const of = {
    type: 'policy' as const,
    key: document.key ?? '',
    list: null,
    state: 'found' as const,
    isQuickWin: false,
  }
  const findings = standingFindings(document).flatMap(({ id, severity }): Gap[] =>
    severity === 'none'
      ? []
      : [
          {
            ...of,
            id: `policy:${id}`,
            source: { type: 'finding', id },
            label: `Befund zu „${document.title}“`,
            severity,
          },
        ],
  )
  const isAbsent = document.state === 'doesNotExist' && document.isRequired
  return isAbsent
    ? [
        ...findings,
        {
          ...of,
          id: `absent:${document.id}`,
          source: { type: 'policy', id: document.id },
          label: `„${document.title}“ gibt es noch nicht`,
          severity: 'medium',
        },
      ]
    : findings
}

/** What deviates. */
const gapOfSpotCheck = ({ id, result, object, control }: SpotCheck): Gap[] =>
  result === 'deviates'
    ? [
        {
          id: `spotCheck:${id}`,
          type: 'spotCheck',
          source: { type: 'spotCheck', id },
          key: control?.id ?? '',
          label: `Stichprobe „${object}“ weicht ab`,
          list: null,
          state: 'found',
          isQuickWin: false,
          severity: 'high',
        },
      ]
    : []

function basisOf(check: StandingCheck | undefined, findings: number, offers: Facts['offers']): string {
  const prices = offers.map(({ validFrom }) => validFrom).toSorted()
  const newest = prices.at(-1)
  const at = check?.signedOffAt ?? check?.answeredAt
  return `Grundlage: ${[
    check
      ? `${check.questions} Fragen aus „${check.catalogTitle}“${at ? `, Stand ${germanDay(localDay(at))}` : ''}`
      : 'noch keine Prüfung',
    findings === 1 ? '1 Befund' : `${findings} Befunde`,
    newest ? `Preisliste vom ${germanDay(Temporal.PlainDate.from(newest))}` : 'keine Preisliste',
  ].join(', ')}.`
}
