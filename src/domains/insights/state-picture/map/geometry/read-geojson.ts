import { type Faults, type Feature, isThing, own, type Properties, type Thing } from './feature.ts'
import { readProperties } from './read-properties.ts'
import { type Budget, readPolygons, readRing } from './read-rings.ts'

/** The areas of a FeatureCollection; faults are told. */
export function readGeoJson(document: Thing, wanted: Properties, faults: Faults, budget: Budget): Feature[] {
  const features = own(document, 'features')
  if (!Array.isArray(features)) {
    faults.add('features', 'Eine FeatureCollection nennt ihre Flächen in der Liste „features“; sie fehlt.')
    return []
  }
  return features.flatMap((feature: unknown, at) => {
    const read = budget.left < 0 ? undefined : readFeature(feature, wanted, `features[${at}]`, faults, budget)
    return read ? [read] : []
  })
}

function readFeature(
  feature: unknown,
  wanted: Properties,
  path: string,
  faults: Faults,
  budget: Budget,
): Feature | undefined {
  const geometry = isThing(feature) ? own(feature, 'geometry') : undefined
  if (!isThing(feature) || !isThing(geometry)) {
    faults.add(path, 'Hier wird eine Fläche erwartet (Feature mit geometry).')
    return
  }
  const properties = own(feature, 'properties')
  const names = readProperties(isThing(properties) ? properties : {}, wanted, `${path}.properties`, faults)
  const type = own(geometry, 'type')
  if (type !== 'Polygon' && type !== 'MultiPolygon') {
    faults.add(`${path}.geometry`, `Eine Fläche ist Polygon oder MultiPolygon, nicht ${typeInWords(type)}.`)
    return
  }
  const polygons = readPolygons(
    type,
    own(geometry, 'coordinates'),
    (ring, place) => readRing(ring, place, faults, budget),
    `${path}.geometry.coordinates`,
    faults,
  )
  return names && { ...names, polygons }
}

export const typeInWords = (type: unknown): string =>
  typeof type === 'string' && type !== '' ? `„${type.slice(0, 40)}“` : 'ohne Angabe'
