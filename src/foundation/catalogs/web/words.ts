import type { Obligation } from '../oscal/catalog.ts'
import type { Origin } from '../prepared-catalog.ts'

export const obligationNames: Record<Obligation, string> = { must: 'muss', should: 'sollte', may: 'kann' }

/** The strictest first. */
export const obligationOrder: readonly Obligation[] = ['must', 'should', 'may']

export const isObligation = (text: string | undefined): text is Obligation =>
  text !== undefined && text in obligationNames

export const originNames: Record<Origin, string> = {
  catalog: 'aus einer OSCAL-Katalogdatei',
  profile: 'aus einem OSCAL-Profil aufgelöst',
  workbook: 'aus der WiBA-Arbeitsmappe des BSI',
}

/** "0" has a meaning of its own. */
export const effortName = (effort: string | null): string =>
  effort === null ? 'nicht angegeben' : effort === '0' ? 'nicht bewertet, zwingend' : `${effort} von 5`
