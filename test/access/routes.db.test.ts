// Every route has its rule, and a rule that is wrong is reported; who walks them is in the tours.
import { expect } from 'vitest'
import { type App, apiBase, createApp } from '#app/create-app.ts'
import { operations, pages } from '#app/modules.ts'
import { elbaue, test } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import { type Expected, type RouteRule, rules } from './rules.ts'
import { guest, personOf, worldOf } from './tour.ts'
import { Visitor } from './visitor.ts'
import { type Guest, visitEverything } from './visits.ts'
import { openControl, standingOf, story } from './world.ts'

const mounted = (app: App): string[] =>
  app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)

/** Routes without a rule, and rules without a route. */
const uncovered = (app: App, ruled: Record<string, unknown>): string[] => [
  ...mounted(app)
    .filter((key) => !(key in ruled))
    .map((key) => `${key} has no row in rules.ts`),
  ...Object.keys(ruled)
    .filter((key) => !mounted(app).includes(key))
    .map((key) => `${key} has a row in rules.ts but no route`),
]

test('every route has a row in the rules, and every row has a route', ({ house }) => {
  expect(uncovered(house.app, rules)).toEqual([])
  const declared = [
    ...pages.map(({ method, path }) => `${method} ${path}`),
    ...operations.map(
      ({ method, path }) => `${method.toUpperCase()} ${apiBase}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    ),
  ]
  expect(declared.filter((key) => !(key in rules))).toEqual([])
  expect(Object.keys(rules).length).toBeGreaterThanOrEqual(40)
})

test('a page or an operation without a row is reported, and so is a row without a route', ({ house }) => {
  const app = createApp(house.services)
  app.get('/geheim', (call) => call.text(''))
  app.delete('/api/v1/assessments/:id', (call) => call.text(''))
  const { 'GET /': _, ...fewer } = rules
  expect(uncovered(app, { ...fewer, 'GET /gestern': {} })).toEqual([
    'GET / has no row in rules.ts',
    'GET /geheim has no row in rules.ts',
    'DELETE /api/v1/assessments/:id has no row in rules.ts',
    'GET /gestern has a row in rules.ts but no route',
  ])
})

test('every kind of visitor the rules know is there', () => {
  const standings = new Set(story.people.map(standingOf))
  expect([...standings].toSorted()).toEqual([
    'administrator',
    'assessor',
    'colleague',
    'manager',
    'other',
    'ownStaff',
    'staff',
  ])
})

const permitted: Expected = { by: {}, otherwise: 200 }
const planted: RouteRule = {
  object: 'nothing',
  own: permitted,
  foreign: permitted,
  unknown: permitted,
  malformed: permitted,
}

test('an expectation that allows too much fails', async ({ house }) => {
  const world = await worldOf(house)
  const timm = await guest(house, elbaue)
  const key = 'GET /pruefungen/:id'
  const { complaints } = await visitEverything(world, timm, { [key]: { ...planted, object: 'check' } })
  const sides = complaints.map((complaint) => /\((\w+)\) answered 404 instead of 200$/.exec(complaint)?.[1])
  expect(sides).toEqual(['foreign', 'foreign', 'unknown', 'malformed', 'malformed', 'malformed', 'malformed'])
  const shut = {
    ...planted,
    object: 'check',
    own: { by: {}, otherwise: 404 },
    foreign: { by: {}, otherwise: 404 },
  } as const
  expect((await visitEverything(world, timm, { [key]: shut })).complaints.join()).toContain(
    '(own) answered 200 instead of 404',
  )
})

test('a page that shows what is foreign, and a refusal that writes, are reported', async ({ house }) => {
  const world = await worldOf(house)
  const app = createApp(house.services)
  const [secret = ''] = world.towns[0]?.secrets ?? []
  app.get('/geheim', (call) => call.text(`Aus der Akte: ${secret}`))
  app.post('/schreibt', async (call) => {
    await asOwner(house, (db) => db.updateTable('organizations.organization').set({ population: 1 }).execute())
    return call.text('', 403)
  })
  const timm: Guest = { person: personOf(elbaue), visitor: await Visitor.enter(house, elbaue, undefined, app) }
  const shown = await visitEverything(world, timm, { 'GET /geheim': planted })
  expect(shown.complaints).toEqual([`${elbaue}: GET /geheim (own) showed “${secret}”`])
  const refused: RouteRule = { ...planted, own: { by: {}, otherwise: 403 }, send: () => ({ form: {} }) }
  const written = await visitEverything(world, timm, { 'POST /schreibt': refused })
  expect(written.complaints).toEqual([`${elbaue}: POST /schreibt (own) wrote although it answered 403`])
})

test('acting for an organization where one holds no role is 404 on every operation', async ({ house }) => {
  const { towns } = await worldOf(house)
  const timm = await house.as(elbaue)
  for (const { method, path } of operations) {
    const there = path.replace('{id}', towns[0]?.check ?? '').replace('{controlId}', openControl)
    for (const place of [towns[0]?.organization ?? '', 'not-a-uuid', '']) {
      const reply = await timm.call(method.toUpperCase(), there, method === 'get' ? undefined : {}, {
        'lotsenwerk-acting-for': place,
      })
      expect([method, path, place, reply.status]).toEqual([method, path, place, 404])
    }
  }
})
