import { encodeQR } from 'qr'
import { inGroups } from '../one-time-code.ts'

/** The secret as a picture for the camera, and in letters for everybody else. */
export function ScanOrType({ uri, secret }: { uri: string; secret: string }) {
  const rows = encodeQR(uri, 'raw', { border: 4, ecc: 'medium' })
  const dark = rows.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <div class="lw-stack">
      <p>Nehmen Sie dieses Bild mit der App auf.</p>
      <svg
        class="lw-qr"
        viewBox={`0 0 ${rows.length} ${rows.length}`}
        width="220"
        height="220"
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img would need an address of its own for a secret
        role="img"
        aria-label="Bild zum Einlesen in die App. Dasselbe steht darunter in Buchstaben."
        shape-rendering="crispEdges"
      >
        <rect width={rows.length} height={rows.length} fill="#fff" />
        <path d={dark.join('')} fill="#000" />
      </svg>
      <p>
        Geht das nicht, tippen Sie dieses Geheimnis ein (zeitbasiert, sechs Ziffern): <code>{inGroups(secret)}</code>
      </p>
    </div>
  )
}
