export interface RoadProps {
  /** One letter a step, in order: `d`one, in `p`rogress, `n`ot needed, `o`pen. */
  road: string
  /** What it shows in words: "Schritt 4 von 14: Vor Ort". */
  label: string
}

const looks: Partial<Record<string, { class: string } | { fill: string }>> = {
  d: { class: 'lw-f-done' },
  p: { class: 'lw-f-done-3' },
  n: { fill: 'url(#schraffur-leise)' },
}

const rest = { class: 'lw-f-rest' }
const now = { class: 'lw-f-now' }

const isAhead = (letter: string): boolean => letter === 'o' || letter === 'p'

/** One square a step: over, here we are now, ahead. Widths are SVG attributes, so that the CSP needs no inline styles. */
export function Road({ road, label }: RoadProps) {
  const steps = road.split('')
  const here = steps.findIndex(isAhead)
  const share = 100 / Math.max(steps.length, 1)
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img could not take the colours of the theme
    <svg class="lw-road" role="img" aria-label={label}>
      {steps.map((letter, at) => (
        <rect
          x={`${(at * share).toFixed(2)}%`}
          y="1"
          width={`${(share * 0.86).toFixed(2)}%`}
          height="14"
          {...(at === here ? now : (looks[letter] ?? rest))}
        />
      ))}
    </svg>
  )
}
