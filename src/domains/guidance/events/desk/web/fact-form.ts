import { type FieldError, isRefusal } from '#kernel/outcome.ts'
import type { Event, EventKind } from '../../event/event.ts'
import { errorsOf, fieldsOf, momentOf, numberOf, type Typed } from './typed.ts'

/** Rows of the small table of seats by inhabitants. */
export const quotaRows = 4

/** What a kind of event usually needs; everything can be changed in the form. */
export function defaultsOf(kind: EventKind): Typed {
  const usual = { kind, shareMode: 'none', promotion: 'offer', offerHours: '48', offerStopHours: '24' }
  switch (kind) {
    case 'course':
      return { ...usual, capacity: '16', shareMode: 'each', perOrganization: '1', passPercent: '80' }
    case 'dayTraining':
      return { ...usual, capacity: '20', shareMode: 'each', perOrganization: '2', passPercent: '100' }
    case 'network':
    case 'kickoff':
      return { ...usual, capacity: '60', promotion: 'automatic' }
    case 'breakfast':
    case 'other':
      return usual
  }
}

/** An event as the form shows it. */
export function typedOf(event: Event): Typed {
  const [opens, closes] = [fieldsOf(event.opensAt), fieldsOf(event.closesAt)]
  const shares = event.populationQuota ?? []
  return {
    kind: event.kind,
    title: event.title,
    lead: event.lead,
    outcomes: event.outcomes,
    speakers: event.speakers,
    targetGroup: event.targetGroup,
    costRule: event.costRule,
    accessibility: event.accessibility,
    contactId: event.contactId ?? '',
    shareMode: event.populationQuota ? 'population' : event.perOrganization === null ? 'none' : 'each',
    perOrganization: textOf(event.perOrganization),
    ...Object.fromEntries(
      shares.flatMap(({ upTo, seats }, at) => [
        [`upTo${at + 1}`, textOf(upTo)],
        [`seats${at + 1}`, String(seats)],
      ]),
    ),
    prerequisiteId: event.prerequisiteId ?? '',
    programmeId: event.programmeId ?? '',
    ...(event.needsDeclaration ? { needsDeclaration: 'ja' } : {}),
    ...(event.needsApproval ? { needsApproval: 'ja' } : {}),
    promotion: event.promotion,
    offerHours: String(event.offerHours),
    offerStopHours: String(event.offerStopHours),
    opensDay: opens.day,
    opensTime: opens.time,
    closesDay: closes.day,
    closesTime: closes.time,
    passPercent: textOf(event.passPercent),
    version: String(event.version),
  }
}

const textOf = (value: number | null): string => (value === null ? '' : String(value))

/** What was typed, as the schemas take it; faults of times are named here, everything else by the schema. */
export function factsOf(form: Typed): { facts: Record<string, unknown>; errors: FieldError[] } {
  const opensAt = momentOf(form, 'opensDay', 'opensTime')
  const closesAt = momentOf(form, 'closesDay', 'closesTime')
  const text = (name: string): string => form[name] ?? ''
  return {
    errors: [...errorsOf(opensAt), ...errorsOf(closesAt)],
    facts: {
      kind: form['kind'],
      title: text('title'),
      lead: text('lead'),
      outcomes: text('outcomes'),
      speakers: text('speakers'),
      targetGroup: text('targetGroup'),
      costRule: text('costRule'),
      accessibility: text('accessibility'),
      contactId: form['contactId'] || null,
      ...sharesOf(form),
      prerequisiteId: form['prerequisiteId'] || null,
      programmeId: form['programmeId'] || null,
      needsDeclaration: form['needsDeclaration'] !== undefined,
      needsApproval: form['needsApproval'] !== undefined,
      promotion: form['promotion'] || undefined,
      offerHours: numberOf(form['offerHours']) ?? undefined,
      offerStopHours: numberOf(form['offerStopHours']) ?? undefined,
      opensAt: isRefusal(opensAt) ? null : (opensAt?.toString() ?? null),
      closesAt: isRefusal(closesAt) ? null : (closesAt?.toString() ?? null),
      passPercent: numberOf(form['passPercent']),
    },
  }
}

function sharesOf(form: Typed): { perOrganization: unknown; populationQuota: unknown } {
  if (form['shareMode'] === 'each')
    return { perOrganization: numberOf(form['perOrganization']) ?? '', populationQuota: null }
  if (form['shareMode'] === 'population') return { perOrganization: null, populationQuota: quotaOf(form) }
  return { perOrganization: null, populationQuota: null }
}

const quotaOf = (form: Typed): unknown[] =>
  Array.from({ length: quotaRows }, (_, at) => at + 1).flatMap((row) => {
    const [upTo, seats] = [numberOf(form[`upTo${row}`]), numberOf(form[`seats${row}`])]
    return upTo === null && seats === null ? [] : [{ upTo, seats }]
  })

/** Paths of schemas and rules, at the fields of the form. */
export const atFactFields = (errors: readonly FieldError[] | undefined, form: Typed): FieldError[] =>
  (errors ?? []).map(({ path, message }) => {
    if (path === 'opensAt') return { path: 'opensDay', message }
    if (path === 'closesAt') return { path: 'closesDay', message }
    if (path === 'perOrganization') return { path, message: 'Bitte eine Zahl ab 1 eintragen.' }
    if (!path.startsWith('populationQuota')) return { path, message }
    const [, at = '0', field = 'upTo'] = path.split('.')
    const rows = Array.from({ length: quotaRows }, (_, row) => row + 1).filter(
      (row) => (form[`upTo${row}`] ?? '') + (form[`seats${row}`] ?? '') !== '',
    )
    return { path: `${field}${rows[Number(at)] ?? 1}`, message }
  })
