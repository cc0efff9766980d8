import { lineIn, type Located, linesIn, objectIn, objectsIn, tokenIn, tooLong } from '../document/fields.ts'
import { limits } from '../limits.ts'
import type { Problems } from '../document/problems.ts'

/** A blank in the text, and what stands there: filled in once, because one parameter may be inserted a hundred thousand times. */
export interface Parameter {
  id: string
  text: string
  label: string | null
  isSet: boolean
}

/** The parameters that hold here: one's own, else those of the control, groups and catalog around. */
export interface Scope {
  readonly own: ReadonlyMap<string, Parameter>
  readonly outer: Scope | null
  /** All of the catalog: OSCAL allows any control to insert the parameter of any other. */
  readonly all: Map<string, Parameter>
}

export const emptyScope = (): Scope => ({ own: new Map(), outer: null, all: new Map() })

/** Its values, else the choice it leaves, else its label, else its id. */
function textOf(from: Located, id: string, problems: Problems): Omit<Parameter, 'id'> {
  const values = linesIn(from, 'values', problems)
  const select = objectIn(from, 'select', problems)
  const choices = select ? linesIn(select, 'choice', problems) : []
  const several = select !== null && lineIn(select, 'how-many', problems) === 'one-or-more'
  const label = lineIn(from, 'label', problems)
  if (values.length > 0) return { text: values.join(', '), label, isSet: true }
  const left = several ? 'eines oder mehrere von' : 'eines von'
  const text = choices.length > 1 ? `${left}: ${choices.join(' / ')}` : (choices[0] ?? `[${label ?? id}]`)
  return { text, label, isSet: false }
}

function readParameter(from: Located, problems: Problems): Parameter | null {
  const id = tokenIn(from, 'id', problems)
  from.at.id = id
  const read = textOf(from, id ?? '', problems)
  const { text } = read
  if (text.length > limits.proseLength) problems.add(from.at, tooLong(text.length, limits.proseLength))
  return id === null || text.length > limits.proseLength ? null : { id, ...read }
}

/** The scope inside an object that may declare parameters; of two with one id the first holds. */
export function scopeOf(from: Located, outer: Scope, problems: Problems): Scope {
  const own = new Map<string, Parameter>()
  for (const item of objectsIn(from, 'params', problems)) {
    const parameter = readParameter(item, problems)
    if (!parameter || own.has(parameter.id)) continue
    own.set(parameter.id, parameter)
    if (!outer.all.has(parameter.id)) outer.all.set(parameter.id, parameter)
  }
  return own.size === 0 ? outer : { own, outer, all: outer.all }
}

export function findParameter(scope: Scope, id: string): Parameter | undefined {
  for (let at: Scope | null = scope; at; at = at.outer) {
    const found = at.own.get(id)
    if (found) return found
  }
  return scope.all.get(id)
}
