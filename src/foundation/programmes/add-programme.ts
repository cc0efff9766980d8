import { type Outcome, refuse } from '#kernel/outcome.ts'
import { sortKey } from '#kernel/sort-key.ts'
import { record } from '#foundation/audit/index.ts'
import { newId } from '#platform/crypto/random.ts'
import type { Context } from '#platform/http/context.ts'
import { unknownPlaces } from './facts/unknown-places.ts'
import { keyOf, roadFault } from './programme-parts.ts'
import type { NewProgramme } from './schemas.ts'

/** Adds a programme with all its parts; returns its id. Whoever adds one leads it, as long as nobody else is named. */
export async function addProgramme(ctx: Context, wanted: NewProgramme): Promise<Outcome<string>> {
  const fault = roadFault(wanted) ?? (await unknownPlaces(ctx.db, wanted))
  if (fault) return fault
  const { actor, db, now } = ctx
  const runBy = actor.actingFor
  if (!runBy) return refuse('Bitte wählen Sie zuerst, für welche Organisation Sie das Programm anlegen.')
  const id = newId()
  const inserted = await db
    .insertInto('programmes.programme')
    .values({
      id,
      key: wanted.key ?? keyOf(wanted.name),
      name: wanted.name,
      sort_key: sortKey(wanted.name),
      summary: wanted.summary,
      about: wanted.about,
      state: wanted.state,
      run_by: runBy.id,
      contractor_id: wanted.contractorId ?? null,
      starts_on: wanted.startsOn ?? null,
      deadline_on: wanted.deadline ?? null,
      takes_interest: wanted.takesInterest,
      open_to: wanted.openTo,
      expected: wanted.expected ?? null,
      total_cents: wanted.totalCents ?? null,
      declaration_text: wanted.declarationText,
      contact_name: wanted.contact.name,
      contact_email: wanted.contact.email,
      contact_phone: wanted.contact.phone,
      created_at: now.toString(),
      changed_at: now.toString(),
      changed_by: actor.personId,
    })
    .onConflict((there) => there.column('key').doNothing())
    .executeTakeFirst()
  if (inserted.numInsertedOrUpdatedRows === 0n)
    return refuse('Ein Programm mit diesem Namen gibt es schon. Angelegt ist nichts.', [
      { path: 'name', message: 'Dieser Name ist vergeben.' },
    ])
  await insertParts(ctx, id, wanted)
  await record(ctx, 'programme.added', { organizationId: null, subjectId: id, data: { programme: wanted.name } })
  return id
}

async function insertParts({ db }: Context, id: string, { phases, stages, documents, observerIds }: NewProgramme) {
  const steps = phases.flatMap((phase) => phase.steps.map((step) => ({ ...step, phaseKey: phase.key })))
  if (phases.length > 0)
    await db
      .insertInto('programmes.phase')
      .values(phases.map(({ key, title }, at) => ({ programme_id: id, key, title, position: at + 1 })))
      .execute()
  if (steps.length > 0)
    await db
      .insertInto('programmes.step')
      .values(
        steps.map((step, at) => ({
          programme_id: id,
          key: step.key,
          position: at + 1,
          phase_key: step.phaseKey,
          title: step.title,
          duty: step.duty,
          acts: step.acts,
          needs: step.needs,
          is_optional: step.isOptional,
          by_deed: step.byDeed,
          by_deadline: step.byDeadline,
          typical_days: step.typicalDays,
        })),
      )
      .execute()
  if (stages.length > 0)
    await db
      .insertInto('programmes.stage')
      .values(
        stages.map(({ title, amountCents, requires }, at) => ({
          programme_id: id,
          number: at + 1,
          title,
          amount_cents: amountCents,
          requires,
        })),
      )
      .execute()
  if (documents.length > 0)
    await db
      .insertInto('programmes.wanted_document')
      .values(
        documents.map(({ key, title, hint, isRequired }, at) => ({
          programme_id: id,
          key,
          position: at + 1,
          title,
          hint,
          is_required: isRequired,
        })),
      )
      .execute()
  if (observerIds.length > 0)
    await db
      .insertInto('programmes.observer')
      .values([...new Set(observerIds)].map((organizationId) => ({ programme_id: id, observer_id: organizationId })))
      .execute()
}
