import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { Temporal } from 'temporal-polyfill'
import { everyRoleInWords, municipalHeads, roleName, rolesAt } from '../roles.ts'
import { isOver } from './grant.ts'
import { currentGrants, headsOf } from './queries.ts'
import type { NewGrant } from './schemas.ts'
import { identityKinds } from '../notifications.ts'

export interface Receiver {
  person: { id: string; name: string }
  place: { id: string; name: string; kind: string }
}

/** Gives a colleague a further role. Who belongs to nobody there yet is invited instead. */
export async function giveRole(
  ctx: Context,
  { person, place }: Receiver,
  wanted: Omit<NewGrant, 'personId' | 'organizationId'>,
): Promise<Outcome<{ id: string }>> {
  const today = localDay(ctx.now).toString()
  const { role, from = today } = wanted
  const until = wanted.until ?? null
  const there = await currentGrants(ctx.db, { personId: person.id, organizationId: place.id }, today)
  const wrong = misfit({ person, place }, { role, from, until, today })
  if (wrong) return wrong
  if (there.length === 0)
    return refuse(
      `${person.name} gehört nicht zu ${place.name}. Bitte laden Sie die Person ein; dabei legen Sie auch ihre Aufgaben fest.`,
      [{ path: 'personId', message: 'gehört nicht zu dieser Organisation' }],
    )
  const same = there.find(
    (grant) =>
      grant.role === role && (grant.until === null || grant.until >= from) && (until === null || grant.from <= until),
  )
  if (same && !isOver(same, today))
    return refuse(`${person.name} hat die Aufgabe „${roleName(role)}“ in dieser Zeit schon.`, [
      { path: 'role', message: 'Diese Aufgabe ist schon vergeben.' },
    ])
  const id = newId()
  await ctx.db
    .insertInto('identity.role_grant')
    .values({
      id,
      person_id: person.id,
      organization_id: place.id,
      role,
      from_day: from,
      until_day: until,
      granted_by: ctx.actor.personId,
    })
    .execute()
  await record(ctx, 'role.granted', {
    organizationId: place.id,
    subjectId: person.id,
    data: { role, from, until },
    needs: municipalHeads,
  })
  await tell(ctx, { person, place }, { role: roleName(role), from, until, today })
  return { id }
}

interface Days {
  from: string
  until: string | null
  today: string
}

function misfit(
  { place }: Receiver,
  { role, from, until, today }: Days & { role: NewGrant['role'] },
): Refusal | undefined {
  if (!rolesAt(place.kind).includes(role))
    return refuse(`Bei ${place.name} gibt es die Aufgabe „${roleName(role)}“ nicht. Vergeben ist noch nichts.`, [
      { path: 'role', message: `Möglich sind: ${everyRoleInWords(rolesAt(place.kind))}.` },
    ])
  if (from < today)
    return refuse('Eine Aufgabe beginnt frühestens heute. Vergeben ist noch nichts.', [
      { path: 'from', message: `Frühestens ${inWords(today)}.` },
    ])
  if (until !== null && until < from)
    return refuse('Der letzte Tag liegt vor dem ersten. Vergeben ist noch nichts.', [
      { path: 'until', message: `Frühestens ${inWords(from)}, oder leer für unbefristet.` },
    ])
  return undefined
}

const inWords = (day: string): string => germanDay(Temporal.PlainDate.from(day))

async function tell(ctx: Context, { person, place }: Receiver, { role, from, until, today }: Days & { role: string }) {
  const since = from === today ? 'ab sofort' : `ab ${inWords(from)}`
  const end = until === null ? '' : ` bis ${inWords(until)}`
  const heads = (await headsOf(ctx.db, place, today)).filter((id) => id !== ctx.actor.personId && id !== person.id)
  const common = { kind: identityKinds.colleaguesChanged, url: '/personen', organizationId: place.id }
  await notify(ctx, {
    ...common,
    kind: identityKinds.roleGranted,
    url: '/',
    personIds: [person.id],
    title: `Sie haben bei ${place.name} die Aufgabe „${role}“, ${since}${end}.`,
    mail: {
      template: 'identity.roleGranted',
      data: { aufgabe: role, organisation: place.name, zeit: since + end, wer: ctx.actor.name },
    },
  })
  await notify(ctx, {
    ...common,
    personIds: heads,
    title: `${ctx.actor.name} hat ${person.name} bei ${place.name} die Aufgabe „${role}“ gegeben, ${since}${end}.`,
  })
}
