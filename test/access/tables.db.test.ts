// Row-level security, generated: every table of the catalog × select, insert, update, delete × everybody (docs/access.md).
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { runVerb } from '#app/operator.ts'
import { packageRoot } from '#platform/config.ts'
import { elbaue, isb, test } from '../harness/house.ts'
import { switchOn } from '../harness/second-factor.ts'
import { announcementIsMade } from './announcement-is-made.ts'
import { asOwner } from './as-owner.ts'
import { feedsArrive } from './calendar-rules.ts'
import { carryOversArrive } from './check-rules.ts'
import { complaintsAbout } from './complaints.ts'
import { elbaueBegins } from './elbaue-begins.ts'
import { peopleMove } from './people-move.ts'
import { coursesArrive } from './guidance-table-rules.ts'
import { filesArrive } from './floor-rules.ts'
import { digestsArrive } from './inbox-rules.ts'
import { profileIsImported } from './profile-is-imported.ts'
import { reopeningsArrive } from './review-rules.ts'
import { isTable, readRelations } from './read-schema.ts'
import { gatherStandings } from './standings.ts'
import { readTrials, type Survey, surveyAs } from './survey.ts'
import { searchIsUsed } from './search-rules.ts'
import { remindersArrive } from './measure-rules.ts'
import { tableRules } from './table-rules.ts'

const page = readFileSync(join(packageRoot, 'docs/access.md'), 'utf8')

test('every table declares its class, forces row security, is kept by its owner, indexed and described', async ({
  house,
}) => {
  const relations = await asOwner(house, readRelations)
  expect(relations.flatMap((relation) => complaintsAbout(relation, page))).toEqual([])
  expect(relations.filter(isTable).length).toBeGreaterThanOrEqual(17)
})

test('every rule belongs to a table that is there', async ({ house }) => {
  const names = new Set((await asOwner(house, readRelations)).map(({ name }) => name))
  expect(Object.keys(tableRules).filter((name) => !names.has(name))).toEqual([])
})

test(
  'of every table everybody reaches exactly the rows the rules give them, by all four operations',
  { timeout: 600_000 },
  async ({ house }) => {
    await house.signedIn(isb)
    await switchOn(house, elbaue)
    await house.signedIn(elbaue) // waits for its code
    await elbaueBegins(house)
    await peopleMove(house)
    await filesArrive(house)
    await coursesArrive(house)
    await digestsArrive(house)
    await feedsArrive(house)
    await profileIsImported(house)
    await announcementIsMade(house)
    await reopeningsArrive(house)
    await carryOversArrive(house)
    await house.services.worker.runDue() // regular jobs get their rows
    await searchIsUsed(house)
    await remindersArrive(house)
    await runVerb(house.services, 'maintenance on', {})
    const standings = await gatherStandings(house)
    const trials = await readTrials(house, tableRules)
    const surveys: Survey[] = []
    for (const standing of standings) surveys.push(await surveyAs(house, standing, trials))
    expect(surveys.flatMap(({ surprises }) => surprises)).toEqual([])
    const sum = (count: 'tried' | 'attempts'): number => surveys.reduce((total, survey) => total + survey[count], 0)
    expect(standings.length).toBeGreaterThanOrEqual(25)
    expect(sum('tried')).toBe(trials.length * 4 * standings.length)
    expect(sum('tried')).toBeGreaterThanOrEqual(1800)
    expect(sum('attempts')).toBeGreaterThanOrEqual(8000)
  },
)
