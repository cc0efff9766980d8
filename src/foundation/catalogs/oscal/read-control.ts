import type { ControlParameter, Obligation, ParsedControl } from './catalog.ts'
import { parseEffort } from './effort.ts'
import { objectsIn, requiredLine } from './document/fields.ts'
import { limits } from './limits.ts'
import { placeIn } from './document/place.ts'
import { propertiesOf, type Property, valueOf, valuesOf } from './document/properties.ts'
import { insertParameters } from './parameters/insert-parameters.ts'
import { filledLine, readParts } from './read-parts.ts'
import { readLinks } from './read-links.ts'
import type { FoundControl } from './read-structure.ts'
import type { Reading } from './document/reading.ts'
import type { Warnings } from './document/warnings.ts'

/** A control before it is known which of its names is its key. */
export interface ReadControl extends Omit<ParsedControl, 'key'> {
  altIdentifier: string | null
}

const obligations = new Map<string, Obligation>([
  ['MUSS', 'must'],
  ['SOLLTE', 'should'],
  ['KANN', 'may'],
])

function readEffort(properties: readonly Property[], id: string, warnings: Warnings) {
  const own = properties.find(({ name, own: ours }) => ours && name === 'effort')?.value
  const text = own ?? valueOf(properties, 'effort_level')
  const effort = text === null ? null : parseEffort(text)
  if (text !== null && !effort) warnings.add('effort', `${id}: ${text}`)
  return { effortMin: effort?.min ?? null, effortMax: effort?.max ?? null }
}

function readObligation(properties: readonly Property[], id: string, warnings: Warnings): Obligation | null {
  const verb = valueOf(properties, 'modal_verb')
  if (verb === null) return null
  const obligation = obligations.get(verb.toUpperCase())
  if (!obligation) warnings.add('obligation', `${id}: ${verb}`)
  return obligation ?? null
}

function readTitle({ from, scope }: FoundControl, reading: Reading): string {
  const title = requiredLine(from, 'title', 'der Titel', reading.problems, limits.titleLength)
  return title && filledLine(from, 'title', scope, reading, limits.titleLength)
}

/** Second pass over one control: texts with parameters, properties, links. `position` counts from 1. */
export function readControl(
  found: FoundControl,
  position: number,
  controlIds: ReadonlySet<string>,
  reading: Reading,
): ReadControl {
  const { id, parentId, groupKey, from, scope } = found
  const { problems, warnings } = reading
  const properties = propertiesOf(from, problems)
  const { statement, statementProperties, help } = readParts(from, scope, reading)
  if (statement === '') warnings.add('noStatement', id)
  const altIdentifier = valueOf(properties, 'alt-identifier')
  if (altIdentifier !== null && altIdentifier.length > limits.idLength)
    problems.add(placeIn(from.at, 'props'), `ist die Kennung „alt-identifier“ länger als ${limits.idLength} Zeichen`)
  return {
    id,
    altIdentifier,
    title: readTitle(found, reading),
    groupKey,
    parentId,
    position,
    ...readEffort(properties, id, warnings),
    obligation: readObligation([...statementProperties, ...properties], id, warnings),
    securityLevel: valueOf(properties, 'sec_level'),
    documentation: valuesOf([...statementProperties, ...properties], 'documentation'),
    statement,
    help,
    links: readLinks(from, controlIds, reading),
    params: readParameters(found, reading),
    tags: valuesOf(properties, 'tags').flatMap((value) =>
      value
        .split(',')
        .map((tag) => tag.trim())
        .filter(Boolean),
    ),
  }
}

/** Its own ones only: those of groups and of the catalog stand filled in in the texts. */
function readParameters({ from, scope }: FoundControl, reading: Reading): ControlParameter[] {
  if (objectsIn(from, 'params', reading.problems).length === 0) return []
  return Array.from(scope.own.values(), ({ id, label, text, isSet }) => ({
    id,
    label,
    value: insertParameters(text, scope, reading, limits.proseLength) ?? text,
    isSet,
  }))
}
