import { expect } from 'vitest'
import { sql } from 'kysely'
import { asOwner } from '../../../../test/access/as-owner.ts'
import { Browser } from '../../../../test/harness/clients.ts'
import { demoPassword, elbaue, hvb, isb, itStaff, test } from '../../../../test/harness/house.ts'
import { withOtherSecret } from '../../../../test/harness/operate.ts'
import { mailsTo } from '../../../../test/harness/mails.ts'
import { codeFor, nextHalfMinute, switchOn } from '../../../../test/harness/second-factor.ts'

const hidden = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]+)"`).exec(html)?.[1] ?? ''

async function give(browser: Browser, html: string, code: string) {
  return browser.post('/anmeldung/code', {
    anmeldung: hidden(html, 'anmeldung'),
    art: hidden(html, 'art'),
    weiter: hidden(html, 'weiter'),
    code,
  })
}

test('it is set up on the page: picture, letters, confirmation, ten codes, and then asked for', async ({ house }) => {
  nextHalfMinute(house)
  const jana = await house.signedIn(isb)
  const start = await jana.get('/mein-zugang/zweiter-faktor')
  expect(start.html).not.toContain('<svg class="lw-qr"')
  expect((await jana.post('/mein-zugang/zweiter-faktor', { password: 'falsch' })).status).toBe(422)
  const page = await jana.post('/mein-zugang/zweiter-faktor', { password: demoPassword })
  expect(page.html).toContain('class="lw-qr"')
  const secret = /<code>([A-Z2-7 ]+)<\/code>/.exec(page.html)?.[1]?.replaceAll(' ', '') ?? ''
  expect((await house.browser().signIn(isb, demoPassword)).text).toContain('Guten Tag') // not asked for before it is confirmed
  const wrong = await jana.post('/mein-zugang/zweiter-faktor/bestaetigen', { code: '000000' })
  expect([wrong.status, wrong.text.includes('noch nicht')]).toEqual([422, true])
  const shown = await jana.post('/mein-zugang/zweiter-faktor/bestaetigen', { code: codeFor(secret, house) })
  expect(shown.html.match(/<code>[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}<\/code>/g)).toHaveLength(10)
  expect((await jana.get('/mein-zugang/zweiter-faktor')).html).not.toContain(secret)
  nextHalfMinute(house, 3)
  const guest = house.browser()
  const second = await guest.signIn(isb, demoPassword)
  expect(second.text).toContain('Code aus Ihrer App')
  expect((await guest.get('/mein-zugang')).text).toContain('Passwort vergessen')
  expect((await give(guest, second.html, codeFor(secret, house))).text).toContain('Guten Tag, Jana Wiesner')
})

test('what lies in the database is neither the secret nor a code', async ({ house }) => {
  const { secret, codes } = await switchOn(house, 'lotse@verbund.example')
  const { rows } = await asOwner(house, (db) =>
    sql<{
      row: string
    }>`select f::text as row from identity.second_factor f union all select c::text from identity.recovery_code c`.execute(
      db,
    ),
  )
  const stored = rows.map(({ row }) => row).join('\n')
  expect(stored).not.toContain(secret)
  for (const code of codes) expect(stored.toUpperCase()).not.toContain(code.replaceAll('-', ''))
})

test('a code is taken once, also by its neighbours in time, and no older one after it', async ({ house }) => {
  const { secret } = await switchOn(house, elbaue)
  const enter = async (seconds: number) => {
    const guest = house.browser()
    const { html } = await guest.signIn(elbaue, demoPassword)
    return (await give(guest, html, codeFor(secret, house, seconds))).text
  }
  expect(await enter(-60)).toContain('stimmt nicht')
  expect(await enter(60)).toContain('stimmt nicht')
  expect(await enter(-30)).toContain('Guten Tag')
  expect(await enter(-30)).toContain('schon verwendet')
  expect(await enter(0)).toContain('Guten Tag')
  expect(await enter(-30)).toContain('schon verwendet')
  expect(await enter(30)).toContain('Guten Tag')
  expect(await enter(0)).toContain('schon verwendet')
})

test('of ten who send the same code at once one is let in', async ({ house }) => {
  const { secret } = await switchOn(house, 'redaktion@verbund.example')
  const guests = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const guest = house.browser()
      return { guest, html: (await guest.signIn('redaktion@verbund.example', demoPassword)).html }
    }),
  )
  const code = codeFor(secret, house)
  const replies = await Promise.all(guests.map(({ guest, html }) => give(guest, html, code)))
  expect(replies.filter(({ text }) => text.includes('Guten Tag'))).toHaveLength(1)
})

test('a recovery code works once, in any spelling, and its use is told by mail', async ({ house }) => {
  const { codes } = await switchOn(house, itStaff)
  const [code = ''] = codes
  const enter = async (given: string) => {
    const guest = house.browser()
    const { html } = await guest.signIn(itStaff, demoPassword)
    return (await give(guest, html, given)).text
  }
  expect(await enter(` ${code.toLowerCase().replaceAll('-', ' ')} `)).toContain('Guten Tag')
  expect((await mailsTo(house, itStaff))[0]).toMatchObject({
    template: 'identity.recoveryCodeUsed',
    data: { uebrig: 9 },
  })
  expect(await enter(code)).toContain('schon verwendet')
})

test('after five wrong codes the sign-in begins anew, and the owner is told that somebody has the password', async ({
  house,
}) => {
  const { secret } = await switchOn(house, hvb)
  const guest = house.browser()
  const { html } = await guest.signIn(hvb, demoPassword)
  for (let time = 0; time < 4; time++) expect((await give(guest, html, '123123')).status).toBe(422)
  expect((await give(guest, html, '123123')).text).toContain('abgelaufen oder wurde zu oft versucht')
  expect((await give(guest, html, codeFor(secret, house))).text).toContain('abgelaufen oder wurde zu oft versucht')
  expect((await mailsTo(house, hvb))[0]?.template).toBe('identity.wrongCodes')
  expect((await mailsTo(house, hvb))[0]?.data).toEqual({})
})

test('somebody who knows the password cannot lock the owner out of the browser that is known', async ({ house }) => {
  const secret = (await switchOn(house, 'land@ministerium.example')).secret
  const own = house.browser()
  const first = await own.signIn('land@ministerium.example', demoPassword)
  expect((await give(own, first.html, codeFor(secret, house))).text).toContain('Guten Tag')
  nextHalfMinute(house, 3)
  let last = 0
  for (let round = 0; round < 3; round++) {
    const thief = house.browser()
    const { html } = await thief.signIn('land@ministerium.example', demoPassword)
    for (let time = 0; time < 5; time++) last = (await give(thief, html, '123123')).status
  }
  expect(last).toBe(429)
  own.forget()
  const again = await own.signIn('land@ministerium.example', demoPassword)
  expect((await give(own, again.html, codeFor(secret, house))).text).toContain('Guten Tag')
})

test('the step between password and code ends after a quarter of an hour', async ({ house }) => {
  const { secret } = await switchOn(house, 'aufsicht@verbund.example')
  const guest = house.browser()
  const { html } = await guest.signIn('aufsicht@verbund.example', demoPassword)
  house.clock.set(house.clock.now().add({ minutes: 16 }))
  expect((await give(guest, html, codeFor(secret, house))).text).toContain('abgelaufen')
  expect(
    (
      await give(
        guest,
        html.replace(/name="anmeldung" value="[^"]+"/, 'name="anmeldung" value="erfunden"'),
        codeFor(secret, house),
      )
    ).text,
  ).toContain('abgelaufen')
})

test('it is switched off only with password and code, and a new one is begun only then', async ({ house }) => {
  const email = 'vorstand@verbund.example'
  const { secret, codes } = await switchOn(house, email)
  const client = await house.as(email)
  expect((await client.post('/me/second-factor', { password: demoPassword })).status).toBe(422)
  for (const given of [
    { password: demoPassword, code: '123123' },
    { password: 'falsch', code: codeFor(secret, house) },
    { password: demoPassword, code: '' },
  ])
    expect((await client.post('/me/second-factor/removal', given)).status, JSON.stringify(given)).toBe(422)
  expect((await client.get('/me/second-factor')).body).toMatchObject({ enabled: true, recoveryCodesLeft: 10 })
  const renewed = await client.post<{ recoveryCodes: string[] }>('/me/second-factor/recovery-codes', {
    password: demoPassword,
    code: codes[0],
  })
  expect(renewed.body.recoveryCodes).toHaveLength(10)
  expect((await client.post('/me/second-factor/removal', { password: demoPassword, code: codes[1] })).status).toBe(422)
  expect(
    (await client.post('/me/second-factor/removal', { password: demoPassword, code: codeFor(secret, house) })).status,
  ).toBe(200)
  expect((await mailsTo(house, email))[0]?.template).toBe('identity.secondFactorDisabled')
  expect((await house.browser().signIn(email, demoPassword)).text).toContain('Guten Tag')
})

test('a password reset does not get past it', async ({ house }) => {
  const email = 'programm2@verbund.example'
  await switchOn(house, email)
  await house.stranger.post('/password-resets', { email })
  const link = (await mailsTo(house, email)).find(({ template }) => template === 'identity.passwordReset')?.data['link']
  await house.stranger.post(`/password-resets/${String(link).split('/').at(-1)}/completion`, {
    password: 'ein neues langes Passwort',
  })
  expect((await house.browser().signIn(email, 'ein neues langes Passwort')).text).toContain('Code aus Ihrer App')
})

test('where the installation’s secret was lost, a recovery code still opens, and the page says so', async ({
  house,
}) => {
  const email = 'auftrag@pruefhaus.example'
  const { secret, codes } = await switchOn(house, email)
  const restored = new Browser(withOtherSecret(house))
  const { html } = await restored.signIn(email, demoPassword)
  expect((await give(restored, html, codeFor(secret, house))).text).toContain('neu eingerichtet')
  expect((await give(restored, html, codes[0] ?? '')).text).toContain('Guten Tag')
})

test('a clock that was a year ahead and is right again does not shut anybody out for a year', async ({ house }) => {
  const email = 'admin@verbund.example'
  const { secret } = await switchOn(house, email)
  const right = house.clock.now()
  house.clock.set(right.add({ hours: 24 * 365 }))
  const ahead = house.browser()
  const first = await ahead.signIn(email, demoPassword)
  expect((await give(ahead, first.html, codeFor(secret, house))).text).toContain('Guten Tag')
  house.clock.set(right)
  const guest = house.browser()
  const { html } = await guest.signIn(email, demoPassword)
  expect((await give(guest, html, codeFor(secret, house))).text).toContain('Guten Tag')
})
