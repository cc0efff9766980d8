import type { Temporal } from 'temporal-polyfill'
import { germanMoney } from '#kernel/money.ts'
import { kindInWords, type OfferKind } from '../offers/offer.ts'

export const packageStates = ['draft', 'submitted', 'decided'] as const
export type PackageState = (typeof packageStates)[number]

export type What = 'proposed' | 'edited' | 'recomputed' | 'submitted' | 'returned' | 'decided'

export interface PackageItem {
  /** The same in each version of its package. */
  itemId: string
  /** Null for what the municipality added of itself. */
  offerId: string | null
  title: string
  kind: OfferKind
  detail: string
  contractor: { id: string; name: string } | null
  /** Gross, in cents, as it stood in the price list. */
  priceCents: number
  workDays: number
  acceptanceDays: number
  isStruck: boolean
  measureId: string | null
  orderId: string | null
  /** The reference of its order. */
  reference: string | null
}

/** Why an item is in, with the gaps behind it: for those who read the check. */
export interface ItemReason {
  effect: string
  why: readonly string[]
  sources: readonly { type: 'control' | 'finding' | 'policy' | 'spotCheck'; id: string; label: string }[]
}

export interface LeftOut {
  offerId: string
  title: string
  priceCents: number
  reason: string
  /** Whether it can be had at all. */
  available: boolean
}

export interface Reasoning {
  items: Record<string, ItemReason>
  leftOut: LeftOut[]
  basis: string
  /** Why the head sent it back. */
  reason: string
}

export interface MeasurePackage {
  id: string
  organizationId: string
  organizationName: string
  programmeId: string
  programmeName: string
  enrollmentId: string
  /** Running on the road, from 1. */
  number: number
  state: PackageState
  version: number
  /** What made the newest version. */
  what: What
  changedAt: Temporal.Instant
  changedByName: string | null
  submittedBy: string | null
  submittedByName: string | null
  submittedAt: Temporal.Instant | null
  decideBy: string | null
  decidedAt: Temporal.Instant | null
  decidedByName: string | null
  way: 'portal' | 'paper' | null
  signerName: string | null
  signedOn: string | null
  signatureId: string | null
  fileId: string | null
  fileName: string | null
  /** What was free when this version was saved. */
  remainingCents: number
  items: readonly PackageItem[]
  /** Null for those who do not read the check. */
  reasoning: Reasoning | null
}

const stateNames: Record<PackageState, string> = {
  draft: 'Entwurf, noch nicht entschieden',
  submitted: 'liegt zur Entscheidung vor',
  decided: 'entschieden',
}
export const packageStateInWords = (state: PackageState): string => stateNames[state]

const whatNames: Record<What, string> = {
  proposed: 'vorgeschlagen',
  edited: 'geändert',
  recomputed: 'neu berechnet',
  submitted: 'vorgelegt',
  returned: 'zurückgegeben',
  decided: 'entschieden',
}
export const whatInWords = (what: What): string => whatNames[what]

export const sumOf = (items: readonly Pick<PackageItem, 'priceCents' | 'isStruck'>[]): number =>
  items.reduce((sum, { priceCents, isStruck }) => sum + (isStruck ? 0 : priceCents), 0)

/** More than anybody decides on at once. */
export const mostItems = 60

type Told = Pick<MeasurePackage, 'organizationName' | 'programmeName' | 'number' | 'version' | 'items'>

/** The text that is signed: the same facts give the same bytes. Struck items are named, so that nobody adds them later. */
export function decisionSections(
  { organizationName, programmeName, number, version, items }: Told,
  struck: ReadonlySet<string>,
): { title: string; lines: string[] }[] {
  const kept = items.filter(({ itemId }) => !struck.has(itemId))
  const gone = items.filter(({ itemId }) => struck.has(itemId))
  return [
    {
      title: 'Maßnahmenpaket',
      lines: [`Kommune: ${organizationName}`, `Programm: ${programmeName}`, `Paket ${number}, Fassung ${version}`],
    },
    {
      title: 'Was beschlossen wird',
      lines: kept.length === 0 ? ['nichts'] : [...kept.map(lineOf), `Summe: ${germanMoney(sumOf(kept))}`],
    },
    ...(gone.length > 0 ? [{ title: 'Was gestrichen wird', lines: gone.map(lineOf) }] : []),
    {
      title: 'Was daraus folgt',
      lines: [
        'Die Summe ist im Budget der Kommune verplant. Den Auftrag erteilt der Verbund.',
        'Das Paket bleibt, wie es ist. Ein weiteres ist möglich, solange Budget frei ist.',
      ],
    },
  ]
}

const lineOf = ({ title, kind, priceCents, contractor }: PackageItem): string =>
  `${title} (${[kindInWords(kind), contractor?.name].filter(Boolean).join(', ')}): ${germanMoney(priceCents)}`.replaceAll(
    /\s+/g,
    ' ',
  )

/** Its bytes. */
export const decisionText = (told: Told, struck: ReadonlySet<string>): string =>
  `${decisionSections(told, struck)
    .map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n'))
    .join('\n\n')}\n`
