// Who gets what of budgets, orders and measures.
import type { RouteRule } from './rules.ts'
import type { Meeting, TableRule } from './table-rules.ts'

const readers = ['anyRole', 'assigned', 'programmeLeader']

export const fundingTableRules: Record<string, TableRule> = {
  // Written by the entries alone.
  'funding.account': { select: readers },
  'funding.service_order': { select: [...readers, 'suppliesOrder'], update: ['leadsOrder'] },
  'funding.entry': { select: readers },
  'funding.reference_counter': {},
}

export const fundingMeanings: Readonly<Record<string, (meeting: Meeting) => boolean>> = {
  leadsOrder: ({ standing }) => standing.roles.includes('programmeManager'),
  suppliesOrder: ({ standing, row }) =>
    standing.roles.includes('contractorOffice') && row['contractor_id'] === standing.own,
}

/** Of an organization that is not there. */
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

const everybody = (status: number): RouteRule => {
  const expected = { by: {}, otherwise: status }
  return {
    object: 'nothing',
    own: expected,
    foreign: expected,
    unknown: expected,
    malformed: expected,
    exact: () => status,
  }
}

const entry = {
  from: 'limit',
  to: 'planned',
  amountCents: 1,
  orderReference: 'Rundreise',
  reason: 'Von der Rundreise.',
}

const takePart = new Set(['musterstadt', 'elbaue', 'kleinweiler', 'auental'])
const form: Partial<RouteRule> = { send: () => ({ form: {} }) }

export const fundingPageRules: Record<string, RouteRule> = {
  // Straight to the one budget that a municipality of the story has.
  'GET /budget': {
    ...everybody(200),
    exact: ({ roles }) => (roles.some(({ organization }) => takePart.has(organization)) ? 303 : 200),
  },
  'GET /teilnahmen/:id/budget': nowhere(),
  'GET /teilnahmen/:id/budget/kontoauszug.pdf': nowhere(),
  'GET /teilnahmen/:id/budget/kontoauszug.xlsx': nowhere(),
  'GET /teilnahmen/:id/budget/buchung': nowhere(),
  'POST /teilnahmen/:id/budget/buchung': nowhere(form),
  'GET /teilnahmen/:id/budget/buchungen/:entry/berichtigung': nowhere(),
  'POST /teilnahmen/:id/budget/buchungen/:entry/berichtigung': nowhere(form),
  'GET /programme-im-verbund/:id/budgets': nowhere(),
  'GET /programme-im-verbund/:id/budgets/tabelle.xlsx': nowhere(),
  'GET /programme-im-verbund/:id/budgets/kontoauszug.pdf': nowhere(),
  'GET /programme-im-verbund/:id/budgets/kontoauszug.xlsx': nowhere(),
}

export const fundingOperationRules: Record<string, RouteRule> = {
  'GET /budget-accounts': everybody(200),
  'GET /budget-accounts/:organizationId': nowhere(),
  'GET /budget-accounts/:organizationId/entries': nowhere(),
  'GET /budget-accounts/:organizationId/statement.pdf': nowhere(),
  'GET /budget-accounts/:organizationId/statement.xlsx': nowhere(),
  'GET /programmes/:id/budget-statement.pdf': nowhere(),
  'GET /programmes/:id/budget-statement.xlsx': nowhere(),
  'POST /budget-accounts/:organizationId/entries': nowhere({ send: () => ({ json: entry }) }),
}
