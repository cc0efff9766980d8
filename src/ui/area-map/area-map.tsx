import { type AreaLevel, levels } from './level.ts'
import { placeLabels } from './place-labels.ts'

export interface MapArea {
  key: string
  /** As it stands in the drawing: short, "Nordaue". */
  name: string
  /** SVG's words: M, L and Z with absolute numbers, in units of the drawing. */
  path: string
  /** A place well inside of the area: where its label stands. */
  x: number
  y: number
  /** What it comes to: "55 %", "≤ 5 %", "nicht ausgewiesen". Told to screen readers and in the tooltip. */
  value: string
  /** The same in the drawing, as short as can be: "55", "≤ 5", "ohne Wert"; by default the value. Empty: name only. */
  shortValue?: string | undefined
  level: AreaLevel
}

export interface AreaMapProps {
  /** What is drawn: "Anteil Ja nach Landkreis". Names and values follow by themselves. */
  label: string
  areas: readonly MapArea[]
  /** Size of the drawing in its own units; letters are made for a width of about 420. */
  width: number
  height: number
  /** False where the levels say nothing: a preview without values. */
  legend?: boolean | undefined
  /** Words of the legend for areas without an own value. */
  outsideWords?: string | undefined
}

const quiet = 'url(#schraffur-leise)'

const fill = (level: AreaLevel) => {
  if (level === 'hidden') return { fill: quiet }
  return { class: level === 'outside' ? 'lw-map-outside' : `lw-map-${level}` }
}

const labelLook = (level: AreaLevel): string => {
  if (typeof level !== 'number') return 'lw-area-map__quiet'
  return level > 3 ? 'lw-area-map__on-dark' : 'lw-area-map__on-light'
}

/** Areas in five levels of brightness, hidden ones hatched. The same figures belong in a table beside it: not all labels find room. */
export function AreaMap({
  label,
  areas,
  width,
  height,
  legend = true,
  outsideWords = 'ohne eigenen Wert',
}: AreaMapProps) {
  const labels = placeLabels(areas.map(({ shortValue, value, ...area }) => ({ ...area, value: shortValue ?? value })))
  return (
    <div class="lw-stack lw-stack--s">
      <svg
        class="lw-area-map"
        viewBox={`0 0 ${width} ${height}`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an img could not take the colours of the theme
        role="img"
        aria-label={`${label}: ${areas.map(({ name, value }) => `${name} ${value}`).join(', ')}`}
      >
        <g class="lw-area-map__areas">
          {areas.map(({ key, name, path, value, level }) => (
            <g key={key} class="lw-area-map__area">
              <title>{`${name}: ${value}`}</title>
              <path d={path} fill-rule="evenodd" {...fill(level)} />
            </g>
          ))}
        </g>
        {labels.map((lines, at) =>
          lines.map(({ text, kind, x, y }) => (
            <text x={x} y={y} class={`lw-area-map__${kind} ${labelLook(areas[at]?.level ?? 'outside')}`}>
              {text}
            </text>
          )),
        )}
      </svg>
      {legend && <MapLegend label={label} areas={areas} outsideWords={outsideWords} />}
    </div>
  )
}

function MapLegend({ label, areas, outsideWords }: Pick<AreaMapProps, 'label' | 'areas'> & { outsideWords: string }) {
  const entries: { level: AreaLevel; words: string }[] = [...levels]
  if (areas.some(({ level }) => level === 'hidden')) entries.push({ level: 'hidden', words: 'nicht ausgewiesen' })
  if (areas.some(({ level }) => level === 'outside')) entries.push({ level: 'outside', words: outsideWords })
  return (
    <ul class="lw-legend" aria-label={`Legende: ${label}`}>
      {entries.map(({ level, words }) => (
        <li>
          <svg aria-hidden="true">
            <rect width="100%" height="100%" {...fill(level)} />
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
