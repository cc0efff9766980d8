import { germanDay, localDay } from '#kernel/local-day.ts'
import { type Outcome, refuse } from '#kernel/outcome.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { deciders } from './access.ts'
import { nameInWords } from './consent.ts'
import { currentText, type Purpose } from './purposes.ts'
import { standingConsents } from './queries.ts'

/** `newer`: the text is another one by now, and nothing was given. */
export type GiveOutcome = { given: string } | { newer: Purpose }

/**
 * Consents in the name of the organization acted for, on the wording of this version; from the next use on. Whether somebody may is the
 * caller's to decide (`mayConsent.decide`). Refused while a consent for the purpose stands.
 */
export async function giveConsent(
  ctx: Context,
  purpose: Purpose,
  { textVersion }: { textVersion: number },
): Promise<Outcome<GiveOutcome>> {
  const { actor, db, now } = ctx
  if (!actor.actingFor) return refuse('Bitte wählen Sie zuerst, für welche Organisation Sie handeln.')
  const text = currentText(purpose)
  if (textVersion !== text.version) return { newer: purpose }
  const organizationId = actor.actingFor.id
  const id = newId()
  const written = await db
    .insertInto('consents.consent')
    .values({
      id,
      organization_id: organizationId,
      purpose: purpose.key,
      text_version: text.version,
      text_sha256: text.sha256,
      given_at: now.toString(),
      given_by: actor.personId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!written) return alreadyGiven(ctx, purpose)
  await record(ctx, 'consent.given', {
    organizationId,
    subjectId: id,
    data: { purpose: purpose.key, textVersion: text.version, sha256: text.sha256 },
    needs: deciders,
  })
  return { given: id }
}

async function alreadyGiven({ db }: Context, { key, title }: Purpose) {
  const there = (await standingConsents(db)).find(({ purpose }) => purpose === key)
  const who = there && ` ${nameInWords(there.givenBy)} hat sie am ${germanDay(localDay(there.givenAt))} gegeben.`
  return refuse(`Die Einwilligung „${title}“ gilt schon.${who ?? ''} Geändert ist nichts.`)
}
