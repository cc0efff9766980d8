import { encodeQR } from 'qr'

export interface QrProps {
  /** What the camera reads. */
  content: string
  /** What it leads to, and where the same stands in words. */
  label: string
}

/** A picture for the camera of a phone; what it holds stands beside it in words too. */
export function Qr({ content, label }: QrProps) {
  const rows = encodeQR(content, 'raw', { border: 4, ecc: 'medium' })
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg
      viewBox={`0 0 ${rows.length} ${rows.length}`}
      width="260"
      height="260"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img would need an address of its own
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={rows.length} height={rows.length} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </svg>
  )
}
