// Who gets what of the map of the state picture: read by all, imported by whoever leads programmes.
import type { Expected, RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'

const outlines = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { ARS: '15999', GEN: 'Nordaue' },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [11, 52],
            [12, 52],
            [12, 53],
            [11, 52],
          ],
        ],
      },
    },
  ],
})

const alike = (expected: Expected): RouteRule => ({
  object: 'nothing',
  own: expected,
  foreign: expected,
  unknown: expected,
  malformed: expected,
})

const imports = { send: () => ({ file: outlines }) }

export const mapPageRules: Record<string, RouteRule> = {
  'GET /landesbild/karte': alike({ by: { 200: ['manager'] }, otherwise: 403 }),
  // Without title and attribution.
  'POST /landesbild/karte': { ...alike({ by: { 422: ['manager'] }, otherwise: 403 }), ...imports },
}

export const mapOperationRules: Record<string, RouteRule> = {
  'GET /maps/current': alike({ by: {}, otherwise: 200 }),
  'POST /maps': { ...alike({ by: { 422: ['manager'] }, otherwise: 403 }), ...imports },
}

/** The public picture is drawn for people without an account. */
export const mapMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = { whoever: () => true }

export const mapTableRules: Record<string, TableRule> = {
  'pictures.map': { select: ['whoever'], insert: ['programmeManager', 'operator'] },
}
