export interface Bar {
  label: string
  value: number
  /** The figure in words when it is not the bare number: "11 Tage". */
  figure?: string | undefined
}

export interface BarsProps {
  /** What is compared: "Kommunen nach Phase". The figures follow by themselves. */
  label: string
  items: readonly Bar[]
}

const [rowHeight, labelWidth, barWidth] = [28, 150, 190]

const words = ({ value, figure }: Bar): string => figure ?? String(value)

/** Figures of one kind as bars below each other, each with its words. The same figures belong in a table beside it. */
export function Bars({ label, items }: BarsProps) {
  const most = Math.max(1, ...items.map(({ value }) => value))
  return (
    <svg
      class="lw-bars"
      viewBox={`0 0 400 ${Math.max(1, items.length) * rowHeight}`}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img could not take the colours of the theme
      role="img"
      aria-label={`${label}: ${items.map((item) => `${item.label} ${words(item)}`).join(', ')}`}
    >
      {items.map((item, at) => {
        const width = (Math.max(0, item.value) / most) * barWidth
        return (
          <>
            <text x={labelWidth - 8} y={at * rowHeight + 19} text-anchor="end">
              {item.label}
            </text>
            <rect x={labelWidth} y={at * rowHeight + 6} width={barWidth} height="16" class="lw-f-rest" />
            <rect x={labelWidth} y={at * rowHeight + 6} width={width.toFixed(1)} height="16" class="lw-f-done" />
            <text x={labelWidth + barWidth + 8} y={at * rowHeight + 19}>
              {words(item)}
            </text>
          </>
        )
      })}
    </svg>
  )
}
