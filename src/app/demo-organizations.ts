import type { Temporal } from 'temporal-polyfill'
import { localDay } from '#kernel/local-day.ts'
import { type Outcome, isRefusal } from '#kernel/outcome.ts'
import {
  addOrganization,
  type ContactFunction,
  findOrganization,
  type Kind,
  recordSuccession,
  renameOrganization,
  setContact,
} from '#foundation/organizations/index.ts'
import type { OperatorContext } from '#foundation/identity/index.ts'
import type { Context } from '#platform/http/context.ts'

export interface StoryOrganization {
  key: string
  name: string
  kind: Kind
  population: number | null
  county: string | null
  domains: string[]
  leitwegId: string | null
  /** What it was called until the end of the year before. */
  formerly?: { name: string; yearsAgo: number }
  /** Which one it was merged into on the first of January. */
  mergedInto?: { organization: string; yearsAgo: number }
  contacts?: StoryContact[]
}

interface StoryContact {
  function: ContactFunction
  name?: string
  email?: string
  phone?: string
  address?: string
  note?: string
  by: string
  for: string
  daysAgo: number
  at: string
}

export type Places = Map<string, { id: string; name: string; kind: Kind }>

/** Somebody who acts for an organization of the story, so many days ago. */
export type Speaker = (email: string, organization: string, daysAgo: number, at: string) => Promise<Context>

export async function addStoryOrganizations(ctx: OperatorContext, told: StoryOrganization[]): Promise<Places> {
  const places: Places = new Map()
  for (const { key, name, kind, population, county, domains, leitwegId, formerly } of told) {
    const facts = { kind, population, county, domains, leitwegId }
    const id = must(await addOrganization(ctx, { ...facts, name: formerly?.name ?? name }), key)
    places.set(key, { id, name, kind })
  }
  return places
}

/** What became of the organizations, and whom they name: told when there are people who can do so. */
export async function tellOrganizations(
  told: StoryOrganization[],
  places: Places,
  { now, manager, speaker }: { now: Temporal.Instant; manager: string; speaker: Speaker },
): Promise<void> {
  const yearBegan = (yearsAgo: number): string => `${localDay(now).year - yearsAgo}-01-01`
  const find = async (ctx: Context, key: string) => {
    const organization = await findOrganization(ctx.db, places.get(key)?.id ?? '')
    if (!organization) throw new Error(`demo: ${key} is not in the story`)
    return organization
  }
  for (const { key, name, formerly, mergedInto, contacts = [] } of told) {
    const ehlers = await speaker(manager, 'verbund', 30, '11:20')
    if (formerly)
      must(await renameOrganization(ehlers, await find(ehlers, key), { name, from: yearBegan(formerly.yearsAgo) }), key)
    if (mergedInto) {
      const successor = await find(ehlers, mergedInto.organization)
      const wanted = { successor, kind: 'merge', from: yearBegan(mergedInto.yearsAgo) } as const
      must(await recordSuccession(ehlers, await find(ehlers, key), wanted), key)
    }
    for (const { function: forWhat, by, for: actingFor, daysAgo, at, ...details } of contacts) {
      const ctx = await speaker(by, actingFor, daysAgo, at)
      const empty = { name: '', email: '', phone: '', address: '', note: '' }
      const place = { organizationId: (await find(ctx, key)).id, function: forWhat }
      must(await setContact(ctx, place, { ...empty, ...details }), key)
    }
  }
}

function must<T>(outcome: Outcome<T>, key: string): T {
  if (isRefusal(outcome)) throw new Error(`demo, ${key}: ${outcome.refused}`)
  return outcome
}
