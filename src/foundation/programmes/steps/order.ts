import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Phase, StepDefinition } from '../programme.ts'

interface Wished {
  phaseKey: string
  /** The step of that phase that it follows; null: the first one of it. */
  after: string | null
}

/** All steps with this one at its new place, numbered in the order of the phases. */
export function arranged(
  phases: readonly Phase[],
  steps: readonly StepDefinition[],
  step: StepDefinition,
  { phaseKey, after }: Wished,
): Outcome<StepDefinition[]> {
  if (!phases.some(({ key }) => key === phaseKey)) return no('place', 'Diese Phase gibt es in diesem Programm nicht.')
  const others = steps.filter(({ key }) => key !== step.key)
  if (after !== null && !others.some((one) => one.key === after && one.phaseKey === phaseKey))
    return no('place', 'In dieser Phase gibt es keinen solchen Schritt.')
  const all = phases.flatMap(({ key }) => {
    const ofPhase = others.filter((one) => one.phaseKey === key)
    if (key !== phaseKey) return ofPhase
    const at = after === null ? 0 : ofPhase.findIndex((one) => one.key === after) + 1
    return ofPhase.toSpliced(at, 0, { ...step, phaseKey })
  })
  const numbered = all.map((one, at) => ({ ...one, position: at + 1 }))
  return orderFault(numbered) ?? numbered
}

/** A step that needs one that does not stand before it. */
export function orderFault(steps: readonly StepDefinition[]): Refusal | undefined {
  const titles = new Map(steps.map(({ key, title }) => [key, title]))
  for (const [at, { title, needs }] of steps.entries()) {
    const earlier = new Set(steps.slice(0, at).map(({ key }) => key))
    const wrong = needs.find((key) => !earlier.has(key))
    if (wrong !== undefined)
      return no('needs', `„${title}“ verlangt „${titles.get(wrong) ?? wrong}“; das ist kein Schritt, der davor steht.`)
  }
  return undefined
}

/** A key for a title, other than those there are: `vorOrtTermin`. */
export function keyFrom(title: string, taken: readonly string[]): string {
  const [first = '', ...rest] = sortKey(title)
    .replaceAll(/[^a-z0-9 ]/g, '')
    .replace(/^[0-9 ]+/, '')
    .split(' ')
    .filter(Boolean)
  const made = [first, ...rest.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))].join('').slice(0, 36)
  const plain = made || 'schritt'
  for (let count = 1; ; count++) {
    const key = count === 1 ? plain : `${plain}${count}`
    if (!taken.includes(key)) return key
  }
}

const no = (path: string, message: string): Refusal =>
  refuse('Der Schritt ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [{ path, message }])
