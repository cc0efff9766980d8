import { expect } from 'vitest'
import { demoPassword, hvb, isb, itStaff, test } from '../../../../test/harness/house.ts'
import { mailsTo, secretTo } from '../../../../test/harness/mails.ts'

const wanted = 'jana.wiesner@musterstadt.example'

test('a new address counts only once it is confirmed there, and the old one is told twice', async ({ house }) => {
  const jana = await house.signedIn(isb)
  await jana.get('/mein-zugang/adresse')
  expect((await jana.post('/mein-zugang/adresse', { email: wanted, password: 'falsch' })).status).toBe(422)
  const asked = await jana.post('/mein-zugang/adresse', { email: ` ${wanted.toUpperCase()} `, password: demoPassword })
  expect(asked.text).toContain('sobald Sie das dort bestätigen')
  expect((await mailsTo(house, isb))[0]).toMatchObject({ template: 'identity.emailChangeAsked', data: { neu: wanted } })
  const secret = await secretTo(house, wanted, 'identity.emailChange')
  const guest = house.browser()
  await guest.get(`/neue-adresse/${secret}`)
  expect((await house.browser().signIn(isb, demoPassword)).text).toContain('Jana Wiesner')
  expect((await guest.post(`/neue-adresse/${secret}`, {})).text).toContain(`Ihr Zugang lautet jetzt auf ${wanted}`)
  expect((await house.browser().signIn(isb, demoPassword)).status).toBe(422)
  expect((await house.browser().signIn(wanted, demoPassword)).text).toContain('Jana Wiesner')
  expect((await mailsTo(house, isb))[0]).toMatchObject({ template: 'identity.emailChanged', data: { neu: wanted } })
  expect((await guest.post(`/neue-adresse/${secret}`, {})).status).toBe(422)
})

test('an address that somebody has cannot be taken over, and the mail tells nobody before', async ({ house }) => {
  const tobias = await house.as(itStaff)
  expect((await tobias.put('/me/email', { email: hvb, password: demoPassword })).status).toBe(200)
  const secret = await secretTo(house, hvb, 'identity.emailChange')
  const taken = await house.stranger.post(`/email-changes/${secret}/confirmation`)
  expect([taken.status, taken.body['title']]).toEqual([422, expect.stringContaining('schon einen Zugang')])
  expect((await house.browser().signIn(itStaff, demoPassword)).status).toBe(200)
})

test('the own address, none at all, and a link of yesterday change nothing', async ({ house }) => {
  const tobias = await house.as(itStaff)
  for (const email of [itStaff, 'keine adresse', ''])
    expect((await tobias.put('/me/email', { email, password: demoPassword })).status, email).toBe(422)
  await tobias.put('/me/email', { email: 'morgen@musterstadt.example', password: demoPassword })
  const secret = await secretTo(house, 'morgen@musterstadt.example', 'identity.emailChange')
  const began = house.clock.now()
  house.clock.set(began.add({ hours: 25 }))
  expect((await house.stranger.post(`/email-changes/${secret}/confirmation`)).status).toBe(422)
  house.clock.set(began)
  expect((await tobias.get<{ person: { email: string } }>('/me')).body.person.email).toBe(itStaff)
})

test('a link for a password that went to the old address ends with the change', async ({ house }) => {
  await house.stranger.post('/password-resets', { email: hvb })
  const old = await secretTo(house, hvb, 'identity.passwordReset')
  await (await house.as(hvb)).put('/me/email', { email: 'koehler@musterstadt.example', password: demoPassword })
  const secret = await secretTo(house, 'koehler@musterstadt.example', 'identity.emailChange')
  expect((await house.stranger.post(`/email-changes/${secret}/confirmation`)).status).toBe(200)
  const late = await house.stranger.post(`/password-resets/${old}/completion`, {
    password: 'ein neues langes Passwort',
  })
  expect(late.status).toBe(404)
})
