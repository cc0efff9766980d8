import { plainLine } from '#kernel/plain-text.ts'
import { catalogResource } from '../../poam/poam.ts'
import { namespace, property } from '../../poam/poam-item.ts'
import type { Report } from '../report.ts'

/** A check on its way into OSCAL. */
export interface OscalInput {
  /** The same UUID of version 5 for the same name, every time: OSCAL 1.1.3 refuses our own version 7. */
  uuidFor: (name: string) => string
  report: Report
}

/** A name as OSCAL's identifiers want it; undefined for what is none. */
export const tokenOf = (id: string): string | undefined => (/^[\p{L}_][\p{L}\p{N}.\-_]*$/u.test(id) ? id : undefined)

/** The same as `tokenOf`, with something in its place that still says which one is meant. */
export const anyToken = (id: string): string => tokenOf(id) ?? `_${id.replaceAll(/[^\p{L}\p{N}.\-_]/gu, '_')}`

/** Who is named: the organization, the people who signed or reviewed, and whom they acted for. */
export function partiesOf({ uuidFor, report }: OscalInput) {
  const people = new Map<string, string>()
  for (const { personId } of report.signatures) people.set(personId, report.names.get(personId) ?? '')
  for (const { verdict } of report.questions)
    if (verdict) people.set(verdict.reviewedBy, report.names.get(verdict.reviewedBy) ?? '')
  return [
    {
      uuid: uuidFor('party'),
      type: 'organization' as const,
      name: plainLine(report.assessment.organizationName, 'ohne Namen'),
    },
    ...[...people].map(([id, name]) => ({
      uuid: uuidFor(`person:${id}`),
      type: 'person' as const,
      name: plainLine(name, 'ohne Namen'),
    })),
  ]
}

/** Title, dates, language and people of a document. */
export function metadataOf(input: OscalInput, kind: string, title: string) {
  const { uuidFor, report } = input
  const { assessment, madeAt, state } = report
  const assessors = new Set(
    report.signatures.filter(({ side }) => side === 'assessor').map(({ personId }) => uuidFor(`person:${personId}`)),
  )
  return {
    title: `${title}: ${plainLine(assessment.organizationName, 'ohne Namen')}`,
    'last-modified': madeAt.toString(),
    version: madeAt.toString(),
    'oscal-version': '1.1.3',
    'document-ids': [{ scheme: `${namespace}/document-id`, identifier: `${kind}-${assessment.id}` }],
    props: [
      property('language', 'de'),
      property('assessment-id', assessment.id),
      property('assessment-state', state),
      property('assessment-wave', String(assessment.wave)),
    ],
    links: [{ href: `#${uuidFor('catalog')}`, rel: 'reference' }],
    roles: [
      { id: 'system-owner', title: 'Geprüfte Organisation' },
      { id: 'assessor', title: 'Prüfung' },
    ],
    parties: partiesOf(input),
    'responsible-parties': [
      { 'role-id': 'system-owner', 'party-uuids': [uuidFor('party')] },
      ...(assessors.size > 0 ? [{ 'role-id': 'assessor', 'party-uuids': [...assessors] }] : []),
    ],
  }
}

/** Each control by name, as far as all of them have names that OSCAL takes. */
export function reviewedControls({ report }: OscalInput) {
  const ids = report.questions.map(({ id }) => tokenOf(id))
  const named = ids.filter((id) => id !== undefined)
  const isWhole = named.length === ids.length && named.length > 0
  return {
    'control-selections': [
      isWhole ? { 'include-controls': named.map((id) => ({ 'control-id': id })) } : { 'include-all': {} },
    ],
  }
}

/** The catalog by its hash, and what does not exist as OSCAL but must be pointed at. */
export const backMatter = (
  { uuidFor, report }: OscalInput,
  more: { uuid: string; title: string; description: string }[],
) => ({
  resources: [catalogResource({ uuidFor, catalog: report.catalog }), ...more],
})
