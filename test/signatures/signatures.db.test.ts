// Who signed what, when and as what, and a hash of exactly what was shown.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { sign, signaturesOf } from '#foundation/signatures/index.ts'
import { isRefusal, refuse } from '#kernel/outcome.ts'
import { newId } from '#platform/crypto/random.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Context } from '#platform/http/context.ts'
import { elbaue, isb, itStaff, test, type TestHouse } from '../harness/house.ts'

/** A unit of work of this person, as the pipeline opens it. */
async function as<T>(house: TestHouse, email: string, work: (ctx: Context) => Promise<T>): Promise<T> {
  const { body } = await (
    await house.as(email)
  ).get<{
    person: { id: string; name: string }
    actingFor: { id: string; name: string }
    roles: string[]
  }>('/me')
  const place = { ...body.actingFor, kind: 'unitaryMunicipality' }
  const now = house.clock.now()
  const actor = {
    personId: body.person.id,
    name: body.person.name,
    email,
    actingFor: place,
    roles: body.roles,
    organizations: [place],
  }
  const subject = { personId: actor.personId, actingFor: place.id }
  return unitOfWork(house.services.database, { as: subject, now, mode: 'read write' }, (db) => work({ actor, db, now }))
}

const shown = 'Übergabe\n\n- Schlüssel „Nord“: 2 Stück\n'
const subject = { type: 'handover', id: newId() }

const wish = ({ actor }: Context, more: object = {}) => ({
  organizationId: actor.actingFor?.id ?? '',
  subject,
  role: 'securityOfficer',
  shown,
  passwordConfirmed: true as const,
  ...more,
})

test('a signature keeps the text as it was shown, its hash, and as what somebody signed; colleagues read it', async ({
  house,
}) => {
  const signed = await as(house, isb, (ctx) => sign(ctx, wish(ctx)))
  if (isRefusal(signed)) throw new Error(signed.refused)
  const [found] = await as(house, itStaff, ({ db }) => signaturesOf(db, subject))
  expect(found).toMatchObject({ id: signed.id, role: 'securityOfficer', signerName: 'Jana Wiesner', shown })
  expect(found?.shownSha256).toBe(signed.shownSha256)
  expect(await as(house, elbaue, ({ db }) => signaturesOf(db, subject))).toEqual([])
})

test('without the password once more nothing is signed', async ({ house }) => {
  const refused = await as(house, isb, (ctx) =>
    sign(ctx, wish(ctx, { passwordConfirmed: refuse('Ihr Passwort stimmt nicht.') })),
  )
  expect(refused).toEqual({ refused: 'Ihr Passwort stimmt nicht.' })
  expect(await as(house, isb, ({ db }) => signaturesOf(db, subject))).toHaveLength(1)
})

test('who may not sign is stopped by the rows, and so is a hash that is not that of the text', async ({ house }) => {
  await expect(as(house, itStaff, (ctx) => sign(ctx, wish(ctx)))).rejects.toThrow('row-level security')
  await expect(
    as(house, isb, ({ actor, db, now }) =>
      sql`insert into signatures.signature (id, organization_id, subject_type, subject_id, signed_by, acting_for, role, signed_at, shown, shown_sha256)
          values (${newId()}::uuid, ${actor.actingFor?.id}::uuid, 'handover', ${newId()}::uuid, ${actor.personId}::uuid, ${actor.actingFor?.id}::uuid,
                  'securityOfficer', ${now.toString()}, 'Ein anderer Text', ${'0'.repeat(64)})`.execute(db),
    ),
  ).rejects.toThrow('signature_check')
})

test('nobody changes or removes one', async ({ house }) => {
  for (const statement of [sql`update signatures.signature set shown = 'x'`, sql`delete from signatures.signature`])
    await expect(as(house, isb, ({ db }) => statement.execute(db))).rejects.toThrow('permission denied')
})
