import { sql } from 'kysely'
import { isArs } from '#kernel/municipal-key.ts'
import { type FieldError, isRefusal, type Outcome } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import type { Context } from '#platform/http/context.ts'
import { parse } from '#platform/http/parse.ts'
import { may } from '../access.ts'
import { type PlaceToInvite, placesToInvite } from '../queries.ts'
import { misfit } from '../invite.ts'
import { newInvitation, type NewInvitation, roleOf } from '../schemas.ts'
import type { JudgedRow, RawRow } from './invitation-row.ts'

export interface Judgement {
  rows: JudgedRow[]
  ready: { place: PlaceToInvite; wanted: NewInvitation; line: number }[]
}

/** The fate of each row, before anything is written: a dry run says the same as the run. */
export async function judgeRows(ctx: Context, raw: readonly RawRow[]): Promise<Judgement> {
  const find = finder(await placesToInvite(ctx.db), ctx)
  const open = await openInvitations(ctx)
  const judgement: Judgement = { rows: [], ready: [] }
  const seen = new Map<string, number>()
  for (const row of raw) {
    const { found, place, names, parsed } = readRow(ctx, row, find)
    const key = `${place?.id} ${row.email.toLowerCase()}`
    const reasons = [
      ...(typeof found === 'string' ? [found] : []),
      ...ownReasons(ctx, place, names, parsed),
      ...(seen.has(key) ? [`Diese Adresse steht schon in Zeile ${seen.get(key)}.`] : []),
      ...(open.has(key) ? ['Für diese Adresse ist schon eine Einladung offen.'] : []),
    ]
    if (!seen.has(key)) seen.set(key, row.line)
    if (reasons.length === 0 && place && !isRefusal(parsed))
      judgement.ready.push({ place, wanted: parsed, line: row.line })
    judgement.rows.push({
      ...row,
      organization: place?.name ?? row.organization,
      roles: names.map((name) => name.trim()),
      fate: reasons.length > 0 ? 'wrong' : 'ready',
      reasons,
    })
  }
  return judgement
}

function readRow(ctx: Context, row: RawRow, find: ReturnType<typeof finder>) {
  const found = find(row.organization)
  const place = typeof found === 'string' ? undefined : found
  const names = row.roles.split(/[,;\n]/).filter((name) => name.trim() !== '')
  const parsed = parse(newInvitation, {
    email: row.email,
    name: row.name,
    organizationId: place?.id ?? ctx.actor.personId,
    roles: names.map(roleOf).filter((role) => role !== undefined),
  })
  return { found, place, names, parsed }
}

const ownReasons = (
  ctx: Context,
  place: PlaceToInvite | undefined,
  names: string[],
  parsed: Outcome<NewInvitation>,
): string[] => [
  ...unknownRoles(names),
  ...(isRefusal(parsed) ? faultsOf(parsed.errors ?? [], unknownRoles(names).length > 0) : []),
  ...(place ? placeReasons(ctx, place, isRefusal(parsed) ? undefined : parsed) : []),
]

const labels: Record<string, string> = { email: 'E-Mail', name: 'Name', roles: 'Aufgaben' }
const inWords = ({ path, message }: { path: string; message: string }): string =>
  `${labels[path.split('.')[0] ?? ''] ?? path}: ${message}`

/** Where a role is not known, that says enough about the roles. */
const faultsOf = (errors: readonly FieldError[], withoutRoles: boolean): string[] =>
  errors.filter(({ path }) => !withoutRoles || !path.startsWith('roles')).map(inWords)

const unknownRoles = (names: string[]): string[] =>
  names.filter((name) => !roleOf(name)).map((name) => `Die Aufgabe „${name.trim()}“ ist nicht bekannt.`)

function placeReasons({ actor }: Context, place: PlaceToInvite, wanted: NewInvitation | undefined): string[] {
  const allowed = may.invite(actor, place)
  const unfit = wanted && misfit(place, wanted.roles)
  return [
    ...(isRefusal(allowed) ? [allowed.refused] : []),
    ...(unfit ? (unfit.errors ?? []).map(inWords) : []),
    ...(wanted?.email === actor.email ? ['Das ist Ihre eigene Adresse. Sich selbst kann niemand Aufgaben geben.'] : []),
  ]
}

/** By key or by name. Names are not unique, and Excel takes the zero off the front of a key. */
function finder(places: PlaceToInvite[], { actor }: Context): (text: string) => PlaceToInvite | string {
  const byKey = new Map(places.flatMap((place) => (place.ars ? [[place.ars, place] as const] : [])))
  const byName = Map.groupBy(places, ({ name }) => sortKey(name))
  return (text) => {
    const own = places.find(({ id }) => id === actor.actingFor?.id)
    if (text === '') return own && !may.isCooperative(actor) ? own : 'Die Organisation fehlt.'
    const figures = text.replaceAll(/[\s.]/g, '')
    if (/^\d+$/.test(figures)) {
      const key = [figures, `0${figures}`].find((one) => isArs(one) && byKey.has(one))
      return (key && byKey.get(key)) || `Zum Regionalschlüssel ${text} gibt es keine Organisation.`
    }
    const found = byName.get(sortKey(text)) ?? []
    if (found.length > 1) return `„${text}“ gibt es mehrmals. Bitte nehmen Sie den Regionalschlüssel (ARS).`
    return found[0] ?? `Eine Organisation „${text}“ gibt es nicht.`
  }
}

async function openInvitations({ db, now }: Context): Promise<Set<string>> {
  const rows = await db
    .selectFrom('identity.invitation')
    .select(['organization_id', 'email'])
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', sql<never>`${now.toString()}::timestamptz`)
    .limit(20_000)
    .execute()
  return new Set(rows.map(({ organization_id, email }) => `${organization_id} ${email}`))
}
