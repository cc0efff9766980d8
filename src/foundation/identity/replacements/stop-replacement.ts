import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { municipalHeads } from '../roles.ts'
import { hindranceInWords } from './hindrances.ts'
import { activeAt } from './queries.ts'
import type { Replacement } from './replacement.ts'
import { identityKinds } from '../notifications.ts'

/** Ends it before it took effect: the organization objects, or the cooperative withdraws it. Who may is decided before. */
export async function stopReplacement(ctx: Context, replacement: Replacement, reason: string): Promise<Outcome<true>> {
  const { db, now, actor } = ctx
  const { id, organizationId, organizationName, personId, proposedBy, confirmedBy } = replacement
  const candidate = replacement.candidate ?? ''
  const { rows } = await sql<{ outcome: 'objected' | 'withdrawn' | 'over' }>`
    select identity.stop_replacement(${id}::uuid, ${reason}, ${now.toString()}::timestamptz) as outcome`.execute(db)
  const outcome = rows[0]?.outcome ?? 'over'
  if (outcome === 'over') return hindranceInWords('over', { organization: organizationName, candidate })
  const event = outcome === 'objected' ? 'replacement.objected' : 'replacement.withdrawn'
  const deed = { organizationId, subjectId: personId ?? id, data: { replacementId: id } }
  await record(ctx, event, { ...deed, needs: municipalHeads })
  const there = confirmedBy ? await activeAt(db, organizationId, localDay(now).toString()) : []
  const who = outcome === 'objected' ? `${actor.name} hat widersprochen.` : `${actor.name} hat es zurückgezogen.`
  await notify(ctx, {
    personIds: [...there, proposedBy, confirmedBy ?? proposedBy].filter((each) => each !== actor.personId),
    kind: identityKinds.replacementSettled,
    title: `${candidate} verwaltet die Zugänge von ${organizationName} nicht: ${who}`,
    url: '/zugaenge-ersetzen',
    organizationId,
    mail: {
      template: 'identity.replacementStopped',
      data: {
        person: candidate,
        organisation: organizationName,
        warum: reason === '' ? who : `${who} Der Grund: ${reason}`,
      },
    },
  })
  return true
}
