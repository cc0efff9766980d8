/** The documents of OSCAL that are checked by their official schemas: the name of the root, and the definition of it in the schema. */
const definitions = {
  catalog: 'oscal-complete-oscal-catalog:catalog',
  profile: 'oscal-complete-oscal-profile:profile',
  'mapping-collection': 'oscal-complete-oscal-mapping:mapping-collection',
  'assessment-plan': 'oscal-complete-oscal-ap:assessment-plan',
  'assessment-results': 'oscal-complete-oscal-ar:assessment-results',
  'plan-of-action-and-milestones': 'oscal-complete-oscal-poam:plan-of-action-and-milestones',
} as const

export type OscalKind = keyof typeof definitions

/** The schema of the series (1.1 or 1.2) that the document says it is written in: within a series they only add. */
export function schemaEntry(
  kind: OscalKind,
  oscalVersion: string,
): { file: string; member: string; definition: string; version: string } {
  // Mapping collections came with 1.2.
  const version = oscalVersion.startsWith('1.2') || kind === 'mapping-collection' ? '1.2.1' : '1.1.3'
  return { file: `oscal/${version}/oscal_complete_schema.json`, member: kind, definition: definitions[kind], version }
}

const read = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

/** What a document says about itself, '' when it does not. */
export function oscalVersionIn(document: unknown, kind: OscalKind): string {
  const version = read(read(read(document, kind), 'metadata'), 'oscal-version')
  return typeof version === 'string' ? version : ''
}
