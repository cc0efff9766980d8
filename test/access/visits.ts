// Every route as one person, on everything there is, and what was wrong about the answers.
import { sql } from 'kysely'
import { asOwner } from './as-owner.ts'
import { type Expected, readers, type RouteRule } from './rules.ts'
import { isOperation, type Seen, type Visitor } from './visitor.ts'
import { homesOf, type Standing, standingOf, type StoryPerson, story, tidy, type Town, type World } from './world.ts'

export interface Guest {
  /** Undefined for the stranger. */
  person: StoryPerson | undefined
  visitor: Visitor
}

interface Target {
  side: 'own' | 'foreign' | 'unknown' | 'malformed' | 'malformedControl'
  id: string
  control: string
}

const unknownId = '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d'
const malformed = ['not-a-uuid', '%00', "1'%20or%20'1'='1", 'x'.repeat(5000)]

export interface Tour {
  visits: number
  complaints: string[]
}

/** Visits each route on own, foreign, unknown and malformed objects. Signing out comes last. */
export async function visitEverything(world: World, guest: Guest, rules: Record<string, RouteRule>): Promise<Tour> {
  const tour: Tour = { visits: 0, complaints: [] }
  const watch: Watch = { world, mark: undefined, refused: [] }
  for (const [key, rule] of readsFirst(rules)) {
    for (const target of targetsOf(world, guest, rule)) {
      tour.visits += 1
      tour.complaints.push(...(await visitOnce(watch, guest, { key, rule, target })))
    }
    if (watch.refused.length >= mostSuspects) tour.complaints.push(...(await writtenBy(watch)))
  }
  tour.complaints.push(...(await writtenBy(watch)))
  return tour
}

/** Some reads are noted as seen: among writes each would end a row of refusals. */
const readsFirst = (rules: Record<string, RouteRule>): [string, RouteRule][] => {
  const { reads = [], writes = [] } = Object.groupBy(Object.entries(rules), ([key]) =>
    key.startsWith('GET ') ? 'reads' : 'writes',
  )
  return [...reads, ...writes]
}

/** So many refusals in a row are looked at together: few enough to find the one that wrote. */
const mostSuspects = 40

/** Whether refusals wrote: looked at once per row of them, whatever their routes, because a look at all tables costs more than a visit. */
interface Watch {
  world: World
  /** How the tables were when the row began; undefined after a visit that was allowed to write. */
  mark: string | undefined
  /** Visits that were refused since. */
  refused: string[]
}

/** Complains about the refusals since the last look when something was written. */
async function writtenBy(watch: Watch): Promise<string[]> {
  const suspects = watch.refused.splice(0)
  if (suspects.length === 0) return []
  const now = await fingerprint(watch.world)
  if (now === watch.mark) return []
  watch.mark = undefined
  return [suspects.length === 1 ? suspects.join() : `one of these: ${suspects.join('; ')}`]
}

function targetsOf(world: World, { person }: Guest, { object, control = '' }: RouteRule): Target[] {
  if (object === 'nothing') return [{ side: 'own', id: '', control }]
  const homes = person ? homesOf(person, world) : []
  const wrong: Target[] = malformed.map((id) => ({ side: 'malformed', id, control }))
  const unknown: Target = { side: 'unknown', id: unknownId, control }
  if (object === 'catalog') return [{ side: 'own', id: world.catalog, control }, unknown, ...wrong]
  const ids = world.towns.map((town): Target => ({
    side: homes.includes(town) ? 'own' : 'foreign',
    id: idOf(town, object),
    control,
  }))
  const own = ids.find(({ side }) => side === 'own')
  const lost: Target[] =
    own && control ? malformed.map((bad) => ({ side: 'malformedControl', id: own.id, control: bad })) : []
  return [...ids, unknown, ...wrong, ...lost]
}

const idOf = (town: Town, object: 'check' | 'organization' | 'person'): string => town[object]

interface Visit {
  key: string
  rule: RouteRule
  target: Target
}

async function visitOnce(watch: Watch, guest: Guest, { key, rule, target }: Visit): Promise<string[]> {
  const { world } = watch
  const [method = '', pattern = ''] = key.split(' ')
  const isWrite = method !== 'GET'
  const path = pattern
    .replace(':id', target.id)
    .replace(':controlId', target.control)
    .replace(':grantId', unknownId)
    .replace(':successionId', unknownId)
    .replace(':signOffId', unknownId)
    .replace(':reopeningId', unknownId)
    .replace(/:(delegation|evidence|comment)Id/, unknownId)
    .replace(':function', 'press')
    .replace('*', 'nichts')
  const where = `${guest.person?.email ?? 'a stranger'}: ${method} ${path.slice(0, 120)} (${target.side})`
  const sent = rule.send?.({ world, id: decodeURIComponent(target.id), email: guest.person?.email })
  const expected = expectedStatus(guest, pattern, method, { rule, target })
  const written = isWrite && expected.some((status) => status < 400) ? await writtenBy(watch) : []
  if (isWrite && watch.mark === undefined) {
    await tidy(world)
    watch.mark = await fingerprint(world)
  }
  const seen = await guest.visitor.visit(method, path, sent)
  if (isWrite && seen.status >= 400) watch.refused.push(`${where} wrote although it answered ${seen.status}`)
  else if (isWrite) watch.mark = undefined
  const complaints = [
    ...statusComplaints(seen, expected, guest, rule),
    ...leaksIn(world, guest, pattern, seen).map((secret) => `showed “${secret}”`),
  ]
  return [...written, ...complaints.map((complaint) => `${where} ${complaint}`)]
}

const statusComplaints = (
  { status, location }: Seen,
  expected: number[],
  { person }: Guest,
  { open }: RouteRule,
): string[] => {
  if (!expected.includes(status)) return [`answered ${status} instead of ${expected.join(' or ')}`]
  if (person === undefined && !open && status === 303 && !location.startsWith('/anmeldung'))
    return [`led a stranger to ${location}`]
  return []
}

function expectedStatus(
  { person }: Guest,
  pattern: string,
  method: string,
  { rule, target }: Omit<Visit, 'key'>,
): number[] {
  const standing = person ? standingOf(person) : 'stranger'
  if (standing === 'stranger' && !rule.open) return [!isOperation(pattern) && method === 'GET' ? 303 : 401]
  if (person && rule.exact) return [rule.exact(person, target.side)]
  // Whether the question is there or one may answer is looked at in either order: both say no.
  if (target.side === 'malformedControl') return rule.send && statusFor(rule.own, standing) === 403 ? [403, 404] : [404]
  return [statusFor(rule[target.side], standing)]
}

const statusFor = ({ by, otherwise }: Expected, standing: Standing): number =>
  Number(Object.entries(by).find(([, standings]) => standings?.includes(standing))?.[0] ?? otherwise)

/** Its examples name people of the demo, who are invented. */
const document = '/api/v1/openapi.json'

/** Notes of answers go to those who may read the check; names also to colleagues. */
function leaksIn(world: World, { person }: Guest, pattern: string, { text }: Seen): string[] {
  if (pattern === document) return []
  const entitled = person && readers.includes(standingOf(person)) ? homesOf(person, world) : []
  // Somebody who works for two towns is no secret of the other one.
  const known = new Set(entitled.flatMap(({ secrets }) => secrets))
  const foreign = world.towns
    .filter((town) => !entitled.includes(town))
    .flatMap(({ secrets }) => secrets.filter((secret) => !known.has(secret)))
  const colleagues = new Set(
    story.people
      .filter((other) => person && (isAtPlaceOf(other, person) || seesEverybody(person)))
      .map(({ name }) => name),
  )
  return foreign.filter((secret) => !colleagues.has(secret) && text.includes(secret))
}

/** The cooperative's staff see people and their functions everywhere. */
const seesEverybody = (person: StoryPerson): boolean =>
  ['manager', 'administrator', 'staff'].includes(standingOf(person))

const isAtPlaceOf = (other: StoryPerson, { roles }: StoryPerson): boolean =>
  other.roles.some(({ organization }) => roles.some((role) => role.organization === organization))

/** Changes with every row that a visit could write: it is one more, one less or of a younger transaction. Sessions are seen and reads are noted also where something is refused. */
async function fingerprint({ house, tables }: World): Promise<string> {
  const contents = tables.map((name) =>
    // Every few minutes it is noted that a token was used, whatever came of it.
    name === 'identity.api_token'
      ? sql`(select concat(count(*), ' ', count(t.revoked_at)) from ${sql.table(name)} t)`
      : sql`(select concat(count(*), ' ', max(t.xmin::text::bigint)) from ${sql.table(name)} t)`,
  )
  const entries = sql`(select count(*)::text from audit.entry where event <> 'assessment.read')`
  const { rows } = await asOwner(house, (db) =>
    // As an array: a function takes a hundred arguments, and there are more tables.
    sql<{
      mark: string
    }>`select md5(array_to_string(array[${sql.join([...contents, entries])}]::text[], '|')) as mark`.execute(db),
  )
  return rows[0]?.mark ?? ''
}
