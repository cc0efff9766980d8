// What every answer carries, whatever it is: page, asset, file, problem, redirect, failure.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { loadAssets } from '#app/assets.ts'
import { createApp } from '#app/create-app.ts'
import { pages } from '#app/modules.ts'
import { holdsSecret } from '#app/readable-path.ts'
import { demoPassword, isb, manager, openTestHouse, test, type TestHouse } from '../harness/house.ts'
import { storyCheck } from './checks.ts'
import { attribute, linksOf } from './html.ts'
import { openSession, origin } from './raw-calls.ts'

/** Addresses of all pages that are read, filled with things of the demo story. */
async function addresses(house: TestHouse): Promise<string[]> {
  const { id, catalogId } = await storyCheck(await house.as(isb))
  const paths = pages
    .filter(({ method }) => method === 'GET')
    .map(({ path }) =>
      path.replace(':controlId', 'lw-start-01').replace(':id', path.startsWith('/kataloge') ? catalogId : id),
    )
  return [...paths, `/pruefungen/${id}/fragen?auswahl=zwingend`, '/anmeldung', '/gibt-es-nicht', '/pruefungen/nein']
}

const expected: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
}

function expectHeaders(where: string, { headers }: Response): void {
  const own = holdsSecret(where) ? { ...expected, 'referrer-policy': 'no-referrer' } : expected
  for (const [name, value] of Object.entries(own))
    expect([where, name, headers.get(name)]).toEqual([where, name, value])
  const policy = Object.fromEntries(
    (headers.get('content-security-policy') ?? '').split('; ').map((part) => {
      const [name = '', ...sources] = part.split(' ')
      return [name, sources.join(' ')]
    }),
  )
  expect([where, policy]).toEqual([
    where,
    {
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'font-src': "'self'",
      'connect-src': "'self'",
      'form-action': "'self'",
      'img-src': "'self' data:",
      'frame-ancestors': "'none'",
      'base-uri': "'none'",
    },
  ])
  expect(headers.get('permissions-policy')).toContain('camera=()')
  expect(headers.get('x-request-id')).toMatch(/^\w{4}-\w{4}-\w{4}$/)
  expect(headers.get('server')).toBeNull()
  expect(headers.get('x-powered-by')).toBeNull()
}

describe('every page', () => {
  test('carries the strict headers and is never stored', async ({ house }) => {
    const { cookie } = await openSession(house.app, isb, demoPassword)
    const paths = await addresses(house)
    expect(paths.length).toBeGreaterThan(12)
    for (const path of paths)
      for (const headers of [{}, { cookie }] as Record<string, string>[]) {
        const reply = await house.app.request(origin + path, { headers })
        expectHeaders(path, reply)
        // A calendar program asks each time, and is told that it has everything already.
        const isFile = path.endsWith('.ics') && reply.headers.get('content-type')?.startsWith('text/calendar')
        const kept = isFile ? 'private, no-cache' : 'no-store'
        expect([path, reply.headers.get('cache-control')]).toEqual([path, kept])
      }
  })

  test('is German, has one main part and one first heading, and loads nothing from anywhere else', async ({
    house,
  }) => {
    const { cookie } = await openSession(house.app, isb, demoPassword)
    for (const path of await addresses(house)) {
      const reply = await house.app.request(origin + path, { headers: { cookie } })
      if (!reply.headers.get('content-type')?.startsWith('text/html')) continue
      const html = await reply.text()
      expect(html).toMatch(/^<!doctype html><html lang="de">/)
      expect([path, html.match(/<main/g)?.length, html.match(/<h1/g)?.length]).toEqual([path, 1, 1])
      const loaded = [...html.matchAll(/<(?:script|link|img|iframe|source|video|audio|object|embed)\b[^>]*>/g)]
      for (const [element] of loaded) {
        const address = attribute(element, 'src') ?? attribute(element, 'href') ?? '/'
        expect([path, address.startsWith('/') && !address.startsWith('//')]).toEqual([path, true])
      }
      const leading = [
        ...linksOf(html),
        ...[...html.matchAll(/<form[^>]*>/g)].map(([form]) => attribute(form, 'action') ?? ''),
      ]
      for (const address of leading) expect(address).toMatch(/^(\/(?!\/)|#)/)
    }
  })

  test('has neither a script, a style nor a handler inside itself, so that the policy forbids them all', async ({
    house,
  }) => {
    const { cookie } = await openSession(house.app, isb, demoPassword)
    for (const path of await addresses(house)) {
      const html = await (await house.app.request(origin + path, { headers: { cookie } })).text()
      expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:/i)
      for (const [script] of html.matchAll(/<script[^>]*>[\s\S]*?<\/script>/g))
        expect(script).toMatch(/^<script[^>]*\ssrc="[^"]+"[^>]*><\/script>$/)
    }
  })
})

test('problems, redirects, the API and its description carry the same headers and are not stored', async ({
  house,
}) => {
  const { cookie } = await openSession(house.app, isb, demoPassword)
  const calls: [string, RequestInit][] = [
    ['/api/v1/me', {}],
    ['/api/v1/me', { headers: { cookie } }],
    ['/api/v1/nein', {}],
    ['/api/v1/openapi.json', {}],
    ['/api/v1/organizations', { method: 'DELETE' }],
    ['/health/ready', {}],
    ['/pruefungen', {}],
    ['/assets/gibt-es-nicht.js', {}],
    ['/anmeldung', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } }],
  ]
  for (const [path, init] of calls) {
    const reply = await house.app.request(origin + path, init)
    expectHeaders(path, reply)
    expect([path, reply.headers.get('cache-control')]).toEqual([path, 'no-store'])
  }
})

test('built files have hashed names and may be kept for a year; compressed where the browser can', async ({
  house,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-assets-'))
  mkdirSync(join(folder, 'assets'))
  mkdirSync(join(folder, '.vite'))
  const css = '.lw { color: black }\n'.repeat(200)
  writeFileSync(join(folder, 'assets/style-abc123.css'), css)
  writeFileSync(
    join(folder, '.vite/manifest.json'),
    JSON.stringify({ 'src/browser/style.css': { file: 'assets/style-abc123.css' } }),
  )
  writeFileSync(join(folder, 'secret.txt'), 'nicht für alle')
  const app = createApp({ ...house.services, assets: loadAssets(folder) })
  const plain = await app.request(`${origin}/assets/style-abc123.css`)
  expectHeaders('asset', plain)
  expect([plain.headers.get('cache-control'), plain.headers.get('content-type')]).toEqual([
    'public, max-age=31536000, immutable',
    'text/css; charset=utf-8',
  ])
  expect(await plain.text()).toBe(css)
  const small = await app.request(`${origin}/assets/style-abc123.css`, { headers: { 'accept-encoding': 'br, gzip' } })
  expect([small.headers.get('content-encoding'), small.headers.get('vary')]).toEqual(['gzip', 'accept-encoding'])
  expect((await small.arrayBuffer()).byteLength).toBeLessThan(css.length / 4)
  expect(await (await app.request(`${origin}/anmeldung`)).text()).toContain(
    '<link rel="stylesheet" href="/assets/style-abc123.css"/>',
  )
  for (const path of ['/assets/../secret.txt', '/assets/..%2fsecret.txt', '/assets/%2e%2e/secret.txt', '/assets/'])
    expect([path, (await app.request(origin + path)).status]).toEqual([path, 404])
  rmSync(folder, { recursive: true })
})

test('over https browsers are told never to come back without it', async ({ house }) => {
  const secure = await openTestHouse(undefined, { baseUrl: 'https://portal.verbund.example' })
  const there = await secure.app.request('https://portal.verbund.example/anmeldung')
  await secure.close()
  expect(there.headers.get('strict-transport-security')).toBe('max-age=63072000; includeSubDomains')
  expect((await house.app.request(`${origin}/anmeldung`)).headers.get('strict-transport-security')).toBeNull()
})

test('every page of the demo says that it is one', async ({ house }) => {
  const { cookie } = await openSession(house.app, manager, demoPassword)
  for (const path of ['/', '/anmeldung', '/kataloge', '/gibt-es-nicht'])
    for (const headers of [{}, { cookie }] as Record<string, string>[]) {
      const reply = await house.app.request(origin + path, { headers })
      if (reply.status === 303) continue
      expect(await reply.text()).toContain('Vorführung: Alle Orte, Personen und Angaben sind erfunden.')
    }
})
