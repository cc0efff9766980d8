import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { germanDay } from '#kernel/local-day.ts'
import { newId } from '#platform/crypto/random.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { isMunicipal } from '../roles.ts'
import type { HandedOver } from './departure.ts'
import type { HandOver, Leaving } from './hand-over.ts'
import { listProgrammeManagers } from '../assignments/queries.ts'
import { identityKinds } from '../notifications.ts'

const inWords = (day: string): string => germanDay(Temporal.PlainDate.from(day))
const mostSubstitutions = 50

/** The leaver stands in for others: the successor does from now on, where that gives nobody rights over themselves. */
async function substitutions(ctx: Context, { place, person, successor, firstDay }: Leaving): Promise<HandedOver[]> {
  if (!isMunicipal(place.kind)) return []
  const ids = Array.from({ length: mostSubstitutions }, () => newId())
  const { rows } = await sql<{ person_id: string; person: string; until_day: string; taken: boolean }>`
    select person_id, person, until_day::text, taken from identity.hand_over_substitutions(${person.id}::uuid, ${place.id}::uuid,
      ${successor?.id ?? null}::uuid, ${ids}::uuid[], ${firstDay}::date, ${ctx.now.toString()}::timestamptz)`.execute(
    ctx.db,
  )
  for (const row of rows)
    await notify(ctx, {
      personIds: row.taken && successor ? [row.person_id, successor.id] : [row.person_id],
      kind: identityKinds.substitutionEnded,
      title: row.taken
        ? `${successor?.name} vertritt ${row.person} bis ${inWords(row.until_day)}, weil ${person.name} ausscheidet.`
        : `${person.name} scheidet aus. Ihre Vertretung bis ${inWords(row.until_day)} ist damit beendet; bitte benennen Sie jemand anderen.`,
      url: '/vertretung',
      organizationId: place.id,
    })
  return rows.map((row) =>
    row.taken
      ? { what: `Vertretung von ${row.person} bis ${inWords(row.until_day)}`, to: successor?.name ?? null }
      : {
          what: `Vertretung von ${row.person} bis ${inWords(row.until_day)}: beendet, ${row.person} ist benachrichtigt`,
          to: null,
        },
  )
}

/** Open invitations need somebody who stands for them: the successor who gives out roles there, else whoever arranges the departure. */
async function invitations(ctx: Context, { place, person, successor, heads }: Leaving): Promise<HandedOver[]> {
  const taker = successor && heads.includes(successor.id) ? successor : { id: ctx.actor.personId, name: ctx.actor.name }
  const { rows } = await sql<{ name: string; email: string }>`
    select name, email from identity.hand_over_invitations(${person.id}::uuid, ${place.id}::uuid, ${taker.id}::uuid)`.execute(
    ctx.db,
  )
  return rows.map(({ name, email }) => ({ what: `Einladung an ${name} (${email})`, to: taker.name }))
}

/** An assessor who leaves: the programme managers decide who goes instead. */
async function assignments(ctx: Context, { place, person, firstDay }: Leaving): Promise<HandedOver[]> {
  if (place.kind !== 'contractor') return []
  const lastDay = Temporal.PlainDate.from(firstDay).subtract({ days: 1 }).toString()
  const { rows } = await sql<{ name: string; until_day: string }>`
    select name, until_day::text from identity.assignments_left(${person.id}::uuid, ${place.id}::uuid, ${lastDay}::date)`.execute(
    ctx.db,
  )
  if (rows.length === 0) return []
  await notify(ctx, {
    personIds: await listProgrammeManagers(ctx.db),
    kind: identityKinds.assignmentObjected,
    title: `${person.name} scheidet aus und prüft nicht mehr bei ${rows.map(({ name }) => name).join(', ')}.`,
    url: '/zuweisungen',
  })
  return rows.map(({ name, until_day }) => ({
    what: `Zuweisung zu ${name} bis ${inWords(until_day)}: beendet, die Programmleitung ist benachrichtigt`,
    to: null,
  }))
}

/** What this module itself knows to be held by somebody. */
export const ownHandOvers: readonly HandOver[] = [substitutions, invitations, assignments]
