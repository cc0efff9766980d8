import { expect } from 'vitest'
import { demoPassword, hvb, isb, itStaff, observer, test } from '../../../../test/harness/house.ts'
import { mailsTo, secretTo } from '../../../../test/harness/mails.ts'

const fresh = 'ein neues langes Passwort'
const reset = 'identity.passwordReset'

test('a forgotten password is set anew by mail, and every session ends', async ({ house }) => {
  const before = await house.signedIn(isb)
  expect((await before.get('/mein-zugang')).status).toBe(200)
  const guest = house.browser()
  await guest.get('/passwort-vergessen')
  expect((await guest.post('/passwort-vergessen', { email: ' ISB@Musterstadt.example ' })).text).toContain(
    'Bitte sehen Sie in Ihr Postfach',
  )
  const secret = await secretTo(house, isb, reset)
  const page = await guest.get(`/neues-passwort/${secret}`)
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect((await house.browser().signIn(isb, demoPassword)).text).toContain('Jana Wiesner') // looking changes nothing
  const different = await guest.post(`/neues-passwort/${secret}`, { newPassword: fresh, newPasswordAgain: 'vertippt' })
  expect(different.status).toBe(422)
  const done = await guest.post(`/neues-passwort/${secret}`, { newPassword: fresh, newPasswordAgain: fresh })
  expect(done.text).toContain('Ihr neues Passwort gilt')
  expect((await before.get('/mein-zugang')).text).toContain('Anmelden')
  expect((await house.browser().signIn(isb, demoPassword)).status).toBe(422)
  expect((await house.browser().signIn(isb, fresh)).text).toContain('Jana Wiesner')
  expect((await mailsTo(house, isb))[0]?.template).toBe('identity.passwordChanged')
})

test('the link works once', async ({ house }) => {
  const secret = await secretTo(house, isb, reset)
  const again = await house.stranger.post(`/password-resets/${secret}/completion`, {
    password: 'noch ein anderes Passwort',
  })
  expect([again.status, again.body['title']]).toEqual([404, expect.stringContaining('gilt nicht oder nicht mehr')])
  expect((await house.browser().get(`/neues-passwort/${secret}`)).status).toBe(404)
})

test('the answer is the same for an address that nobody has', async ({ house }) => {
  const ask = async (email: string) => {
    const guest = house.browser()
    await guest.get('/passwort-vergessen')
    return (await guest.post('/passwort-vergessen', { email })).text.replace(email, '')
  }
  expect(await ask('niemand@nirgends.example')).toBe(await ask(itStaff))
  expect(await mailsTo(house, 'niemand@nirgends.example')).toEqual([])
  const api = await Promise.all(
    [hvb, 'niemand@nirgends.example'].map((email) => house.stranger.post('/password-resets', { email })),
  )
  expect(api.map(({ status, text }) => `${status} ${text}`)).toEqual(
    Array.from({ length: 2 }, () => '200 {"done":true}'),
  )
})

test('the link ends after an hour, and a newer one ends it at once', async ({ house }) => {
  const began = house.clock.now()
  await house.stranger.post('/password-resets', { email: observer })
  const old = await secretTo(house, observer, reset)
  await house.stranger.post('/password-resets', { email: observer })
  const late = await secretTo(house, observer, reset)
  const complete = (secret: string) => house.stranger.post(`/password-resets/${secret}/completion`, { password: fresh })
  expect((await complete(old)).status).toBe(404)
  house.clock.set(began.add({ minutes: 61 }))
  expect((await complete(late)).status).toBe(404)
  house.clock.set(began.add({ minutes: 59 }))
  expect((await complete(late)).status).toBe(200)
  house.clock.set(began)
})

test('nobody’s mailbox is flooded: three mails an hour', async ({ house }) => {
  const began = house.clock.now()
  house.clock.set(began.add({ hours: 3 }))
  const mails = async () => (await mailsTo(house, itStaff)).filter(({ template }) => template === reset).length
  const before = await mails()
  for (let time = 0; time < 6; time++)
    expect((await house.stranger.post('/password-resets', { email: itStaff })).status).toBe(200)
  expect((await mails()) - before).toBe(3)
  house.clock.set(began)
})

test('a short, a cut or an invented link or password changes nothing', async ({ house }) => {
  await house.stranger.post('/password-resets', { email: 'lotse@verbund.example' })
  const secret = await secretTo(house, 'lotse@verbund.example', reset)
  expect((await house.stranger.post(`/password-resets/${secret}/completion`, { password: 'kurz' })).status).toBe(422)
  expect(
    (await house.stranger.post(`/password-resets/${secret.slice(1)}/completion`, { password: fresh })).status,
  ).toBe(404)
  expect((await house.stranger.post('/password-resets', { email: 'keine adresse' })).status).toBe(422)
  expect((await house.browser().signIn('lotse@verbund.example', demoPassword)).status).toBe(200)
})

test('one changes the own password with the old one; other sessions end, this one stays', async ({ house }) => {
  const [here, there] = [await house.signedIn(hvb), await house.signedIn(hvb)]
  await here.get('/mein-zugang/passwort')
  const wrong = await here.post('/mein-zugang/passwort', {
    password: 'falsch',
    newPassword: fresh,
    newPasswordAgain: fresh,
  })
  expect([wrong.status, wrong.text.includes('Ihr Passwort stimmt nicht')]).toEqual([422, true])
  const done = await here.post('/mein-zugang/passwort', {
    password: demoPassword,
    newPassword: fresh,
    newPasswordAgain: fresh,
  })
  expect(done.text).toContain('Ihr neues Passwort gilt')
  expect((await there.get('/mein-zugang')).text).toContain('Passwort vergessen')
  expect((await house.browser().signIn(hvb, fresh)).text).toContain('Martin Köhler')
})

test('a found session cannot try passwords for ever', async ({ house }) => {
  const token = await house.as('redaktion@verbund.example')
  for (let time = 0; time < 10; time++)
    expect(
      (await token.put('/me/password', { password: `geraten ${time}`, newPassword: fresh })).body['title'],
    ).toContain('stimmt nicht')
  const stopped = await token.put('/me/password', { password: demoPassword, newPassword: fresh })
  expect([stopped.status, stopped.body['title']]).toEqual([422, expect.stringContaining('zu viele Versuche')])
})
