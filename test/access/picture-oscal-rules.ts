// Who gets pictures as OSCAL: nothing is there to visit; who gets an existing one is tried in test/state-picture.
import type { RouteRule } from './rules.ts'

const nowhere: RouteRule = {
  object: 'catalog',
  own: { by: {}, otherwise: 404 },
  foreign: { by: {}, otherwise: 404 },
  unknown: { by: {}, otherwise: 404 },
  malformed: { by: {}, otherwise: 404 },
  exact: () => 404,
}

export const pictureOscalPageRules: Record<string, RouteRule> = { 'GET /landesbild/:id/ergebnis.oscal.json': nowhere }

export const pictureOscalOperationRules: Record<string, RouteRule> = { 'GET /state-pictures/:id/oscal': nowhere }
