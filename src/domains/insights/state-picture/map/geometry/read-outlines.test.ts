import { expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { drawOutlines } from './draw-outlines.ts'
import type { Properties } from './feature.ts'
import { readOutlines } from './read-outlines.ts'

type Position = (number | string | null)[]
const ring: Position[] = [
  [11, 51],
  [12, 51],
  [12, 52],
  [11, 51],
]
const feature = (
  properties: unknown = { ARS: '15981', GEN: 'Nordaue' },
  geometry: unknown = { type: 'Polygon', coordinates: [ring] },
) => ({
  type: 'Feature',
  properties,
  geometry,
})
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features })
const topology = (more: Record<string, unknown> = {}) => ({
  type: 'Topology',
  transform: { scale: [0.1, 0.1], translate: [11, 51] },
  arcs: [
    [
      [0, 0],
      [10, 0],
    ],
    [
      [10, 0],
      [0, 10],
      [-10, -10],
    ],
  ],
  objects: {
    kreise: {
      type: 'GeometryCollection',
      geometries: [{ type: 'Polygon', arcs: [[0, 1]], properties: { ARS: '15981', GEN: 'Nordaue' } }],
    },
  },
  ...more,
})

const read = (document: unknown, wanted?: Properties) =>
  readOutlines(typeof document === 'string' ? document : JSON.stringify(document), wanted)

/** Place and sentence of every fault. */
function faults(document: unknown, wanted?: Properties): string {
  const outcome = read(document, wanted)
  if (!isRefusal(outcome)) return ''
  expect(outcome.refused).toMatch(/nicht eingelesen/)
  return (outcome.errors ?? []).map(({ path, message }) => `${path}: ${message}`).join('\n')
}

test('areas come with key and name from the usual properties, or from those that are named', () => {
  const nordaue = { key: '15981', name: 'Nordaue' }
  expect(read(collection(feature()))).toMatchObject([nordaue])
  expect(read(collection(feature({ AGS: 15_981, GEN: ' Nordaue ' })))).toMatchObject([nordaue])
  expect(read(collection(feature({ id: '15981', bez: 'Nordaue' })), { key: 'id', name: 'bez' })).toMatchObject([
    nordaue,
  ])
  expect(read(`\ufeff${JSON.stringify(collection(feature()))}`)).toMatchObject([nordaue])
})

test('a topology is unfolded, quantized or not, forwards and backwards', () => {
  const features = read(topology())
  if (isRefusal(features)) throw new Error(features.refused)
  expect(features[0]?.polygons[0]?.[0]?.map((point) => point.map((value) => Math.round(value * 10) / 10))).toEqual([
    [11, 51],
    [12, 51],
    [12, 52],
  ])
  const plain = topology({ transform: undefined, arcs: [ring] })
  plain.objects.kreise.geometries[0] = { type: 'Polygon', arcs: [[-1]], properties: { ARS: '15981', GEN: 'Nordaue' } }
  expect(read(plain)).toMatchObject([
    {
      polygons: [
        [
          [
            [11, 51],
            [12, 52],
            [12, 51],
          ],
        ],
      ],
    },
  ])
})

test('what is no map is refused in words', () => {
  expect(faults('')).toContain('kein gültiges JSON')
  expect(faults('{"type":\n "FeatureCollection",,')).toContain('(Zeile 2, Zeichen 22)')
  expect(faults('null')).toContain(
    'type: Erwartet wird GeoJSON (FeatureCollection) oder TopoJSON (Topology), die Datei ist ohne Angabe.',
  )
  expect(faults([])).toContain('type:')
  expect(faults({ type: 'Feature' })).toContain('die Datei ist „Feature“')
  expect(faults({ type: 'FeatureCollection' })).toContain('features:')
  expect(faults(collection())).toBe('file: Die Datei enthält keine Flächen.')
  expect(faults(collection(null, 7, { type: 'Feature', geometry: null }))).toMatch(
    /features\[0\]: .*\nfeatures\[1\]: .*\nfeatures\[2\]: /,
  )
  expect(faults(collection(feature({ ARS: '1', GEN: 'Punkt' }, { type: 'Point', coordinates: [11, 51] })))).toContain(
    'features[0].geometry: Eine Fläche ist Polygon oder MultiPolygon, nicht „Point“.',
  )
})

test('coordinates are two numbers in degrees', () => {
  const at = (position: Position) =>
    faults(collection(feature(undefined, { type: 'Polygon', coordinates: [[ring[0], position, ring[2]]] })))
  const place = 'features[0].geometry.coordinates[0][1]: '
  expect(at([null, 51])).toBe(`${place}Hier werden zwei Zahlen erwartet: Länge und Breite.`)
  expect(at([11])).toContain(place)
  expect(at(['11', '51'])).toContain(place)
  expect(
    faults(
      '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"ARS":"1","GEN":"a"},"geometry":{"type":"Polygon","coordinates":[[[1e999,1],[2,2],[3,1]]]}}]}',
    ),
  ).toContain('coordinates[0][0]')
  expect(at([667_000, 5_780_000])).toBe(
    `${place}667000,00; 5780000,0 liegt außerhalb von WGS 84 (Länge und Breite in Grad). Bitte speichern Sie die Datei in EPSG:4326.`,
  )
  const empty = (coordinates: unknown) => faults(collection(feature(undefined, { type: 'MultiPolygon', coordinates })))
  expect(empty([])).toContain('keinen Umriss')
  expect(empty([[]])).toContain('coordinates[0]: Die Fläche hat keinen Umriss.')
  expect(empty([[[]]])).toContain('mindestens drei')
  expect(empty('x')).toContain('keinen Umriss')
  expect(empty(undefined)).toContain('keinen Umriss')
})

test('key and name are there, are text, and no key is there twice', () => {
  expect(faults(collection(feature({ BEZ: 'Landkreis' })))).toBe(
    [
      'features[0].properties: Es fehlt der Schlüssel der Fläche (ARS, AGS, RS, ars, ags, key). Die Datei nennt: BEZ.',
      'features[0].properties: Es fehlt der Name der Fläche (GEN, gen, NAME, name). Die Datei nennt: BEZ.',
    ].join('\n'),
  )
  expect(faults(collection(feature(null)))).toContain('Die Datei nennt keine Eigenschaften.')
  expect(faults(collection(feature()), { key: 'toString' })).toContain('Es fehlt der Schlüssel der Fläche (toString)')
  expect(faults(collection(feature({ ARS: '', GEN: {} })))).toContain(
    'features[0].properties.ARS: Der Schlüssel der Fläche ist leer.',
  )
  expect(faults(collection(feature({ ARS: '1', GEN: 'a\u0000b' })))).toContain('sich nicht speichern lässt')
  expect(faults(collection(feature({ ARS: '1', GEN: 'x'.repeat(101) })))).toContain('mehr als 100 Zeichen')
  expect(faults(collection(feature(), feature({ ARS: '15981', GEN: 'Elbtal' })))).toBe(
    'file: Der Schlüssel 15981 kommt 2-mal vor (Nordaue, Elbtal). Bitte fassen Sie Flächen mit demselben Schlüssel zu einer zusammen.',
  )
  expect(read(collection(feature({ ARS: '1', GEN: '<script>alert(1)</script>' })))).toMatchObject([
    { name: '<script>alert(1)</script>' },
  ])
})

test('a topology says which object is meant, and what is broken in it', () => {
  const two = topology({ objects: { kreise: {}, gemeinden: {} } })
  expect(faults(two)).toBe(
    'object: Die Datei enthält mehrere Ebenen: kreise, gemeinden. Bitte geben Sie an, welche die Landkreise zeigt.',
  )
  expect(faults(two, { object: 'länder' })).toContain('Diese Ebene gibt es in der Datei nicht.')
  expect(faults(topology(), { object: '__proto__' })).toContain('Diese Ebene gibt es in der Datei nicht.')
  expect(faults(topology({ objects: {} }))).toContain('keine Ebene')
  expect(faults(topology({ arcs: 7 }))).toContain('arcs:')
  expect(faults(topology({ transform: { scale: [1] } }))).toContain('transform:')
  expect(faults(topology({ arcs: [] }))).toContain('Diese Linie gibt es in der Datei nicht.')
  expect(faults(topology({ transform: { scale: [1e308, 1e308], translate: [1e308, 0] } }))).toContain(
    'kreise.geometries[0].arcs[0]',
  )
})

test('what would grow without end is refused before it does', () => {
  const arc = Array.from({ length: 10_000 }, (_, at) => [at % 2, 1])
  const bomb = topology({ arcs: [arc] })
  bomb.objects.kreise.geometries[0] = {
    type: 'Polygon',
    arcs: [Array.from({ length: 100_000 }, () => 0)],
    properties: { ARS: '1', GEN: 'Bombe' },
  }
  expect(faults(bomb)).toContain('mehr als 200.000 Punkte')
  const deep = '['.repeat(2_000_000) + ']'.repeat(2_000_000)
  expect(faults(deep)).toContain('type:')
  expect(
    faults(`{"type":"FeatureCollection","features":[{"geometry":{"type":"Polygon","coordinates":${deep}}}]}`),
  ).toContain('features[0]')
  expect(
    faults(collection(...Array.from({ length: 501 }, (_, at) => feature({ ARS: String(at), GEN: 'x' })))),
  ).toContain('501 Flächen; möglich sind 500')
  expect(faults(collection(...Array.from({ length: 100 }, () => null)))).toContain('file: Und 80 weitere Fehler')
})

test('areas that cannot be one sheet are refused', () => {
  const drawn = (...coordinates: Position[][]) => {
    const features = read(
      collection(feature(undefined, { type: 'MultiPolygon', coordinates: coordinates.map((one) => [one]) })),
    )
    return isRefusal(features) ? features : drawOutlines(features)
  }
  expect(
    JSON.stringify(
      drawn(ring, [
        [100, 0],
        [101, 0],
        [101, 1],
      ]),
    ),
  ).toContain('mehr als 40 Grad')
  expect(
    JSON.stringify(
      drawn([
        [11, 51],
        [12, 51],
        [11.5, 51],
      ]),
    ),
  ).not.toContain('NaN')
  expect(
    JSON.stringify(
      drawn([
        [11, 51],
        [11, 52],
        [11, 51.5],
      ]),
    ),
  ).toContain('keine Ausdehnung')
})
