import { sql } from 'kysely'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { municipalHeads } from '../roles.ts'
import type { Substitution } from './substitution.ts'
import { identityKinds } from '../notifications.ts'

/** Takes a substitution back at once: by either side, or by who gives out the roles. */
export async function endSubstitution(ctx: Context, substitution: Substitution): Promise<Outcome<true>> {
  const { id, organizationId, personId, personName, deputyId, deputyName } = substitution
  // Before the deed: what ends may be the substitution on which it rests. A refusal takes the entry back.
  await record(ctx, 'substitution.ended', {
    organizationId,
    subjectId: deputyId,
    data: { substitutionId: id },
    needs: [personId, deputyId].includes(ctx.actor.personId) ? [] : municipalHeads,
  })
  const { rows } = await sql<{ ended: boolean }>`
    select identity.end_substitution(${id}::uuid, ${ctx.now.toString()}::timestamptz) as ended`.execute(ctx.db)
  if (!rows[0]?.ended) return refuse('Diese Vertretung ist schon beendet. Geändert ist nichts.')
  await notify(ctx, {
    personIds: [personId, deputyId].filter((side) => side !== ctx.actor.personId),
    kind: identityKinds.substitutionEnded,
    title: `${ctx.actor.name} hat die Vertretung von ${personName} durch ${deputyName} beendet.`,
    url: '/vertretung',
    organizationId,
  })
  return true
}
