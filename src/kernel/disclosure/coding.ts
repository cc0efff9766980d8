/** A mean as it is published: rounded to 5; what is 5 or less or 95 or more only by that. */
export type Coded =
  | { kind: 'value'; percent: number }
  | { kind: 'atMost'; percent: 5 }
  | { kind: 'atLeast'; percent: 95 }

const step = 5

/** 0 to 100 to what is shown. */
export function codeMean(mean: number): Coded {
  const percent = Math.round(mean / step) * step
  if (percent <= 5) return { kind: 'atMost', percent: 5 }
  return percent >= 95 ? { kind: 'atLeast', percent: 95 } : { kind: 'value', percent }
}

/** All means that are shown like this one, both ends included. */
export function intervalOf({ kind, percent }: Coded): readonly [low: number, high: number] {
  switch (kind) {
    case 'atMost':
      return [0, percent + step / 2]
    case 'atLeast':
      return [percent - step / 2, 100]
    case 'value':
      return [percent - step / 2, percent + step / 2]
  }
}

/** "≤ 5 %", "45 %", "≥ 95 %". */
export function codedInWords({ kind, percent }: Coded): string {
  const sign = kind === 'atMost' ? '≤ ' : kind === 'atLeast' ? '≥ ' : ''
  return `${sign}${percent}\u00A0%`
}
