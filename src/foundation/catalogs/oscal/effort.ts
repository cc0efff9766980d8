/** The scale of the BSI: 0 (not rated, mandatory anyway) to 5 (complex). */
const range = /^([0-5])(?:\s*[-–]\s*([0-5]))?$/

/** "2", "1-2", "1 - 2" → least and greatest effort; null when it is neither. */
export function parseEffort(text: string): { min: number; max: number } | null {
  const found = range.exec(text.trim())
  if (!found) return null
  const min = Number(found[1])
  const max = Number(found[2] ?? found[1])
  return min <= max ? { min, max } : null
}
