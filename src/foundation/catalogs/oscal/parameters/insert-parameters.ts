import { limits } from '../limits.ts'
import { findParameter, type Scope } from './parameters.ts'
import type { Reading } from '../document/reading.ts'

/** `{{ insert: param, ID }}` */
const insert = /\{\{\s*insert:\s*param\s*,\s*([^\s{}]+)\s*\}\}/g

class Expansion {
  full = false
  readonly pieces: string[] = []
  private length = 0
  private readonly reading: Reading
  private readonly scope: Scope
  private readonly limit: number

  constructor(reading: Reading, scope: Scope, limit: number) {
    this.reading = reading
    this.scope = scope
    this.limit = limit
  }

  /** Depth first with three brakes (length of this text, depth, work on the whole catalog), so that nothing grows exponentially. */
  expand(text: string, trail: readonly string[]): void {
    let end = 0
    for (const match of text.matchAll(insert)) {
      this.push(text.slice(end, match.index))
      end = match.index + match[0].length
      this.insert(match[1] ?? '', trail)
      if (this.full) return
    }
    this.push(text.slice(end))
  }

  private insert(id: string, trail: readonly string[]): void {
    const { budget, warnings } = this.reading
    const parameter = findParameter(this.scope, id)
    const text = parameter?.text ?? ''
    budget.inserts--
    budget.characters -= text.length
    if (budget.inserts < 0 || budget.characters < 0) this.full = true
    else if (parameter && !trail.includes(id) && trail.length < limits.insertDepth) this.expand(text, [...trail, id])
    else {
      warnings.add('parameter', id)
      this.push(`[${id}]`)
    }
  }

  private push(piece: string): void {
    this.length += piece.length
    this.full ||= this.length > this.limit
    if (!this.full) this.pieces.push(piece)
  }
}

/**
 * A text with its parameters filled in; null when it grew over `limit` characters or the catalog's budget is used up.
 * What is not declared, or refers to itself, stays as `[ID]` with a warning.
 */
export function insertParameters(text: string, scope: Scope, reading: Reading, limit: number): string | null {
  if (!text.includes('{{')) return text
  const expansion = new Expansion(reading, scope, limit)
  expansion.expand(text, [])
  return expansion.full ? null : expansion.pieces.join('')
}
