import { type Outcome, refuse } from '#kernel/outcome.ts'
import type { Point } from './feature.ts'

/** From degrees to units of the drawing. */
export interface Projection {
  width: number
  height: number
  place: (point: Point) => Point
}

const [wide, high, margin] = [420, 600, 4]
/** Degrees: the project of a state, not of a continent. */
const widest = 40

const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Lambert's equal-area projection around the middle of all points: areas keep their proportions, north is up. */
export function projectionOf(points: Iterable<Point>): Outcome<Projection> {
  const degrees = boxOf(points)
  const [lon, lat] = [(degrees.left + degrees.right) / 2, (degrees.top + degrees.bottom) / 2]
  if (degrees.right - degrees.left > widest || degrees.bottom - degrees.top > widest)
    return refuse('Die Umrisse sind nicht eingelesen.', [
      {
        path: 'file',
        message: `Die Flächen liegen mehr als ${widest} Grad auseinander. Erwartet werden die Landkreise eines Landes.`,
      },
    ])
  const flat = (point: Point) => lambert(point, lon, lat)
  const box = boxOf(
    (function* () {
      for (const point of points) yield flat(point)
    })(),
  )
  const [width, height] = [box.right - box.left, box.bottom - box.top]
  if (!(width > 0 && height > 0))
    return refuse('Die Umrisse sind nicht eingelesen.', [
      { path: 'file', message: 'Die Flächen haben keine Ausdehnung.' },
    ])
  const scale = Math.min((wide - 2 * margin) / width, (high - 2 * margin) / height)
  return {
    width: Math.ceil(width * scale + 2 * margin),
    height: Math.ceil(height * scale + 2 * margin),
    place: (point) => {
      const [x, y] = flat(point)
      return [(x - box.left) * scale + margin, (y - box.top) * scale + margin]
    },
  }
}

/** On the unit sphere; y grows to the south, as in a drawing. */
function lambert([lon, lat]: Point, middleLon: number, middleLat: number): Point {
  const [turn, own, middle] = [radians(lon - middleLon), radians(lat), radians(middleLat)]
  const factor = Math.sqrt(
    2 / (1 + Math.sin(middle) * Math.sin(own) + Math.cos(middle) * Math.cos(own) * Math.cos(turn)),
  )
  const north = Math.cos(middle) * Math.sin(own) - Math.sin(middle) * Math.cos(own) * Math.cos(turn)
  return [factor * Math.cos(own) * Math.sin(turn), -factor * north]
}

function boxOf(points: Iterable<Point>) {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity }
  for (const [x, y] of points) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  return box
}
