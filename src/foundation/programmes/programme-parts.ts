import { type Refusal, refuse } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'

/** The end of the address of a programme: `digital-lotsen`. */
export function keyOf(name: string): string {
  const plain = name.replaceAll(/[äöüÄÖÜ]/g, (letter) => `${letter}e`)
  return sortKey(plain).replaceAll(' ', '-').slice(0, 60).replace(/-$/, '') || 'programm'
}

interface Parts {
  startsOn?: string | null | undefined
  deadline?: string | null | undefined
  totalCents?: number | null | undefined
  phases: readonly { key: string; steps: readonly { key: string; title: string; needs: readonly string[] }[] }[]
  stages: readonly { amountCents: number }[]
  documents: readonly { key: string }[]
}

/** What does not fit together in the parts of a programme; undefined when all of it does. */
export function roadFault({ startsOn, deadline, totalCents, phases, stages, documents }: Parts): Refusal | undefined {
  const steps = phases.flatMap((phase) => phase.steps)
  const double =
    twice(phases.map(({ key }) => key)) ?? twice(steps.map(({ key }) => key)) ?? twice(documents.map(({ key }) => key))
  if (double !== undefined) return no('phases', `Der Schlüssel „${double}“ kommt zweimal vor.`)
  for (const [at, { title, needs }] of steps.entries()) {
    const earlier = new Set(steps.slice(0, at).map(({ key }) => key))
    const unknown = needs.find((key) => !earlier.has(key))
    if (unknown !== undefined)
      return no('phases', `„${title}“ verlangt „${unknown}“; das ist kein Schritt, der davor steht.`)
  }
  if (startsOn && deadline && deadline <= startsOn) return no('deadline', 'Die Frist liegt vor dem Beginn.')
  const sum = stages.reduce((total, { amountCents }) => total + amountCents, 0)
  return totalCents && sum > totalCents
    ? no('totalCents', 'Die Stufen sind zusammen mehr als der Betrag für alle Stufen.')
    : undefined
}

const no = (path: string, message: string): Refusal =>
  refuse('Das Programm ist noch nicht gespeichert. Bitte ändern Sie eine Angabe.', [{ path, message }])

const twice = (keys: readonly string[]): string | undefined => keys.find((key, at) => keys.indexOf(key) !== at)
