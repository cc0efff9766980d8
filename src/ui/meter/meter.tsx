import { classNames } from '#ui/class-names.ts'

/** Brightness and pattern, never colour alone: planned is hatched, withheld is hatched quietly. */
export type SegmentLook =
  | 'done'
  | 'done-1'
  | 'done-2'
  | 'done-3'
  | 'done-4'
  | 'gap'
  | 'now'
  | 'planned'
  | 'withheld'
  | 'rest'

export interface MeterSegment {
  /** What it counts: "Ja". */
  label: string
  value: number
  /** The figure in words when it is not the bare number: "13.250 €". */
  figure?: string | undefined
  look: SegmentLook
}

export interface MeterProps {
  /** What the whole is: "257 Fragen". The figures of all segments follow by themselves. */
  label: string
  segments: readonly MeterSegment[]
  /** The full width; by default the sum of the segments. */
  total?: number | undefined
  size?: 'thin' | 'tall' | undefined
  /** The same figures once more below, with their looks. Leave it out only when they stand beside the bar anyway. */
  legend?: boolean | undefined
  /** A vertical mark, such as a budget's limit. */
  limit?: number | undefined
}

const hatches: Partial<Record<SegmentLook, string>> = { planned: 'url(#schraffur)', withheld: 'url(#schraffur-leise)' }

const fill = (look: SegmentLook) => (hatches[look] ? { fill: hatches[look] } : { class: `lw-f-${look}` })

const words = ({ label, value, figure }: MeterSegment): string => `${label}\u00a0${figure ?? value}`

/** Places the segments one behind the other, as percentages of the whole; what is too much is cut off at the end. */
function layOut(segments: readonly MeterSegment[], total: number) {
  let start = 0
  return segments.map((segment) => {
    const x = start
    const share = total > 0 ? (Math.max(segment.value, 0) / total) * 100 : 0
    start = Math.min(100, x + share)
    return { segment, x: `${x.toFixed(2)}%`, width: `${(start - x).toFixed(2)}%` }
  })
}

/** Parts of a whole as one bar. Widths are SVG attributes, so that the CSP needs no inline styles. Its label and legend hold all figures. */
export function Meter({ label, segments, total, size, legend, limit }: MeterProps) {
  const whole = total ?? segments.reduce((sum, segment) => sum + Math.max(segment.value, 0), 0)
  const bar = (
    <svg
      class={classNames('lw-meter', size && `lw-meter--${size}`)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img could not take the colours of the theme
      role="img"
      aria-label={`${label}: ${segments.map(words).join(', ')}`}
    >
      <rect width="100%" height="100%" class="lw-f-rest" />
      {layOut(segments, whole).map(({ segment, x, width }) => (
        <rect x={x} width={width} height="100%" {...fill(segment.look)} />
      ))}
      {limit !== undefined && whole > 0 && <Mark at={`${((limit / whole) * 100).toFixed(2)}%`} />}
    </svg>
  )
  if (!legend) return bar
  return (
    <div class="lw-stack lw-stack--s">
      {bar}
      <ul class="lw-legend" aria-label={`Legende: ${label}`}>
        {segments.map((segment) => (
          <li>
            <svg aria-hidden="true">
              <rect width="100%" height="100%" {...fill(segment.look)} />
            </svg>
            {words(segment)}
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A line with a light edge on both sides, so that it is seen on every look. */
const Mark = ({ at }: { at: string }) => (
  <>
    <rect x={at} width="6" height="100%" transform="translate(-3)" class="lw-f-paper" />
    <rect x={at} width="2" height="100%" transform="translate(-1)" class="lw-f-line" />
  </>
)

/** The patterns that meters and maps refer to. The frame puts them into every page, once. */
export const HatchPatterns = () => (
  <svg class="lw-defs" aria-hidden="true" focusable="false">
    <defs>
      <pattern id="schraffur" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="lw-hatch" width="6" height="6" />
        <line class="lw-hatch__line" y2="6" />
      </pattern>
      <pattern id="schraffur-leise" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect class="lw-hatch lw-hatch--quiet" width="7" height="7" />
        <line class="lw-hatch__line lw-hatch__line--quiet" y2="7" />
      </pattern>
    </defs>
  </svg>
)
