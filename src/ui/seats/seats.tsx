export interface SeatsProps {
  capacity: number
  confirmed: number
  /** Held for somebody until their term. */
  offered: number
  /** The same in words; the picture alone says nothing to those who do not see it. */
  label: string
}

const inARow = 16
const side = 20
const step = 24

/** More squares than this nobody counts: then the sentence stands alone. */
const most = 160

const look = (at: number, confirmed: number, offered: number) => {
  if (at < confirmed) return { class: 'lw-f-done' }
  return at < confirmed + offered ? { fill: 'url(#schraffur)' } : { class: 'lw-f-paper' }
}

/** One square a seat: taken, held for somebody, free. */
export function Seats({ capacity, confirmed, offered, label }: SeatsProps) {
  const squares = Math.max(capacity, confirmed + offered)
  if (squares === 0 || squares > most) return null
  const width = Math.min(squares, inARow) * step - (step - side) + 2
  const height = Math.ceil(squares / inARow) * step - (step - side) + 2
  return (
    <svg
      class="lw-seats"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img could not take the colours of the theme
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`-1 -1 ${width} ${height}`}
    >
      {Array.from({ length: squares }, (_, at) => (
        <rect
          x={(at % inARow) * step}
          y={Math.floor(at / inARow) * step}
          width={side}
          height={side}
          {...look(at, confirmed, offered)}
        />
      ))}
    </svg>
  )
}
