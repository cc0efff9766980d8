// What the operations about people need to succeed on the demo story.
import { localDay } from '#kernel/local-day.ts'
import { newId } from '#platform/crypto/random.ts'
import { assessor, hvb, isb, itStaff, manager, type TestHouse } from '../harness/house.ts'
import { asOwner } from '../access/as-owner.ts'
import { placeNamed } from '../access/standings.ts'

const admin = 'admin@verbund.example'
const office = 'amt@musterstadt.example'

interface Made {
  id: string
}

/** By operation. Each changes something of its own, so that they succeed in any order. */
export async function peopleSamples(house: TestHouse) {
  const idOf = (email: string): Promise<string> =>
    asOwner(
      house,
      async (db) =>
        (await db.selectFrom('identity.person').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id,
    )
  const place = (name: string): Promise<string> => asOwner(house, (db) => placeNamed(db, name))
  const town = await place('Stadt Musterstadt')
  const [verbund, contractor] = [await place('Kommunalverbund Elbe-Saale eG'), await place('Prüfhaus GmbH')]
  const day = (days: number): string => localDay(house.clock.now()).add({ days }).toString()
  const [sabine, torsten, ole] = [await house.as(office), await house.as(manager), await house.as(admin)]
  const made = async (reply: Promise<{ status: number; body: Made; text: string }>): Promise<string> => {
    const { status, body, text } = await reply
    if (status !== 201) throw new Error(text)
    return body.id
  }
  const [felix, tobias, lea] = [await idOf(assessor), await idOf(itStaff), await idOf('redaktion@verbund.example')]
  const given = (role: string) => ({ personId: tobias, organizationId: town, role })
  const assigned = (from: number) => ({ personId: felix, organizationId: town, from: day(from), until: day(from + 5) })
  /** A town with a head of its own, so that each sample of a replacement has one for itself. */
  const headedTown = async (name: string): Promise<string> => {
    const id = await made(torsten.post<Made>('/organizations', { name, kind: 'unitaryMunicipality' }))
    await asOwner(house, async (db) => {
      const head = newId()
      const person = { id: head, name: `Leitung ${name}`, email: `leitung@${name.toLowerCase()}.example` }
      await db
        .insertInto('identity.person')
        .values({ ...person, created_at: house.clock.now().toString() })
        .execute()
      const grant = { id: newId(), person_id: head, organization_id: id, role: 'chiefExecutive', granted_by: null }
      await db
        .insertInto('identity.role_grant')
        .values({ ...grant, from_day: day(-10), until_day: null })
        .execute()
    })
    return id
  }
  const proposal = (organizationId: string) => ({
    organizationId,
    reason: 'Seit Wochen niemand erreichbar.',
    email: 'ersatz@beispiel.example',
    name: 'Erika Ersatz',
  })
  const proposed = (organizationId: string): Promise<string> =>
    made(torsten.post<Made>('/administrator-replacements', proposal(organizationId)))
  const objectedTo = await proposed(await place('Gemeinde Kleinweiler'))
  await ole.post(`/administrator-replacements/${objectedTo}/confirmation`)
  const grant = await made(sabine.post<Made>('/roles', given('navigator')))
  await made(sabine.post<Made>('/roles', given('officeHead')))
  const deputy = { deputyId: tobias, until: day(9) }
  const named = await made(sabine.post<Made>('/substitutions', deputy))
  const [first, second] = [
    await made(torsten.post<Made>('/assignments', assigned(100))),
    await made(torsten.post<Made>('/assignments', assigned(110))),
  ]
  await made(ole.post<Made>('/roles', { personId: lea, organizationId: verbund, role: 'procurer' }))
  return {
    listPeople: {},
    listRoles: {},
    giveRole: { email: office, body: given('dataProtectionOfficer') },
    endRole: { of: grant, email: office },
    endRoleOf: { query: new URLSearchParams(given('officeHead')).toString(), email: office },
    listSubstitutions: {},
    nameDeputy: { email: isb, body: deputy },
    endSubstitution: { of: named, email: office },
    listAssignments: { email: manager },
    assignAssessor: { email: manager, body: assigned(120) },
    endAssignment: { of: first, email: manager },
    objectToAssignment: { of: second, email: hvb, body: { reason: 'Probe' } },
    listAdministratorReplacements: { email: manager },
    proposeAdministratorReplacement: { email: manager, body: proposal(await headedTown('Ersatzhausen')) },
    withdrawAdministratorReplacement: { of: await proposed(await headedTown('Ersatzleben')), email: manager },
    confirmAdministratorReplacement: { of: await proposed(town), email: admin },
    objectToAdministratorReplacement: {
      of: objectedTo,
      email: 'alles@kleinweiler.example',
      body: { reason: 'Ich bin wieder da.' },
    },
    listDepartures: { email: office },
    dismiss: {
      email: manager,
      body: { personId: await idOf('auftrag@pruefhaus.example'), organizationId: contractor, lastDay: day(30) },
    },
  }
}
