import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { lastDayOf, lastHead } from '../people/end-role.ts'
import { currentGrantsOf, headsOf } from '../people/queries.ts'
import { municipalHeads } from '../roles.ts'
import type { HandedOver } from './departure.ts'
import { ownHandOvers } from './hand-over-own.ts'
import type { HandOver } from './hand-over.ts'
import type { NewDeparture } from './schemas.ts'
import { identityKinds } from '../notifications.ts'

interface Person {
  id: string
  name: string
}

interface Wanted {
  person: Person
  place: { id: string; name: string; kind: string }
  successor: Person | undefined
}

export interface Dismissed {
  id: string
  lastDay: string
  handedOver: HandedOver[]
}

/**
 * Ends what somebody is at an organization, with a day or at once. What the person holds goes to the successor first; roles
 * elsewhere and the name on earlier answers stay.
 */
export async function dismiss(
  ctx: Context,
  { person, place, successor }: Wanted,
  { lastDay: wished }: Pick<NewDeparture, 'lastDay'>,
  handOvers: readonly HandOver[],
): Promise<Outcome<Dismissed>> {
  const { db, now } = ctx
  const today = localDay(now).toString()
  const wrong = await hindrance(ctx, { person, place, successor }, { wished, today })
  if (wrong) return wrong
  const lastDay = lastDayOf(now, wished)
  const firstDay = Temporal.PlainDate.from(lastDay).add({ days: 1 }).toString()
  const heads = await headsOf(db, place, today)
  const leaving = { place, person, successor, heads, firstDay }
  const handedOver: HandedOver[] = []
  for (const handOver of [...ownHandOvers, ...handOvers]) handedOver.push(...(await handOver(ctx, leaving)))
  const id = newId()
  // Before the deed: whoever acts as the leaver's deputy has the right no longer afterwards. A refusal takes the entry back.
  await record(ctx, 'person.left', {
    organizationId: place.id,
    subjectId: person.id,
    data: { departureId: id, lastDay },
    needs: municipalHeads,
  })
  const { rows } = await sql<{ outcome: 'done' | 'lastHead' }>`
    select identity.end_belonging(${id}::uuid, ${person.id}::uuid, ${place.id}::uuid, ${successor?.id ?? null}::uuid, ${lastDay}::date,
      ${JSON.stringify(handedOver)}::jsonb, ${now.toString()}::timestamptz) as outcome`.execute(db)
  if (rows[0]?.outcome === 'lastHead')
    return lastHead({ personName: person.name, organizationName: place.name, organizationKind: place.kind })
  await tell(ctx, { person, place, successor }, { id, wished, heads })
  return { id, lastDay, handedOver }
}

async function hindrance(
  { db }: Context,
  { person, place, successor }: Wanted,
  { wished, today }: { wished: string | undefined; today: string },
) {
  if (wished !== undefined && wished < today)
    return refuse('Dieser Tag ist vorbei. Geändert ist nichts.', [
      {
        path: 'lastDay',
        message: 'Bitte heute oder einen späteren Tag angeben, oder leer lassen: dann endet alles sofort.',
      },
    ])
  const personIds = successor ? [person.id, successor.id] : [person.id]
  const grants = await currentGrantsOf(db, { personIds, organizationId: place.id }, today)
  if (!grants.has(person.id)) return refuse(`${person.name} gehört nicht (mehr) zu ${place.name}. Geändert ist nichts.`)
  if (!successor) return undefined
  if (successor.id === person.id)
    return refuse(`${person.name} kann nicht selbst übernehmen. Geändert ist nichts.`, [
      { path: 'successorId', message: 'Bitte eine andere Person wählen.' },
    ])
  return grants.has(successor.id)
    ? undefined
    : refuse(`${successor.name} gehört nicht zu ${place.name} und kann nichts übernehmen.`, [
        { path: 'successorId', message: 'Bitte jemanden aus derselben Organisation wählen.' },
      ])
}

async function tell(
  ctx: Context,
  { person, place, successor }: Wanted,
  { id, wished, heads }: { id: string; wished: string | undefined; heads: string[] },
): Promise<void> {
  const end = wished === undefined ? 'ab sofort' : `nach dem ${germanDay(Temporal.PlainDate.from(wished))}`
  const organizationId = place.id
  await notify(ctx, {
    kind: identityKinds.colleaguesChanged,
    organizationId,
    personIds: heads.filter((head) => head !== ctx.actor.personId && head !== person.id),
    title: `${person.name} gehört ${end} nicht mehr zu ${place.name}.`,
    url: `/ausgeschieden/${id}`,
  })
  await notify(ctx, {
    kind: identityKinds.takenOver,
    organizationId,
    personIds: successor && successor.id !== ctx.actor.personId ? [successor.id] : [],
    title: `Sie übernehmen, was ${person.name} bei ${place.name} übertragen war.`,
    url: '/vertretung',
  })
  if (person.id !== ctx.actor.personId)
    await notify(ctx, {
      kind: identityKinds.personLeft,
      organizationId,
      personIds: [person.id],
      title: `Ihr Zugang für ${place.name} endet ${end}.`,
      url: '/',
      mail: { template: 'identity.left', data: { organisation: place.name, zeit: end } },
    })
}
