import { sql } from 'kysely'
import { mailboxOf } from '#kernel/email.ts'
import { localDay } from '#kernel/local-day.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { type Hindrance, hindranceInWords } from './hindrances.ts'
import { entitledAt } from './queries.ts'
import { momentInWords, proposalDays } from './replacement.ts'
import { identityKinds } from '../notifications.ts'

/** Somebody who belongs there, or an address to invite. */
export type Candidate = { personId: string; name: string } | { email: string; name: string }

/** The first pair of eyes: nothing changes yet, and nobody at the organization is told. */
export async function proposeReplacement(
  ctx: Context,
  { place, candidate }: { place: { id: string; name: string }; candidate: Candidate },
  reason: string,
): Promise<Outcome<{ id: string }>> {
  const { db, now, actor } = ctx
  const id = newId()
  const expiresAt = now.add({ hours: 24 * proposalDays })
  const personId = 'personId' in candidate ? candidate.personId : null
  const invited = 'email' in candidate ? candidate : null
  if (invited && mailboxOf(invited.email) === mailboxOf(actor.email))
    return hindranceInWords('self', { organization: place.name, candidate: candidate.name })
  const { rows } = await sql<{ outcome: 'done' | Hindrance }>`
    select identity.propose_replacement(${id}::uuid, ${place.id}::uuid, ${personId}::uuid, ${invited?.email ?? null}, ${invited?.name ?? null},
      ${reason}, ${now.toString()}::timestamptz, ${expiresAt.toString()}::timestamptz) as outcome`.execute(db)
  const outcome = rows[0]?.outcome ?? 'over'
  if (outcome !== 'done') return hindranceInWords(outcome, { organization: place.name, candidate: candidate.name })
  await record(ctx, 'replacement.proposed', {
    organizationId: place.id,
    subjectId: personId ?? id,
    data: { replacementId: id },
  })
  const colleagues = await entitledAt(db, actor.actingFor?.id ?? '', localDay(now).toString())
  await notify(ctx, {
    personIds: colleagues.filter((each) => each !== actor.personId && each !== personId),
    kind: identityKinds.replacementProposed,
    title: `${actor.name} schlägt vor, dass ${candidate.name} die Zugänge von ${place.name} verwaltet. Eine zweite Person muss bestätigen.`,
    url: `/zugaenge-ersetzen?organisation=${place.id}`,
    mail: {
      template: 'identity.replacementProposed',
      data: {
        wer: actor.name,
        person: candidate.name,
        organisation: place.name,
        grund: reason,
        frist: momentInWords(expiresAt),
        seite: `/zugaenge-ersetzen?organisation=${place.id}`,
      },
    },
  })
  return { id }
}
