import { type Faults, mostPoints, type Point, type Ring } from './feature.ts'

/** How many points may still come; shared by all areas of a file. */
export interface Budget {
  left: number
}

export const freshBudget = (): Budget => ({ left: mostPoints })

/** The polygons of GeoJSON coordinates: of a Polygon, or one level deeper of a MultiPolygon. */
export function readPolygons(
  type: 'Polygon' | 'MultiPolygon',
  coordinates: unknown,
  ringOf: (ring: unknown, path: string) => Ring | undefined,
  path: string,
  faults: Faults,
): Ring[][] {
  const polygons = type === 'Polygon' ? [coordinates] : coordinates
  if (!Array.isArray(polygons) || polygons.length === 0) {
    faults.add(path, 'Die Fläche hat keinen Umriss.')
    return []
  }
  return polygons.map((polygon: unknown, at) => {
    const place = type === 'Polygon' ? path : `${path}[${at}]`
    if (!Array.isArray(polygon) || polygon.length === 0) {
      faults.add(place, 'Die Fläche hat keinen Umriss.')
      return []
    }
    return polygon.flatMap((ring: unknown, index) => {
      const read = ringOf(ring, `${place}[${index}]`)
      return read ? [read] : []
    })
  })
}

/** One ring of positions; its last point may or may not repeat the first. Undefined with the fault told. */
export function readRing(ring: unknown, path: string, faults: Faults, budget: Budget): Ring | undefined {
  if (!Array.isArray(ring)) return told(faults, path, 'Hier wird eine Liste von Koordinaten erwartet.')
  budget.left -= ring.length
  if (budget.left < 0) return
  const points: Ring = []
  for (const [at, position] of ring.entries()) {
    const point = readPosition(position, `${path}[${at}]`, faults)
    if (!point) return
    if (!isSame(points.at(-1), point)) points.push(point)
  }
  if (points.length > 1 && isSame(points[0], points.at(-1))) points.pop()
  return points.length < 3 ? told(faults, path, 'Ein Umriss braucht mindestens drei verschiedene Punkte.') : points
}

const isSame = (one: Point | undefined, other: Point | undefined): boolean =>
  one?.[0] === other?.[0] && one?.[1] === other?.[1]

function readPosition(position: unknown, path: string, faults: Faults): Point | undefined {
  const [x, y]: unknown[] = Array.isArray(position) ? position : []
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    return told(faults, path, 'Hier werden zwei Zahlen erwartet: Länge und Breite.')
  if (Math.abs(x) > 180 || Math.abs(y) > 90)
    return told(
      faults,
      path,
      `${inWords(x)}; ${inWords(y)} liegt außerhalb von WGS 84 (Länge und Breite in Grad). Bitte speichern Sie die Datei in EPSG:4326.`,
    )
  return [x, y]
}

const inWords = (value: number): string => value.toPrecision(8).replace('.', ',')

function told(faults: Faults, path: string, message: string): undefined {
  faults.add(path, message)
}
