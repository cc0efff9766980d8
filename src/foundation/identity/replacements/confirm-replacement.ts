import { sql } from 'kysely'
import { localDay } from '#kernel/local-day.ts'
import type { Outcome } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { type Hindrance, hindranceInWords } from './hindrances.ts'
import { activeAt } from './queries.ts'
import { momentInWords, objectionHours, type Replacement } from './replacement.ts'
import { identityKinds } from '../notifications.ts'

/** The second pair of eyes. From now on everybody there knows, and for 72 hours its heads can stop it. */
export async function confirmReplacement(ctx: Context, replacement: Replacement): Promise<Outcome<true>> {
  const { db, now, actor } = ctx
  const { id, organizationId, organizationName, personId, proposedByName, reason } = replacement
  const candidate = replacement.candidate ?? ''
  const effectiveAt = now.add({ hours: objectionHours })
  const { rows } = await sql<{ outcome: 'done' | Hindrance }>`
    select identity.confirm_replacement(${id}::uuid, ${now.toString()}::timestamptz, ${effectiveAt.toString()}::timestamptz) as outcome`.execute(
    db,
  )
  const outcome = rows[0]?.outcome ?? 'over'
  if (outcome !== 'done') return hindranceInWords(outcome, { organization: organizationName, candidate })
  await record(ctx, 'replacement.confirmed', {
    organizationId,
    subjectId: personId ?? id,
    data: { replacementId: id, effectiveAt: effectiveAt.toString() },
  })
  await notify(ctx, {
    personIds: await activeAt(db, organizationId, localDay(now).toString()),
    kind: identityKinds.replacementConfirmed,
    title: `${candidate} soll ab ${momentInWords(effectiveAt)} die Zugänge von ${organizationName} verwalten. Bis dahin kann Ihre Organisation widersprechen.`,
    url: '/zugaenge-ersetzen',
    organizationId,
    mail: {
      template: 'identity.replacementConfirmed',
      data: {
        person: candidate,
        organisation: organizationName,
        wer: `${proposedByName} und ${actor.name}`,
        grund: reason,
        frist: momentInWords(effectiveAt),
      },
    },
  })
  return true
}
