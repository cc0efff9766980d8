export interface Figure {
  bench: string
  metric: string
  value: number
  unit: string
  /** What it is held against, in the same unit, measured in the same run. */
  limit: number
  /** value / limit; the goal stands in the name of the metric's description. */
  ratio: number
}

const rounded = (value: number): number => Math.round(value * 100) / 100

export const figure = (bench: string, metric: string, value: number, unit: string, limit: number): Figure => ({
  bench,
  metric,
  value: rounded(value),
  unit,
  limit: rounded(limit),
  ratio: rounded(value / limit),
})

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}
