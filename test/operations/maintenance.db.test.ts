import { expect } from 'vitest'
import { readInstallation } from '#app/installation.ts'
import { runVerb } from '#app/operator.ts'
import { createApp } from '#app/create-app.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { demoPassword, isb, test, type TestHouse } from '../harness/house.ts'

const admin = 'admin@verbund.example'

/** As the running server does it after each verb of the operator. */
async function operate({ services }: TestHouse, verb: string, options: Record<string, string> = {}) {
  const done = await runVerb(services, verb, options)
  services.installation = await readInstallation(services)
  return done
}

test('while maintenance is on, everybody but administrators reads why, on pages and in the API', async ({ house }) => {
  const [jana, ole] = [await house.signedIn(isb), await house.signedIn(admin)]
  const [janasToken, olesToken] = [await house.as(isb), await house.as(admin)]
  const message = 'Wir spielen eine neue Fassung ein. Um 18 Uhr geht es weiter.'
  expect(await operate(house, 'maintenance on', { message })).toMatchObject({ data: { changed: true } })

  for (const browser of [jana, house.browser()]) {
    const page = await browser.get('/organisationen')
    expect(page.status).toBe(503)
    expect(page.headers.get('retry-after')).toBe('300')
    expect(page.text).toContain(message)
    expect(page.text).toContain('Das Lotsenwerk ist gerade geschlossen')
  }
  const reply = await janasToken.get('/organizations')
  expect(reply.status).toBe(503)
  expect(reply.headers.get('retry-after')).toBe('300')
  expect(reply.body).toMatchObject({ type: '/fehler/wartung', title: message, status: 503 })
  expect((await house.stranger.get('/organizations')).status).toBe(503)

  expect((await ole.get('/organisationen')).status).toBe(200)
  expect((await ole.get('/organisationen')).text).toContain('Wartung: Herein kommt zurzeit nur der Betrieb.')
  expect((await olesToken.get('/organizations')).status).toBe(200)
})

test('an administrator still comes in by the front door, others are told there', async ({ house }) => {
  const browser = house.browser()
  const form = await browser.get('/anmeldung')
  expect(form.status).toBe(200)
  expect((await browser.signIn(admin, demoPassword)).status).toBe(200)
  expect((await house.browser().signIn(isb, demoPassword)).status).toBe(503)
})

test('load balancers are told: not ready, but alive', async ({ house }) => {
  const status = async (path: string) => (await house.app.request(`http://127.0.0.1:3000${path}`)).status
  expect([
    await status('/health/ready'),
    await status('/health/live'),
    await status('/.well-known/security.txt'),
  ]).toEqual([503, 200, 200])
})

test('it is still on after a restart, a second time changes the message, and off is off', async ({ house }) => {
  const services = { ...house.services, installation: await readInstallation(house.services) }
  expect((await createApp(services).request('http://127.0.0.1:3000/organisationen')).status).toBe(503)
  expect(await operate(house, 'maintenance on')).toMatchObject({ data: { changed: false } })
  const jana = await house.as(isb)
  expect((await jana.get('/organizations')).body).toMatchObject({ title: expect.stringContaining('In der Regel') })
  expect(await operate(house, 'maintenance off')).toMatchObject({ data: { changed: true } })
  expect((await jana.get('/organizations')).status).toBe(200)
  expect(await operate(house, 'maintenance off')).toMatchObject({ data: { changed: false } })
})

test('an empty or endless message is refused', async ({ house }) => {
  for (const message of [' ', 'x'.repeat(501)])
    expect(isRefusal(await operate(house, 'maintenance on', { message }))).toBe(true)
  expect(house.services.installation.maintenance).toBeUndefined()
})

test('a disk that is nearly full is the business of administrators', async ({ house }) => {
  const [jana, ole] = [await house.signedIn(isb), await house.signedIn(admin)]
  house.services.installation = {
    ...house.services.installation,
    lowDisk: { free: 400_000_000, total: 40_000_000_000 },
  }
  expect((await ole.get('/organisationen')).text).toContain('Der Speicherplatz wird knapp: noch 0,4 von 40 GB frei.')
  expect((await jana.get('/organisationen')).text).not.toContain('Speicherplatz')
  house.services.installation = await readInstallation(house.services)
})
