import { type Faults, type Feature, isThing, own, type Point, type Properties, type Thing } from './feature.ts'
import { typeInWords } from './read-geojson.ts'
import { readProperties } from './read-properties.ts'
import { type Budget, readPolygons, readRing } from './read-rings.ts'

/** The areas of a TopoJSON topology, its arcs unfolded; faults are told. Of several objects one has to be chosen. */
export function readTopology(document: Thing, wanted: Properties, faults: Faults, budget: Budget): Feature[] {
  const chosen = chooseObject(own(document, 'objects'), wanted.object, faults)
  const arcs = readArcs(document, faults, budget)
  if (!chosen || !arcs) return []
  const { name, object } = chosen
  const geometries = own(object, 'type') === 'GeometryCollection' ? own(object, 'geometries') : [object]
  if (!Array.isArray(geometries)) {
    faults.add(`objects.${name}`, 'Eine GeometryCollection nennt ihre Flächen in der Liste „geometries“; sie fehlt.')
    return []
  }
  return geometries.flatMap((geometry: unknown, at) => {
    const path = `objects.${name}.geometries[${at}]`
    const read = budget.left < 0 ? undefined : readGeometry(geometry, wanted, { arcs, path, faults, budget })
    return read ? [read] : []
  })
}

function chooseObject(
  objects: unknown,
  wanted: string | undefined,
  faults: Faults,
): { name: string; object: Thing } | undefined {
  const names = isThing(objects) ? Object.keys(objects) : []
  const name = wanted ?? (names.length === 1 ? names[0] : undefined)
  const object = isThing(objects) && name !== undefined ? own(objects, name) : undefined
  if (name !== undefined && isThing(object)) return { name, object }
  const there = names.slice(0, 8).join(', ').slice(0, 200)
  if (names.length === 0) faults.add('objects', 'Die Topologie enthält keine Ebene mit Flächen.')
  else if (wanted === undefined)
    faults.add('object', `Die Datei enthält mehrere Ebenen: ${there}. Bitte geben Sie an, welche die Landkreise zeigt.`)
  else faults.add('object', `Diese Ebene gibt es in der Datei nicht. Sie enthält: ${there}.`)
  return
}

/** Arcs as positions in degrees; with a transform they are steps on a grid, each from the one before. */
function readArcs(document: Thing, faults: Faults, budget: Budget): unknown[][] | undefined {
  const arcs = own(document, 'arcs')
  if (!Array.isArray(arcs) || !arcs.every(Array.isArray)) {
    faults.add('arcs', 'Die Topologie hat keine Linien (arcs).')
    return
  }
  const transform = own(document, 'transform')
  if (transform === undefined) return arcs
  const [scale, translate] = isThing(transform) ? [pair(transform, 'scale'), pair(transform, 'translate')] : []
  if (!scale || !translate) {
    faults.add('transform', 'Hier werden scale und translate mit je zwei Zahlen erwartet.')
    return
  }
  if (arcs.reduce((sum: number, arc: unknown[]) => sum + arc.length, 0) > budget.left) {
    budget.left = -1
    return
  }
  return arcs.map((arc: unknown[]) => unfolded(arc, scale, translate))
}

function pair(thing: Thing, name: string): Point | undefined {
  const value = own(thing, name)
  const [x, y]: unknown[] = Array.isArray(value) ? value : []
  return typeof x === 'number' && typeof y === 'number' ? [x, y] : undefined
}

/** What is no position stays as it is: it is told where it is read. */
function unfolded(arc: readonly unknown[], scale: Point, translate: Point): unknown[] {
  let [x, y] = [0, 0]
  return arc.map((step) => {
    const [right, up]: unknown[] = Array.isArray(step) ? step : []
    if (typeof right !== 'number' || typeof up !== 'number') return step
    x += right
    y += up
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]]
  })
}

interface Reading {
  arcs: unknown[][]
  path: string
  faults: Faults
  budget: Budget
}

function readGeometry(geometry: unknown, wanted: Properties, reading: Reading): Feature | undefined {
  const { path, faults, arcs, budget } = reading
  const type = isThing(geometry) ? own(geometry, 'type') : undefined
  if (!isThing(geometry) || (type !== 'Polygon' && type !== 'MultiPolygon')) {
    faults.add(path, `Eine Fläche ist Polygon oder MultiPolygon, nicht ${typeInWords(type)}.`)
    return
  }
  const properties = own(geometry, 'properties')
  const id = own(geometry, 'id')
  const said = { ...(id === undefined ? {} : { key: id }), ...(isThing(properties) ? properties : {}) }
  const names = readProperties(said, wanted, `${path}.properties`, faults)
  const polygons = readPolygons(
    type,
    own(geometry, 'arcs'),
    (ring, place) => {
      const positions = stitch(ring, arcs, place, faults, budget)
      return positions && readRing(positions, place, faults, budget)
    },
    `${path}.arcs`,
    faults,
  )
  return names && { ...names, polygons }
}

/** A ring names its arcs one after the other, ~n for arc n backwards; where two meet, the point is said twice. */
function stitch(ring: unknown, arcs: unknown[][], path: string, faults: Faults, budget: Budget): unknown[] | undefined {
  if (!Array.isArray(ring)) {
    faults.add(path, 'Hier wird eine Liste von Linien erwartet.')
    return
  }
  const positions: unknown[] = []
  for (const index of ring as unknown[]) {
    const arc = typeof index === 'number' && Number.isInteger(index) ? arcs[index < 0 ? ~index : index] : undefined
    if (!arc) {
      faults.add(path, 'Diese Linie gibt es in der Datei nicht.')
      return
    }
    if (positions.length + arc.length > budget.left) {
      budget.left = -1
      return
    }
    for (const position of Number(index) < 0 ? arc.toReversed() : arc) positions.push(position)
  }
  return positions
}
