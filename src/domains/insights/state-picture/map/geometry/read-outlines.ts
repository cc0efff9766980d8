import { type Outcome, refuse } from '#kernel/outcome.ts'
import { Faults, type Feature, isThing, mostAreas, mostPoints, own, type Properties } from './feature.ts'
import { readGeoJson, typeInWords } from './read-geojson.ts'
import { freshBudget } from './read-rings.ts'
import { readTopology } from './read-topology.ts'

const refused = 'Die Umrisse sind nicht eingelesen.'

/** Areas out of the text of a GeoJSON or TopoJSON file in WGS 84. Every fault is told with its place. */
export function readOutlines(text: string, wanted: Properties = {}): Outcome<Feature[]> {
  const document = parsed(text)
  if ('message' in document) return refuse(refused, [{ path: 'file', message: document.message }])
  const faults = new Faults()
  const budget = freshBudget()
  const features = readAny(document.value, wanted, faults, budget)
  if (budget.left < 0)
    return refuse(refused, [
      {
        path: 'file',
        message: `Die Umrisse haben mehr als ${mostPoints / 1000}.000 Punkte. Bitte vereinfachen Sie sie oder nehmen Sie einen gröberen Maßstab.`,
      },
    ])
  if (faults.isEmpty) checkWhole(features, faults)
  return faults.isEmpty ? features : refuse(refused, faults.inWords())
}

function readAny(
  value: unknown,
  wanted: Properties,
  faults: Faults,
  budget: ReturnType<typeof freshBudget>,
): Feature[] {
  const type = isThing(value) ? own(value, 'type') : undefined
  if (isThing(value) && type === 'FeatureCollection') return readGeoJson(value, wanted, faults, budget)
  if (isThing(value) && type === 'Topology') return readTopology(value, wanted, faults, budget)
  faults.add(
    'type',
    `Erwartet wird GeoJSON (FeatureCollection) oder TopoJSON (Topology), die Datei ist ${typeInWords(type)}.`,
  )
  return []
}

function parsed(text: string): { value: unknown } | { message: string } {
  try {
    return { value: JSON.parse(text.replace(/^\ufeff/, '')) }
  } catch (error) {
    const place = /line (\d+) column (\d+)/.exec(String(error))
    const where = place ? ` (Zeile ${place[1]}, Zeichen ${place[2]})` : ''
    return { message: `Die Datei ist kein gültiges JSON${where}. Bitte speichern Sie sie als GeoJSON oder TopoJSON.` }
  }
}

/** What only shows when all areas are seen together. */
function checkWhole(features: readonly Feature[], faults: Faults): void {
  if (features.length === 0) faults.add('file', 'Die Datei enthält keine Flächen.')
  if (features.length > mostAreas)
    faults.add('file', `Die Datei enthält ${features.length} Flächen; möglich sind ${mostAreas}.`)
  for (const [key, same] of Map.groupBy(features, (feature) => feature.key))
    if (same.length > 1)
      faults.add(
        'file',
        `Der Schlüssel ${key} kommt ${same.length}-mal vor (${[...new Set(same.map(({ name }) => name))].slice(0, 3).join(', ')}). Bitte fassen Sie Flächen mit demselben Schlüssel zu einer zusammen.`,
      )
}
