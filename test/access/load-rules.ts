// Who gets what of the workbooks of a running programme: whoever leads it.
import type { RouteRule } from './rules.ts'
import type { TableRule } from './table-rules.ts'

const ofLeaders: TableRule = {
  select: ['programmeLeader'],
  insert: ['programmeLeader'],
  update: ['programmeLeader'],
}

export const loadTableRules: Record<string, TableRule> = {
  'loads.load': ofLeaders,
  'loads.draft': ofLeaders,
  'loads.mapping': ofLeaders,
  // Money: no assessor.
  'loads.opening_amount': { ...ofLeaders, select: ['anyRole', 'inProgramme'] },
}

/** On a programme that is not there. */
const nowhere = (more: Partial<RouteRule> = {}): RouteRule => {
  const expected = { by: {}, otherwise: 404 }
  return {
    object: 'catalog',
    own: expected,
    foreign: expected,
    unknown: expected,
    malformed: expected,
    exact: () => 404,
    ...more,
  }
}

const unsaid = { by: {}, otherwise: 422 }

export const loadOperationRules: Record<string, RouteRule> = {
  'POST /enrollments/import': {
    object: 'nothing',
    own: unsaid,
    foreign: unsaid,
    unknown: unsaid,
    malformed: unsaid,
    exact: () => 422,
    send: () => ({ file: 'Name;Phase\n' }),
  },
  'GET /programmes/:id/export.xlsx': nowhere(),
  'GET /programmes/:id/template.xlsx': nowhere(),
}

export const loadPageRules: Record<string, RouteRule> = {
  'GET /programme-im-verbund/:id/einlesen': nowhere(),
  'POST /programme-im-verbund/:id/einlesen': nowhere({ send: () => ({ file: 'Name;Phase\n' }) }),
  'GET /programme-im-verbund/:id/einlesen/:load': nowhere(),
  'POST /programme-im-verbund/:id/einlesen/:load/zuordnung': nowhere({ send: () => ({ form: {} }) }),
  'POST /programme-im-verbund/:id/einlesen/:load/korrektur': nowhere({ send: () => ({ form: {} }) }),
  'POST /programme-im-verbund/:id/einlesen/:load/laden': nowhere({ send: () => ({ form: {} }) }),
  'GET /programme-im-verbund/:id/einlesen/:load/fehler.xlsx': nowhere(),
  'GET /programme-im-verbund/:id/vorlage.xlsx': nowhere(),
  'GET /programme-im-verbund/:id/ausgabe.xlsx': nowhere(),
}
