import { expect } from 'vitest'
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { isRefusal } from '#kernel/outcome.ts'
import { asOwner } from '../../../../test/access/as-owner.ts'
import { elbaue, hvb, isb, manager, test, type TestHouse } from '../../../../test/harness/house.ts'
import { operate } from '../../../../test/harness/operate.ts'
import { mailsTo, secretTo, wantsAtOnce } from '../../../../test/harness/mails.ts'

const admin = 'admin@verbund.example'
const office = 'amt@musterstadt.example'
const password = 'eine lange Kette von Wörtern'

const idOf = async (house: TestHouse, email: string): Promise<string> => {
  const { body } = await (await house.as(email)).get<{ actingFor: { id: string } }>('/me')
  return body.actingFor.id
}

/** A municipality where nobody has a role yet. */
const newTown = async (house: TestHouse, name: string): Promise<string> => {
  const { body } = await (await house.as(manager)).post('/organizations', { name, kind: 'unitaryMunicipality' })
  return String(body['id'])
}

const inviteTo = async (house: TestHouse, by: string, organizationId: string, rest: Record<string, unknown> = {}) =>
  (await house.as(by)).post('/invitations', {
    email: 'neu@musterstadt.example',
    name: 'Nora Neumann',
    organizationId,
    roles: ['itStaff'],
    ...rest,
  })

const accept = (house: TestHouse, secret: string, body: Record<string, unknown> = { password }) =>
  house.stranger.post(`/invitations/${secret}/acceptance`, body)

const rolesOf = async (house: TestHouse, email: string): Promise<string[]> => {
  const { rows } = await asOwner(house, (db) =>
    sql<{
      role: string
    }>`select g.role from identity.role_grant g join identity.person p on p.id = g.person_id where p.email = ${email} order by 1`.execute(
      db,
    ),
  )
  return rows.map(({ role }) => role)
}

test('the town’s administrator invites, the new person accepts, signs in and has the roles', async ({ house }) => {
  const town = await idOf(house, office)
  await wantsAtOnce(house, hvb, 'identity.invitationAccepted')
  const invited = await inviteTo(house, office, town)
  expect([invited.status, invited.body['state']]).toEqual([201, 'open'])
  expect(JSON.stringify(invited.body)).not.toContain('einladung/')
  const secret = await secretTo(house, 'neu@musterstadt.example', 'identity.invitation')
  expect(secret).toMatch(/^[\w-]{27}$/)
  expect(await rolesOf(house, 'neu@musterstadt.example')).toEqual([])
  const accepted = await accept(house, secret)
  expect([accepted.status, accepted.body['organizationId']]).toEqual([201, town])
  expect(await rolesOf(house, 'neu@musterstadt.example')).toEqual(['itStaff'])
  const browser = house.browser()
  expect((await browser.signIn('neu@musterstadt.example', password)).text).toContain('Nora Neumann')
  expect((await mailsTo(house, hvb))[0]).toMatchObject({
    template: 'identity.invitationAccepted',
    data: { person: 'Nora Neumann' },
  })
})

test('an accepted invitation is not accepted again, whatever is sent', async ({ house }) => {
  const secret = await secretTo(house, 'neu@musterstadt.example', 'identity.invitation')
  for (const body of [{ password }, {}, { password: 'ein ganz anderes Passwort' }]) {
    const again = await accept(house, secret, body)
    expect([again.status, again.body['title']]).toEqual([422, expect.stringContaining('schon angenommen')])
  }
  expect((await house.browser().signIn('neu@musterstadt.example', password)).status).toBe(200)
})

test('somebody with an account gets the roles added, and only when signed in with that account', async ({ house }) => {
  const town = await newTown(house, 'Gemeinde Doppelau')
  await inviteTo(house, manager, town, { email: elbaue, name: 'Jonas Timm', roles: ['organizationAdmin'] })
  const secret = await secretTo(house, elbaue, 'identity.invitation')
  const stranger = await accept(house, secret)
  expect([stranger.status, stranger.body['title']]).toEqual([422, expect.stringContaining('schon einen Zugang')])
  const other = await (await house.as(isb)).post(`/invitations/${secret}/acceptance`, {})
  expect(other.status).toBe(422)
  expect(await rolesOf(house, elbaue)).not.toContain('organizationAdmin')
  const own = await (await house.as(elbaue)).post(`/invitations/${secret}/acceptance`, {})
  expect([own.status, own.body['organization']]).toEqual([201, 'Gemeinde Doppelau'])
  expect(await rolesOf(house, elbaue)).toEqual(['navigator', 'organizationAdmin', 'securityOfficer'])
  expect((await house.browser().signIn(elbaue, password)).text).toContain('stimmen nicht')
})

test('the cooperative invites only where nobody can, and says why not elsewhere', async ({ house }) => {
  const town = await idOf(house, office)
  const refused = await inviteTo(house, manager, town, { email: 'x1@musterstadt.example' })
  expect([refused.status, refused.body['title']]).toEqual([403, expect.stringContaining('lädt selbst ein')])
  const empty = await newTown(house, 'Gemeinde Erstlingen')
  expect(
    (await inviteTo(house, manager, empty, { email: 'a@erst.example', roles: ['organizationAdmin'] })).status,
  ).toBe(201)
  expect((await inviteTo(house, admin, empty, { email: 'b@erst.example', roles: ['securityOfficer'] })).status).toBe(
    201,
  )
  expect((await accept(house, await secretTo(house, 'a@erst.example', 'identity.invitation'))).status).toBe(201)
  expect((await inviteTo(house, manager, empty, { email: 'c@erst.example' })).status).toBe(403)
  // What was sent before still counts; the administrator there sees it and can take it back.
  expect((await accept(house, await secretTo(house, 'b@erst.example', 'identity.invitation'))).status).toBe(201)
})

test('nobody else invites: not the security officer, not another town, not into a place that is none', async ({
  house,
}) => {
  const [town, other] = [await idOf(house, office), await newTown(house, 'Gemeinde Fremdau')]
  expect((await inviteTo(house, isb, town)).status).toBe(403)
  expect((await inviteTo(house, hvb, other)).status).toBe(403)
  expect((await inviteTo(house, hvb, '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d')).status).toBe(404)
  expect((await inviteTo(house, hvb, 'keine')).status).toBe(422)
  expect((await house.stranger.post('/invitations', {})).status).toBe(401)
  expect((await (await house.as(isb)).get('/invitations')).status).toBe(403)
})

test('roles fit the organization, oneself is never invited, and a name is no advertisement', async ({ house }) => {
  const town = await idOf(house, office)
  const wrong: [Record<string, unknown>, string][] = [
    [{ roles: ['programmeManager'] }, 'roles'],
    [{ roles: ['administrator', 'itStaff'] }, 'roles'],
    [{ roles: [] }, 'roles'],
    [{ roles: ['king'] }, 'roles.0'],
    [{ email: office }, 'email'],
    [{ email: 'amt+zwei@musterstadt.example' }, 'email'],
    [{ email: 'keine adresse' }, 'email'],
    [{ email: isb, roles: ['securityOfficer'] }, 'email'],
    [{ name: '' }, 'name'],
    [{ name: 'Klick https://boese.example' }, 'name'],
    [{ name: 'Zwei\nZeilen' }, 'name'],
  ]
  for (const [rest, path] of wrong) {
    const { status, body } = await inviteTo(house, office, town, { email: 'y@musterstadt.example', ...rest })
    expect([status, (body['errors'] as { path: string }[])[0]?.path], JSON.stringify(rest)).toEqual([422, path])
  }
  const coop = await idOf(house, manager)
  expect((await inviteTo(house, manager, coop, { roles: ['guide'] })).status).toBe(403)
  expect((await inviteTo(house, admin, coop, { email: 'lotse9@verbund.example', roles: ['guide'] })).status).toBe(201)
})

test('one open invitation per address and organization; sending again replaces the link, taking back ends it', async ({
  house,
}) => {
  const town = await idOf(house, office)
  const first = await inviteTo(house, office, town, { email: 'z@musterstadt.example' })
  const old = await secretTo(house, 'z@musterstadt.example', 'identity.invitation')
  expect((await inviteTo(house, hvb, town, { email: 'Z@Musterstadt.example' })).body['title']).toContain(
    'schon eine Einladung offen',
  )
  const chief = await house.as(hvb)
  expect((await chief.post(`/invitations/${String(first.body['id'])}/dispatch`)).status).toBe(200)
  expect((await accept(house, old)).status).toBe(404)
  const fresh = await secretTo(house, 'z@musterstadt.example', 'identity.invitation')
  expect(fresh).not.toBe(old)
  expect((await chief.call('DELETE', `/invitations/${String(first.body['id'])}`)).body['state']).toBe('revoked')
  const late = await accept(house, fresh)
  expect([late.status, late.body['title']]).toEqual([422, expect.stringContaining('zurückgezogen')])
  expect((await chief.post(`/invitations/${String(first.body['id'])}/dispatch`)).status).toBe(422)
  const foreign = await house.as(elbaue)
  const { body } = await foreign.get<{ organizations: { id: string }[] }>('/me')
  const header = { 'lotsenwerk-acting-for': body.organizations[0]?.id ?? '' }
  expect((await foreign.call('DELETE', `/invitations/${String(first.body['id'])}`, undefined, header)).status).toBe(404)
})

test('an invitation works to the end of its fourteenth day and not a second longer', async ({ house }) => {
  const town = await idOf(house, office)
  const { body } = await inviteTo(house, office, town, { email: 'frist@musterstadt.example' })
  const secret = await secretTo(house, 'frist@musterstadt.example', 'identity.invitation')
  const [began, end] = [house.clock.now(), Temporal.Instant.from(String(body['expiresAt']))]
  expect(end.toZonedDateTimeISO('Europe/Berlin').toPlainTime().toString()).toBe('00:00:00')
  house.clock.set(end.add({ milliseconds: 1 }))
  expect((await accept(house, secret)).body['title']).toContain('abgelaufen')
  // A clock that is set back brings no second life to anything else, and this one back within its term.
  house.clock.set(began.subtract({ hours: 24 * 400 }))
  expect((await house.stranger.post('/invitations/ausgedacht/acceptance', { password })).status).toBe(404)
  house.clock.set(end.subtract({ seconds: 30 }))
  expect((await accept(house, secret)).status).toBe(201)
  house.clock.set(began)
})

test('an invitation that has run out makes room for a new one', async ({ house }) => {
  const town = await idOf(house, office)
  const began = house.clock.now()
  await inviteTo(house, office, town, { email: 'zweimal@musterstadt.example' })
  house.clock.set(began.add({ hours: 24 * 16 }))
  expect((await inviteTo(house, office, town, { email: 'zweimal@musterstadt.example' })).status).toBe(201)
  house.clock.set(began)
})

test('cut, lengthened, foreign and invented secrets are all the same 404, and nothing is written', async ({
  house,
}) => {
  const town = await idOf(house, office)
  await inviteTo(house, office, town, { email: 'rand@musterstadt.example' })
  const secret = await secretTo(house, 'rand@musterstadt.example', 'identity.invitation')
  for (const wrong of [
    secret.slice(0, -1),
    `${secret}A`,
    secret.toLowerCase(),
    'x',
    '%00',
    encodeURIComponent("' or '1'='1"),
  ]) {
    expect((await accept(house, wrong)).status, wrong).toBe(404)
    expect((await house.browser().get(`/einladung/${wrong}`)).status, wrong).toBe(404)
  }
  expect(await rolesOf(house, 'rand@musterstadt.example')).toEqual([])
})

test('a short password leaves the invitation open', async ({ house }) => {
  const secret = await secretTo(house, 'rand@musterstadt.example', 'identity.invitation')
  for (const body of [{ password: 'kurz' }, { password: 'x'.repeat(1001) }, {}])
    expect((await accept(house, secret, body)).status).toBe(422)
  expect((await accept(house, secret)).status).toBe(201)
})

test('of ten who accept at once one succeeds', async ({ house }) => {
  const town = await idOf(house, office)
  await inviteTo(house, office, town, { email: 'eilig@musterstadt.example' })
  const secret = await secretTo(house, 'eilig@musterstadt.example', 'identity.invitation')
  const replies = await Promise.all(Array.from({ length: 10 }, () => accept(house, secret)))
  expect(replies.filter(({ status }) => status === 201)).toHaveLength(1)
  expect(replies.filter(({ status }) => status === 422)).toHaveLength(9)
  expect(await rolesOf(house, 'eilig@musterstadt.example')).toEqual(['itStaff'])
})

test('two towns invite the same new address at once: one account, and the second acceptance asks to sign in', async ({
  house,
}) => {
  const [one, other] = [await newTown(house, 'Gemeinde Linksau'), await newTown(house, 'Gemeinde Rechtsau')]
  const email = 'beide@auen.example'
  await inviteTo(house, manager, one, { email, roles: ['organizationAdmin'] })
  const first = await secretTo(house, email, 'identity.invitation')
  await inviteTo(house, manager, other, { email, roles: ['organizationAdmin'] })
  const second = await secretTo(house, email, 'identity.invitation')
  const replies = await Promise.all([
    accept(house, first),
    accept(house, second, { password: 'ein anderes langes Passwort' }),
  ])
  expect(replies.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 422])
})

test('the page shows what the invitation is, keeps the link to itself, and acts only on the form', async ({
  house,
}) => {
  const town = await idOf(house, office)
  await inviteTo(house, office, town, { email: 'seite@musterstadt.example', name: 'Sven Seiter' })
  const secret = await secretTo(house, 'seite@musterstadt.example', 'identity.invitation')
  const guest = house.browser()
  const page = await guest.get(`/einladung/${secret}`)
  expect(page.text).toMatch(/Sven Seiter.*Stadt Musterstadt.*IT.*Sabine Lenz/)
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(await rolesOf(house, 'seite@musterstadt.example')).toEqual([])
  const different = await guest.post(`/einladung/${secret}`, { newPassword: password, newPasswordAgain: 'vertippt' })
  expect([different.status, different.text.includes('Die beiden Eingaben sind verschieden')]).toEqual([422, true])
  expect(different.html).not.toContain(password)
  const done = await guest.post(`/einladung/${secret}`, { newPassword: password, newPasswordAgain: password })
  expect(done.text).toContain('Ihr Zugang für Stadt Musterstadt ist eingerichtet')
  expect((await guest.get(`/einladung/${secret}`)).text).toContain('schon angenommen')
})

test('a form of a foreign site accepts nothing', async ({ house }) => {
  const town = await idOf(house, office)
  await inviteTo(house, office, town, { email: 'fremd@musterstadt.example' })
  const secret = await secretTo(house, 'fremd@musterstadt.example', 'identity.invitation')
  const guest = house.browser()
  await guest.get(`/einladung/${secret}`)
  const sent = await guest.post(`/einladung/${secret}`, {
    _csrf: 'geraten',
    newPassword: password,
    newPasswordAgain: password,
  })
  expect([sent.status, await rolesOf(house, 'fremd@musterstadt.example')]).toEqual([403, []])
})

test('somebody with an account is led through the sign-in and accepts with one click', async ({ house }) => {
  const town = await newTown(house, 'Gemeinde Klickau')
  await inviteTo(house, manager, town, { email: isb, name: 'Jana Wiesner', roles: ['organizationAdmin'] })
  const secret = await secretTo(house, isb, 'identity.invitation')
  const guest = house.browser()
  const page = await guest.get(`/einladung/${secret}`)
  expect(page.html).toContain(`/anmeldung?weiter=%2Feinladung%2F${secret}`)
  expect(page.html).not.toContain('name="newPassword"')
  await guest.get(`/anmeldung?weiter=/einladung/${secret}`)
  const back = await guest.post('/anmeldung', {
    email: isb,
    password: 'lotsenwerk-demo',
    weiter: `/einladung/${secret}`,
  })
  expect(back.text).toContain('Sie sind als Jana Wiesner angemeldet')
  await guest.post(`/einladung/${secret}/annehmen`, {})
  expect(await rolesOf(house, isb)).toContain('organizationAdmin')
})

test('a shared mailbox: who gets an invitation to somebody else’s account is told what to do', async ({ house }) => {
  const town = await idOf(house, office)
  await inviteTo(house, office, town, {
    email: 'it@musterstadt.example',
    name: 'Ganz Jemandanders',
    roles: ['navigator'],
  })
  const secret = await secretTo(house, 'it@musterstadt.example', 'identity.invitation')
  const page = await house.browser().get(`/einladung/${secret}`)
  expect(page.text).toContain('auf den Namen Tobias Brandt')
  expect(page.text).toContain('Ein Zugang gehört einer Person')
})

test('the command line invites the first person, and only her', async ({ house }) => {
  await newTown(house, 'Gemeinde Kommandau')
  const given = {
    email: 'erste@kommandau.example',
    name: 'Erna Erste',
    organization: 'Gemeinde Kommandau',
    role: 'organizationAdmin,chiefExecutive',
  }
  const done = await operate(house, 'person invite', given)
  expect(isRefusal(done) ? done.refused : done.sentence).toContain('Erna Erste')
  expect((await accept(house, await secretTo(house, given.email, 'identity.invitation'))).status).toBe(201)
  for (const [rest, words] of [
    [{}, 'lädt selbst ein'],
    [{ organization: 'Nirgendwo' }, 'gibt es nicht'],
    [{ role: 'king' }, 'gibt es nicht'],
  ] as const) {
    const refused = await operate(house, 'person invite', { ...given, ...rest })
    expect(isRefusal(refused) && refused.refused).toContain(words)
  }
})
