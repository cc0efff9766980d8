// What the tours of all routes share: the world they walk through, and who walks.
import type { TestHouse } from '../harness/house.ts'
import { expect } from 'vitest'
import { test } from '../harness/house.ts'
import { asOwner } from './as-owner.ts'
import { rules } from './rules.ts'
import { placeNamed } from './standings.ts'
import { Visitor } from './visitor.ts'
import { type Guest, visitEverything } from './visits.ts'
import { actsFor, readWorld, story, type World } from './world.ts'

let reading: Promise<World> | undefined
export const worldOf = (house: TestHouse): Promise<World> => (reading ??= readWorld(house))

export const personOf = (email: string | undefined) => story.people.find((person) => person.email === email)

export const guest = async (house: TestHouse, email?: string): Promise<Guest> => ({
  person: personOf(email),
  visitor: await Visitor.enter(house, email, await chosenBy(house, email)),
})

/** Who has several organizations says for which; everybody else has no need to. */
const chosenBy = async (house: TestHouse, email: string | undefined): Promise<string | undefined> => {
  const person = personOf(email)
  if (!person || new Set(person.roles.map(({ organization }) => organization)).size < 2) return undefined
  const name = story.organizations.find(({ key }) => key === actsFor(person))?.name ?? ''
  return asOwner(house, (db) => placeNamed(db, name))
}

const people = [{ name: 'a stranger' }, ...story.people.map(({ email }) => ({ name: email, email }))]

/** Everybody of the story whose place is this one of so many: files of their own, so that several go at once. */
export const tour = (place: number, of: number): void =>
  test.for<{ name: string; email?: string }>(people.filter((_, at) => at % of === place))(
    '$name gets on every route what the rules say, and nothing foreign',
    { timeout: 300_000 },
    async ({ email }, { house }) => {
      const world = await worldOf(house)
      const { visits, complaints } = await visitEverything(world, await guest(house, email), rules)
      expect(complaints).toEqual([])
      expect(visits).toBeGreaterThanOrEqual(150)
    },
  )
