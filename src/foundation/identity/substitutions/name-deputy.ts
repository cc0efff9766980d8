import { Temporal } from 'temporal-polyfill'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, type Refusal, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context, Place } from '#platform/http/context.ts'
import { currentGrantsOf, headsOf } from '../people/queries.ts'
import { comingSubstitutions } from './queries.ts'
import type { NewSubstitution } from './schemas.ts'
import { longestDays } from './substitution.ts'
import { identityKinds } from '../notifications.ts'

/** Names a colleague who has the own municipal roles for some days. What one has as a deputy oneself is not passed on. */
export async function nameDeputy(
  ctx: Context,
  { deputy, place }: { deputy: { id: string; name: string }; place: Place },
  { from: wished, until }: NewSubstitution,
): Promise<Outcome<{ id: string }>> {
  const { db, now, actor } = ctx
  const today = localDay(now).toString()
  const from = wished ?? today
  const wrong = wrongDays({ from, until, today })
  if (wrong) return wrong
  if (deputy.id === actor.personId)
    return refuse('Sich selbst kann niemand vertreten.', [
      { path: 'deputyId', message: 'Bitte eine andere Person wählen.' },
    ])
  const personIds = [actor.personId, deputy.id]
  const grants = await currentGrantsOf(db, { personIds, organizationId: place.id }, today)
  const own = grants.get(actor.personId) ?? []
  if (!own.some(({ role }) => role !== 'member'))
    return refuse('Weitergeben können Sie nur eigene Aufgaben, nicht solche, in denen Sie selbst jemanden vertreten.')
  if (!grants.has(deputy.id))
    return refuse(`${deputy.name} gehört nicht zu ${place.name}. Vertreten können nur Kolleginnen und Kollegen.`, [
      { path: 'deputyId', message: 'gehört nicht zu dieser Organisation' },
    ])
  const overlap = (await comingSubstitutions(db, today)).find(
    (one) => one.personId === actor.personId && one.deputyId === deputy.id && one.from <= until && one.until >= from,
  )
  if (overlap)
    return refuse(`${deputy.name} vertritt Sie schon vom ${inWords(overlap.from)} bis ${inWords(overlap.until)}.`, [
      { path: 'from', message: 'Diese Tage überschneiden sich mit der vorhandenen Vertretung.' },
    ])
  const id = newId()
  await db
    .insertInto('identity.substitution')
    .values({
      id,
      organization_id: place.id,
      person_id: actor.personId,
      deputy_id: deputy.id,
      from_day: from,
      until_day: until,
      named_at: now.toString(),
    })
    .execute()
  await record(ctx, 'substitution.named', {
    organizationId: place.id,
    subjectId: deputy.id,
    data: { substitutionId: id, from, until },
    needs: [],
  })
  const days = `vom ${inWords(from)} bis ${inWords(until)}`
  const common = { url: '/vertretung', organizationId: place.id }
  await notify(ctx, {
    ...common,
    kind: identityKinds.substitutionNamed,
    personIds: [deputy.id],
    title: `Sie vertreten ${actor.name} bei ${place.name} ${days}.`,
    mail: {
      template: 'identity.substitutionNamed',
      data: { person: actor.name, organisation: place.name, zeit: days },
    },
  })
  const heads = (await headsOf(db, place, today)).filter((head) => head !== actor.personId && head !== deputy.id)
  await notify(ctx, {
    ...common,
    kind: identityKinds.colleaguesChanged,
    personIds: heads,
    title: `${deputy.name} vertritt ${actor.name} bei ${place.name} ${days}.`,
  })
  return { id }
}

const inWords = (day: string): string => germanDay(Temporal.PlainDate.from(day))

function wrongDays({ from, until, today }: { from: string; until: string; today: string }): Refusal | undefined {
  if (from < today)
    return refuse('Eine Vertretung beginnt frühestens heute. Eingerichtet ist noch nichts.', [
      { path: 'from', message: `Frühestens ${inWords(today)}.` },
    ])
  if (until < from)
    return refuse('Der letzte Tag liegt vor dem ersten. Eingerichtet ist noch nichts.', [
      { path: 'until', message: `Frühestens ${inWords(from)}.` },
    ])
  const latest = Temporal.PlainDate.from(from).add({ days: longestDays - 1 })
  if (until > latest.toString())
    return refuse(
      `Eine Vertretung dauert höchstens ${longestDays} Tage. Für länger geben Verwaltungsleitung oder Zugänge der Person die Aufgaben selbst.`,
      [{ path: 'until', message: `Spätestens ${germanDay(latest)}.` }],
    )
  return undefined
}
