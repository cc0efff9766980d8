import { AreaMap, type MapArea } from '#ui/area-map/area-map.tsx'
import { levelOf } from '#ui/area-map/level.ts'
import type { Area } from '../map/area.ts'
import { matchAreas, shortCounty } from '../map/match-areas.ts'
import type { Drawn } from '../map/outlines-of.ts'
import type { PictureCell } from '../picture.ts'
import { notShown, percentInWords } from '../words.ts'

/** The counties as areas, with who made the outlines. Their values stand in the table too. */
export const CountyMap = ({ outlines, cells }: { outlines: Drawn; cells: readonly PictureCell[] }) => {
  const { cells: byArea } = matchAreas(outlines.areas, cells)
  return (
    <div class="lw-stack lw-stack--s">
      <AreaMap
        label="Anteil Ja nach Landkreis"
        areas={outlines.areas.map((area) => drawn(area, byArea.get(area.key)))}
        width={outlines.width}
        height={outlines.height}
      />
      <p class="lw-small lw-muted">
        {outlines.isSchematic && 'Schematisch: Lage und Größe stimmen nicht. '}
        Umrisse: {outlines.attribution}.
      </p>
    </div>
  )
}

function drawn(area: Area, cell: PictureCell | undefined): MapArea {
  const place = { ...area, name: shortCounty(area.name) }
  if (!cell) return { ...place, value: 'kein eigener Wert', shortValue: '', level: 'outside' }
  if (cell.hidden !== null) return { ...place, value: notShown, shortValue: 'ohne Wert', level: 'hidden' }
  const value = percentInWords(cell)
  return { ...place, value, shortValue: value.replace(/\s*%$/, ''), level: levelOf(cell.percent) }
}
