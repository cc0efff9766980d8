export interface LinePoint {
  label: string
  /** Of 100; null where it is not told: the line has a gap there. */
  percent: number | null
  /** The figure as it is read: "60 %". */
  words: string
}

export interface LineProps {
  /** What develops: "Anteil Ja, alle Kommunen". The figures follow by themselves. */
  label: string
  /** The oldest first. */
  points: readonly LinePoint[]
}

const [width, height, left, right, top, bottom] = [360, 190, 34, 340, 24, 160]
/** More labels than this would run into each other. */
const mostLabels = 6

const yOf = (percent: number): number => bottom - (percent / 100) * (bottom - top)

/** How one share of 100 develops, small. The same figures belong in a table beside it. */
export function Line({ label, points }: LineProps) {
  const step = points.length > 1 ? (right - left - 40) / (points.length - 1) : 0
  const placed = points.map((point, at) => ({
    ...point,
    x: points.length > 1 ? left + 20 + at * step : (left + right) / 2,
  }))
  const every = Math.ceil(points.length / mostLabels)
  return (
    <svg
      class="lw-line"
      viewBox={`0 0 ${width} ${height}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img could not take the colours of the theme
      role="img"
      aria-label={`${label}: ${points.map((point) => `${point.label} ${point.words}`).join(', ')}`}
    >
      {[0, 50, 100].map((percent) => (
        <>
          <path class="lw-line__grid" d={`M${left} ${yOf(percent)}H${right}`} />
          <text class="lw-line__scale" x={left - 6} y={yOf(percent) + 4} text-anchor="end">
            {percent}
          </text>
        </>
      ))}
      {stretches(placed).map((stretch) => (
        <path
          class="lw-line__line"
          d={`M${stretch.map(({ x, percent }) => `${x.toFixed(1)} ${yOf(percent ?? 0)}`).join('L')}`}
        />
      ))}
      {placed.map((point, at) => (
        <>
          {point.percent !== null && (
            <>
              <circle class="lw-line__point" cx={point.x.toFixed(1)} cy={yOf(point.percent)} r="4" />
              {isLabelled(at, every, placed.length) && (
                <text x={point.x.toFixed(1)} y={yOf(point.percent) - 10} text-anchor="middle">
                  {point.words}
                </text>
              )}
            </>
          )}
          {isLabelled(at, every, placed.length) && (
            <text class="lw-line__scale" x={point.x.toFixed(1)} y={bottom + 20} text-anchor="middle">
              {point.label}
            </text>
          )}
        </>
      ))}
    </svg>
  )
}

/** Counted from the end: the newest always has its words. */
const isLabelled = (at: number, every: number, length: number): boolean => (length - 1 - at) % every === 0

/** Neighbours that are told, as one line each. */
function stretches<Point extends LinePoint>(points: readonly Point[]): Point[][] {
  const found: Point[][] = [[]]
  for (const point of points) {
    if (point.percent === null) found.push([])
    else found.at(-1)?.push(point)
  }
  return found.filter((stretch) => stretch.length > 1)
}
