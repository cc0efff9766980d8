import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import type { TagState } from '#ui/tag/tag.tsx'
import type { Enrollment, Pressure } from '../enrollment.ts'
import { type Party, partyInWords, type Programme, type StageRequirement, type StepDefinition } from '../programme.ts'
import { currentStep, type RoadStep, type StepState } from '../road.ts'

/** 31.12.2026 */
export const germanDate = (day: string): string => germanDay(Temporal.PlainDate.from(day))

/** Local days until the deadline, today not included; negative when it has passed. */
export const daysUntil = (deadline: string, now: Temporal.Instant): number =>
  localDay(now).until(Temporal.PlainDate.from(deadline), { largestUnit: 'days' }).days

const days = (count: number): string => (count === 1 ? '1 Tag' : `${count} Tage`)

/** "noch 39 Tage", "heute", "seit 3 Tagen vorbei". */
export function leftInWords(left: number): string {
  if (left === 0) return 'heute ist der letzte Tag'
  return left > 0 ? `noch ${days(left)}` : `seit ${left === -1 ? '1 Tag' : `${-left} Tagen`} vorbei`
}

/** "seit heute", "seit 11 Tagen (11.11.2026)". */
export function sinceInWords(since: Temporal.Instant, now: Temporal.Instant): string {
  const day = localDay(since)
  const age = day.until(localDay(now), { largestUnit: 'days' }).days
  if (age <= 0) return 'seit heute'
  return age === 1 ? 'seit gestern' : `seit ${age} Tagen (${germanDay(day)})`
}

export const stateTags: Record<StepState, TagState> = {
  open: 'none',
  inProgress: 'running',
  done: 'ok',
  notNeeded: 'ok',
}

export const pressureTags: Record<Pressure, TagState> = {
  late: 'late',
  endangered: 'late',
  tight: 'soon',
  onTrack: 'ok',
  none: 'none',
}

const requirements: Record<StageRequirement, string> = {
  admitted: 'alle zugelassenen Kommunen',
  assessed: 'Kommunen mit abgeschlossener Prüfung',
  accepted: 'Kommunen mit Abnahme der ersten Stufe',
}

/** "alle zugelassenen Kommunen". */
export const requirementInWords = (requirement: StageRequirement): string => requirements[requirement]

/** "Schritt 4 von 14: Vor Ort": what the picture of a road says. */
export function roadLabel({ road, steps }: { road: string; steps: readonly RoadStep[] }): string {
  const now = currentStep(steps)
  if (steps.length === 0) return 'Noch keine Schritte'
  return now
    ? `Schritt ${steps.indexOf(now) + 1} von ${steps.length}: ${now.title}`
    : `Alle ${road.length} Schritte sind erledigt`
}

/** Who it is by name, as far as the programme says it. */
export function partyNamed(party: Party, { contractor, runBy, organizationName }: Parties): string {
  switch (party) {
    case 'organization':
      return organizationName
    case 'contractor':
      return contractor ?? partyInWords(party)
    case 'cooperative':
      return runBy
    case 'ministry':
      return 'das Ministerium'
  }
}

export interface Parties {
  contractor: string | null
  runBy: string
  organizationName: string
}

/** "Anmeldung", or the key where the phase is none any more. */
export const phaseTitle = ({ phases }: Pick<Programme, 'phases'>, { phaseKey }: Pick<StepDefinition, 'phaseKey'>) =>
  phases.find(({ key }) => key === phaseKey)?.title ?? phaseKey

/** The municipality with its programme: what crumbs and titles call a road. */
export const roadTitle = ({ organizationName, programmeName }: Enrollment): string =>
  `${organizationName} in ${programmeName}`
