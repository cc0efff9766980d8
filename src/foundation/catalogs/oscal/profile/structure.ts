import type { JsonObject } from '../document/fields.ts'
import type { Effort } from './budget.ts'
import type { Picked } from './combine-controls.ts'
import { copyWithout, type Draft, listOf, setList, textOf } from './json-tree.ts'
import { chosenIds, type SourceGroup } from './select-controls.ts'

/** The body of the resulting catalog. */
export interface Body {
  controls: Draft[]
  groups: Draft[]
}

const withChildren = (picked: Picked, inside: (child: Picked) => boolean = () => true): Draft => {
  setList(
    picked.json,
    'controls',
    picked.children.filter(inside).map((child) => withChildren(child, inside)),
  )
  return picked.json
}

/** Without groups; what stands in a control stays in it. */
export const flat = (picked: readonly Picked[]): Body => ({
  controls: picked.filter(({ parent }) => !parent).map((one) => withChildren(one)),
  groups: [],
})

interface GroupDraft {
  json: Draft
  controls: Draft[]
  groups: Map<string, GroupDraft>
}

/** In the groups of their sources; a group that several sources have under one id at one place is one. */
export function asIs(picked: readonly Picked[]): Body {
  const root: GroupDraft = { json: {}, controls: [], groups: new Map() }
  const groupFor = (group: SourceGroup | null): GroupDraft => {
    if (!group) return root
    const around = groupFor(group.parent)
    const found = around.groups.get(group.key) ?? {
      json: copyWithout(group.json, 'controls', 'groups'),
      controls: [],
      groups: new Map(),
    }
    around.groups.set(group.key, found)
    return found
  }
  for (const one of picked) if (!one.parent) groupFor(one.from.group).controls.push(withChildren(one))
  return { controls: root.controls, groups: [...root.groups.values()].map(groupJson) }
}

function groupJson({ json, controls, groups }: GroupDraft): Draft {
  setList(json, 'controls', controls)
  setList(json, 'groups', [...groups.values()].map(groupJson))
  return json
}

/** In the groups that the profile itself writes. What it puts nowhere is not in the result, as the specification has it. */
export class CustomStructure {
  private readonly placed = new Set<string>()
  private readonly picked: readonly Picked[]
  private readonly effort: Effort

  constructor(picked: readonly Picked[], effort: Effort) {
    this.picked = picked
    this.effort = effort
  }

  build(custom: JsonObject): Body {
    const body = { controls: this.inserted(custom), groups: listOf(custom, 'groups').map((group) => this.group(group)) }
    for (const { id } of this.picked) if (!this.placed.has(id)) this.effort.warnings.add('notPlaced', id)
    return { controls: body.controls, groups: body.groups.filter(hasControls) }
  }

  private group(group: JsonObject): Draft {
    const json = copyWithout(group, 'groups', 'insert-controls')
    setList(json, 'controls', this.inserted(group))
    const groups = listOf(group, 'groups').map((inner) => this.group(inner))
    setList(json, 'groups', groups.filter(hasControls))
    return json
  }

  private inserted(around: JsonObject): Draft[] {
    return listOf(around, 'insert-controls').flatMap((directive) => this.insert(directive))
  }

  private insert(directive: JsonObject): Draft[] {
    const named = listOf(directive, 'include-controls').length > 0
    const chosen = chosenIds(directive, this.picked, this.effort)
    for (const id of chosen) {
      if (!this.placed.has(id)) continue
      chosen.delete(id)
      if (named) this.effort.warnings.add('placedTwice', id)
    }
    for (const id of chosen) this.placed.add(id)
    const roots = this.picked.filter(({ id, parent }) => chosen.has(id) && !(parent && chosen.has(parent.id)))
    return sorted(roots, textOf(directive, 'order')).map((one) => withChildren(one, ({ id }) => chosen.has(id)))
  }
}

const hasControls = (group: Draft): boolean => Array.isArray(group['controls']) || Array.isArray(group['groups'])

const sortId = ({ id, json }: Picked): string =>
  textOf(
    listOf(json, 'props').find((prop) => textOf(prop, 'name') === 'sort-id'),
    'value',
  ) ?? id

/** Ids are compared as people read them: AB.2 comes before AB.10. */
function sorted(picked: readonly Picked[], order: string | null): readonly Picked[] {
  if (order !== 'ascending' && order !== 'descending') return picked
  const compare = new Intl.Collator('en', { numeric: true }).compare
  const rising = picked.toSorted((a, b) => compare(sortId(a), sortId(b)))
  return order === 'ascending' ? rising : rising.toReversed()
}
