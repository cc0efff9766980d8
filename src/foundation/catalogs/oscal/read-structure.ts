import { isObject, type JsonObject, type Located, objectsIn, tokenIn } from './document/fields.ts'
import { limits } from './limits.ts'
import { emptyScope, type Scope, scopeOf } from './parameters/parameters.ts'
import { pathOf, placeIn, type Place } from './document/place.ts'
import type { Reading } from './document/reading.ts'
import { quoted, wholeNumber } from './document/wording.ts'

/** A group where it stands, before its texts are read; `from` is null for the one made for controls without a group. */
export interface FoundGroup {
  key: string
  parentKey: string | null
  from: Located | null
  scope: Scope
}

export interface FoundControl {
  id: string
  parentId: string | null
  groupKey: string
  from: Located
  scope: Scope
}

export interface Structure {
  groups: FoundGroup[]
  controls: FoundControl[]
}

interface Around {
  depth: number
  scope: Scope
  groupKey: string | null
  controlId: string | null
}

function groupIdsIn(json: JsonObject, found = new Set<unknown>()): ReadonlySet<unknown> {
  const groups = json['groups']
  for (const group of Array.isArray(groups) ? groups : []) {
    if (!isObject(group)) continue
    found.add(group['id'])
    groupIdsIn(group, found)
  }
  return found
}

/** First pass: who stands in whom, with unique ids. Texts come later, because they may refer forward to parameters and controls. */
class StructureReader {
  readonly groups: FoundGroup[] = []
  readonly controls: FoundControl[] = []
  private readonly seen = { group: new Map<string, Place>(), control: new Map<string, Place>() }
  private readonly reading: Reading
  private readonly told = new Set<string>()
  private nameless = 0
  /** Before any name is invented: it must give way to ids that come later in the file. */
  private readonly groupIds: ReadonlySet<unknown>

  constructor(catalog: Located, reading: Reading) {
    this.reading = reading
    this.groupIds = groupIdsIn(catalog.json)
  }

  group(from: Located, around: Around): void {
    if (this.tooDeep(from.at, around.depth) || this.full(from, this.groups, limits.groups, 'Gruppe')) return
    const key = this.groupKey(from)
    const scope = scopeOf(from, around.scope, this.reading.problems)
    this.groups.push({ key, parentKey: around.groupKey, from, scope })
    this.children(from, { ...around, depth: around.depth + 1, scope, groupKey: key })
  }

  /** Controls come before subgroups: JSON keeps no order between the two lists. */
  children(from: Located, around: Around): void {
    for (const control of objectsIn(from, 'controls', this.reading.problems)) this.control(control, around)
    for (const group of objectsIn(from, 'groups', this.reading.problems)) this.group(group, around)
  }

  private control(from: Located, around: Around): void {
    if (this.tooDeep(from.at, around.depth) || this.full(from, this.controls, limits.controls, 'Anforderung')) return
    const { problems } = this.reading
    const id = this.uniqueId(from, 'control', 'die ID der Anforderung')
    const scope = scopeOf(from, around.scope, problems)
    const groupKey = around.groupKey ?? this.ownGroup(around.scope)
    this.controls.push({ id, parentId: around.controlId, groupKey, from, scope })
    const inside = { depth: around.depth + 1, scope, groupKey, controlId: id }
    for (const control of objectsIn(from, 'controls', problems)) this.control(control, inside)
  }

  /** Controls directly under the catalog get one group of their own; its key gives way to ids of the file. */
  private ownGroup(scope: Scope): string {
    const own = this.groups.find((group) => group.from === null)
    if (own) return own.key
    const key = this.freeKey('alle')
    this.groups.unshift({ key, parentKey: null, from: null, scope })
    return key
  }

  private groupKey(from: Located): string {
    if (from.json['id'] !== undefined) return this.uniqueId(from, 'group', 'die ID der Gruppe')
    // OSCAL lets a group have no id; counted names stay the same when the same file is read again.
    const key = this.freeKey(`gruppe-${++this.nameless}`)
    this.reading.warnings.add('groupWithoutId', key)
    return key
  }

  private freeKey(wanted: string): string {
    let key = wanted
    while (this.groupIds.has(key)) key += '_'
    return key
  }

  private uniqueId(from: Located, kind: 'group' | 'control', what: string): string {
    const { problems } = this.reading
    const at = placeIn(from.at, 'id')
    if (from.json['id'] === undefined) problems.add(at, `fehlt ${what}`)
    const id = tokenIn(from, 'id', problems)
    if (id === null) return ''
    from.at.id = id
    const first = this.seen[kind].get(id)
    if (first) problems.add(at, `steht ${what} ${quoted(id)} zum zweiten Mal; zuerst steht sie in ${pathOf(first)}.id`)
    else this.seen[kind].set(id, from.at)
    return id
  }

  private full(from: Located, list: readonly unknown[], limit: number, what: string): boolean {
    if (list.length < limit) return false
    if (!this.told.has(what))
      this.reading.problems.add(
        from.at,
        `beginnt die ${wholeNumber(limit + 1)}. ${what}; erlaubt sind ${wholeNumber(limit)}`,
        'Bitte teilen Sie den Katalog auf.',
      )
    this.told.add(what)
    return true
  }

  private tooDeep(at: Place, depth: number): boolean {
    if (depth < limits.nesting) return false
    this.reading.problems.add(at, `sind Gruppen und Anforderungen tiefer als ${limits.nesting} Ebenen verschachtelt`)
    return true
  }
}

/** Finds all groups and controls of a catalog, depth-first; what is wrong goes to the reading's problems. */
export function readStructure(catalog: Located, reading: Reading): Structure {
  const reader = new StructureReader(catalog, reading)
  const scope = scopeOf(catalog, emptyScope(), reading.problems)
  reader.children(catalog, { depth: 0, scope, groupKey: null, controlId: null })
  if (reader.controls.length === 0 && !reading.problems.any)
    reading.problems.add(
      catalog.at,
      'stehen keine Anforderungen',
      'Bitte wählen Sie einen Katalog, der Anforderungen enthält.',
    )
  return { groups: reader.groups, controls: reader.controls }
}
