import { sql } from 'kysely'
import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { notify } from '#foundation/notifications/index.ts'
import type { Context } from '#platform/http/context.ts'
import { Temporal } from 'temporal-polyfill'
import { municipalHeads, roleName } from '../roles.ts'
import type { Grant } from './grant.ts'
import { headsOf } from './queries.ts'
import { identityKinds } from '../notifications.ts'

/** The last day of what ends at once: yesterday, so that nothing of it is left today. */
export const lastDayOf = (now: Temporal.Instant, until: string | undefined): string =>
  until ?? localDay(now).subtract({ days: 1 }).toString()

/** Why an ending cannot lie on this day. */
export const tooEarly = (now: Temporal.Instant, until: string | undefined) =>
  until !== undefined && until < localDay(now).toString()
    ? refuse('Dieser Tag ist vorbei. Geändert ist nichts.', [
        {
          path: 'until',
          message: 'Bitte heute oder einen späteren Tag angeben, oder leer lassen: dann endet es sofort.',
        },
      ])
    : undefined

/** Ends a role with a day, or at once; nothing is deleted. The last who gives out roles stays until there is a successor. */
export async function endRole(ctx: Context, grant: Grant, until: string | undefined): Promise<Outcome<true>> {
  const early = tooEarly(ctx.now, until)
  if (early) return early
  // Before the deed: whoever gives up the own last role sees nobody there afterwards.
  const heads = await headsOf(
    ctx.db,
    { id: grant.organizationId, kind: grant.organizationKind },
    localDay(ctx.now).toString(),
  )
  // Before the deed too: what ends may be the very role on which a deputy acts. A refusal takes the entry back.
  await record(ctx, 'role.ended', {
    organizationId: grant.organizationId,
    subjectId: grant.personId,
    data: { role: grant.role, until: until ?? null },
    needs: grant.personId === ctx.actor.personId ? [] : municipalHeads,
  })
  const { rows } = await sql<{ outcome: 'done' | 'ended' | 'lastHead' }>`
    select identity.end_role(${grant.id}::uuid, ${lastDayOf(ctx.now, until)}::date, ${ctx.now.toString()}::timestamptz) as outcome`.execute(
    ctx.db,
  )
  const outcome = rows[0]?.outcome
  if (outcome === 'ended')
    return refuse(`Die Aufgabe „${roleName(grant.role)}“ endet ohnehin nicht später. Geändert ist nichts.`, [
      { path: 'until', message: 'Bitte einen früheren Tag angeben.' },
    ])
  if (outcome === 'lastHead') return lastHead(grant)
  await tell(ctx, grant, until, heads)
  return true
}

export const lastHead = ({
  personName,
  organizationName,
  organizationKind,
}: Pick<Grant, 'personName' | 'organizationName' | 'organizationKind'>) =>
  refuse(
    organizationKind === 'cooperative'
      ? `${personName} ist die letzte Person im Betrieb von ${organizationName}. Geändert ist nichts. Geben Sie zuerst jemand anderem diese Aufgabe.`
      : `Nach ${personName} gäbe es bei ${organizationName} niemanden mehr, der Aufgaben vergibt. Geändert ist nichts. Geben Sie zuerst jemand anderem die Aufgabe „${roleName('organizationAdmin')}“ oder „${roleName('chiefExecutive')}“.`,
  )

async function tell(ctx: Context, grant: Grant, until: string | undefined, heads: string[]): Promise<void> {
  const end = until === undefined ? 'ab sofort' : `nach dem ${germanDay(Temporal.PlainDate.from(until))}`
  const common = { kind: identityKinds.roleEnded, url: '/', organizationId: grant.organizationId }
  const what = `die Aufgabe „${roleName(grant.role)}“`
  const personIds = [grant.personId].filter((id) => id !== ctx.actor.personId)
  await notify(ctx, {
    ...common,
    personIds,
    title: `${ctx.actor.name} hat ${what} bei ${grant.organizationName} beendet, ${end}.`,
  })
  await notify(ctx, {
    ...common,
    kind: identityKinds.colleaguesChanged,
    url: '/personen',
    personIds: heads.filter((id) => id !== ctx.actor.personId && id !== grant.personId),
    title: `${grant.personName} hat bei ${grant.organizationName} ${what} ${end} nicht mehr.`,
  })
}
