import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { holdersOf } from '../people/queries.ts'
import { isMunicipal } from '../roles.ts'
import { longestDays } from './assignment.ts'
import { hindrances } from './queries.ts'
import type { NewAssignment } from './schemas.ts'
import { identityKinds } from '../notifications.ts'

interface Wanted {
  person: { id: string; name: string }
  place: { id: string; name: string; kind: string }
}

/** Sends an assessor to a municipality from one day to another. The municipality is told and may object. */
export async function assignAssessor(
  ctx: Context,
  { person, place }: Wanted,
  { from, until }: Pick<NewAssignment, 'from' | 'until'>,
): Promise<Outcome<{ id: string }>> {
  const { db, now, actor } = ctx
  const today = localDay(now).toString()
  const wrong = wrongDays({ from, until, today }) ?? misfit(actor.personId, { person, place })
  if (wrong) return wrong
  const { unfit, there } = await hindrances(db, { personId: person.id, organizationId: place.id, from, until })
  if (unfit)
    return refuse(
      `${person.name} kann bei ${place.name} nicht prüfen. Zugewiesen wird nur, wer bei einem Auftragnehmer die Aufgabe „Prüfung“ hat und weder zu ${place.name} noch zum Verbund gehört. Den Auftragnehmer muss die Erklärung von ${place.name} zur Teilnahme nennen.`,
      [{ path: 'personId', message: 'Bitte eine andere Person wählen.' }],
    )
  if (there)
    return refuse(`${person.name} ist ${place.name} in dieser Zeit schon zugewiesen. Geändert ist nichts.`, [
      { path: 'from', message: 'Diese Tage überschneiden sich mit einer vorhandenen Zuweisung.' },
    ])
  const id = newId()
  await db
    .insertInto('identity.assignment')
    .values({
      id,
      person_id: person.id,
      organization_id: place.id,
      from_day: from,
      until_day: until,
      assigned_by: actor.personId,
    })
    .execute()
  await record(ctx, 'assignment.made', {
    organizationId: place.id,
    subjectId: person.id,
    data: { assignmentId: id, from, until },
  })
  await tell(ctx, { person, place }, { from, until, today })
  return { id }
}

const inWords = (day: string): string => germanDay(Temporal.PlainDate.from(day))

function wrongDays({ from, until, today }: { from: string; until: string; today: string }): Refusal | undefined {
  if (until < from || until < today)
    return refuse('Diese Tage passen nicht. Zugewiesen ist noch nichts.', [
      {
        path: 'until',
        message: until < from ? `Frühestens ${inWords(from)}, der erste Tag.` : 'Dieser Tag ist vorbei.',
      },
    ])
  const latest = Temporal.PlainDate.from(from < today ? today : from).add({ days: longestDays })
  return until > latest.toString()
    ? refuse('Eine Zuweisung dauert höchstens ein Jahr. Zugewiesen ist noch nichts.', [
        { path: 'until', message: `Spätestens ${germanDay(latest)}; danach weisen Sie neu zu.` },
      ])
    : undefined
}

function misfit(actorId: string, { person, place }: Wanted): Refusal | undefined {
  if (!isMunicipal(place.kind))
    return refuse(`Geprüft werden Kommunen. ${place.name} ist keine.`, [
      { path: 'organizationId', message: 'Bitte eine Kommune wählen.' },
    ])
  return person.id === actorId
    ? refuse('Sich selbst kann niemand zuweisen.', [{ path: 'personId', message: 'Bitte eine andere Person wählen.' }])
    : undefined
}

async function tell(
  ctx: Context,
  { person, place }: Wanted,
  { from, until, today }: { from: string; until: string; today: string },
): Promise<void> {
  const days = `vom ${inWords(from)} bis ${inWords(until)}`
  const roles = ['chiefExecutive', 'securityOfficer']
  const heads = await holdersOf(ctx.db, { organizationId: place.id, roles, today })
  await notify(ctx, {
    personIds: heads,
    kind: identityKinds.readerComes,
    title: `${person.name} darf ${days} die Prüfungen von ${place.name} lesen. Sie können widersprechen.`,
    url: '/wer-darf-lesen',
    organizationId: place.id,
    mail: {
      template: 'identity.assignmentMade',
      data: { person: person.name, organisation: place.name, zeit: days, wer: ctx.actor.name },
    },
  })
  await notify(ctx, {
    personIds: [person.id],
    kind: identityKinds.assigned,
    title: `Sie prüfen bei ${place.name} ${days}.`,
    url: '/pruefungen',
  })
}
