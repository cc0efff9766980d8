// The handbook in the portal: pages, links, search, whom to ask.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { chapterByPath, helpFor } from '#app/help-for.ts'
import { pages } from '#app/modules.ts'
import { readHandbook } from '#domains/publishing/help/index.ts'
import { packageRoot } from '#platform/config.ts'
import { everything, isb, manager, test } from '../harness/house.ts'

const handbook = readHandbook()

test('every page of the handbook can be read without signing in, and every link between them leads to its place', async ({
  house,
}) => {
  const someone = house.browser()
  const anchors = new Map<string, Set<string>>()
  const links: { from: string; to: string }[] = []
  for (const { slug, title } of handbook.chapters) {
    const from = `/hilfe/handbuch/${slug}`
    const { status, html, text } = await someone.get(from)
    expect(status).toBe(200)
    expect(text).toContain(title)
    expect(html.replaceAll(/<code>.*?<\/code>/g, ''), slug).not.toMatch(/\.md[")]|\]\(/)
    anchors.set(from, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id ?? '')))
    for (const [, to = ''] of html.matchAll(/href="(\/hilfe\/handbuch\/[^"]+)"/g)) links.push({ from, to })
  }
  const broken = links.filter(({ to }) => {
    const [path = '', anchor] = to.split('#')
    return !anchors.has(path) || (anchor !== undefined && !anchors.get(path)?.has(decodeURIComponent(anchor)))
  })
  expect(broken).toEqual([])
  expect(handbook.chapters.length).toBeGreaterThanOrEqual(13)
  expect(handbook.chapters.every(({ purpose }) => purpose !== '')).toBe(true)
})

test('ids on a page of help are there once', async ({ house }) => {
  for (const path of ['/hilfe', '/hilfe/begriffe', ...handbook.chapters.map(({ slug }) => `/hilfe/handbuch/${slug}`)]) {
    const ids = [...(await house.browser().get(path)).html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(
      ids.filter((id, at) => ids.indexOf(id) !== at),
      path,
    ).toEqual([])
  }
})

test('"Hilfe" leads from each part of the portal to its page, and from the rest to the table of contents', async ({
  house,
}) => {
  for (const [prefix, slug] of chapterByPath) {
    expect(existsSync(join(packageRoot, 'docs/handbuch', `${slug}.md`)), slug).toBe(true)
    expect(
      pages.some(({ path }) => `${path}/`.replaceAll(/:\w+/g, '*').startsWith(`${prefix}/`)),
      prefix,
    ).toBe(true)
  }
  expect(helpFor('/pruefungen/1/fragen')).toBe('/hilfe/handbuch/pruefung-beantworten')
  expect(helpFor('/mein-zugang/daten')).toBe('/hilfe/handbuch/protokoll-und-datenschutz')
  expect(helpFor('/pruefungsamt')).toBe('/hilfe')
  const jana = await house.signedIn(isb)
  expect((await jana.get('/pruefungen')).html).toContain('href="/hilfe/handbuch/pruefung-beantworten"')
  expect((await jana.get('/')).html).toContain('href="/hilfe"')
})

test('the search finds parts by their words, without case and umlauts, and says when there is nothing', async ({
  house,
}) => {
  const find = async (words: string) => house.browser().get(`/hilfe?q=${encodeURIComponent(words)}`)
  const found = await find('RUCKGANGIG')
  expect(found.html).toContain('/hilfe/handbuch/pruefung-beantworten#wann-ist-es-gespeichert')
  expect((await find('Virtuelle')).status).toBe(200)
  expect((await find('Bordsystem')).html).toContain('/hilfe/begriffe#bordsystem')
  expect((await find('quetzalcoatl')).text).toContain('Nichts gefunden zu „quetzalcoatl“')
  for (const odd of ["' or 1=1 --", '(((', '🎉', '<script>alert(1)</script>', 'x'.repeat(6000), '%']) {
    const { status, html } = await find(odd)
    expect(status).toBe(200)
    expect(html).not.toContain('<script>alert')
  }
})

test('signed in it says whom to ask: who is named for it in the own organization, and the cooperative', async ({
  house,
}) => {
  const jana = await house.signedIn(isb)
  const security = await jana.get('/hilfe/handbuch/pruefung-beantworten')
  expect(security.text).toContain('Informationssicherheit bei Stadt Musterstadt')
  expect(security.text).toContain('Kommunalverbund Elbe-Saale eG')
  expect(security.text).not.toContain('{{')
  const anke = await house.signedIn(everything)
  expect((await anke.get('/hilfe/handbuch/protokoll-und-datenschutz')).text).toMatch(
    /Datenschutz(“ ist)? bei Gemeinde Kleinweiler/,
  )
  const torsten = await house.signedIn(manager)
  expect((await torsten.get('/hilfe')).text).toContain('Wen Sie fragen können')
  expect((await house.browser().get('/hilfe')).text).not.toContain('Wen Sie fragen können')
})

test('the keys and the words have pages of their own', async ({ house }) => {
  expect((await house.browser().get('/hilfe/tastatur')).text).toContain('J oder 1')
  const { html } = await house.browser().get('/hilfe/begriffe')
  expect(html).toContain('id="administrationszugang"')
  expect((await house.browser().get('/hilfe/handbuch/..%2F..%2Foperations')).status).toBe(404)
})

test('in the help of a question the words of the glossary lead to their meaning, each once', async ({ house }) => {
  const jana = await house.signedIn(isb)
  const anchors = new Set(
    [...(await jana.get('/hilfe/begriffe')).html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => `/hilfe/begriffe#${id}`),
  )
  const { body } = await (await house.as(isb)).get<{ items: { id: string }[] }>('/assessments')
  const check = `/pruefungen/${body.items[0]?.id}/fragen`
  const found = new Set<string>()
  for (let number = 1; number <= 24; number += 1) {
    const { html, status } = await jana.get(`${check}/lw-start-${String(number).padStart(2, '0')}`)
    expect(status).toBe(200)
    const words = [...html.matchAll(/<a class="lw-term" href="([^"]+)"/g)].map(([, href]) => href ?? '')
    expect(new Set(words).size).toBe(words.length)
    for (const href of words) found.add(href)
  }
  expect(found.size).toBeGreaterThan(5)
  expect([...found].filter((href) => !anchors.has(decodeURI(href)))).toEqual([])
})

test('whoever only reads gets no cookie', async ({ house }) => {
  for (const path of ['/', '/meldungen', '/impressum', '/hilfe'])
    expect((await house.browser().get(path)).headers.getSetCookie(), path).toEqual([])
  expect((await house.browser().get('/barriere-melden')).headers.getSetCookie()).toHaveLength(1)
})

test('public pages ask nobody else for anything', async ({ house }) => {
  for (const path of [
    '/',
    '/meldungen',
    '/impressum',
    '/barriere-melden',
    '/hilfe',
    '/hilfe/begriffe',
    '/hilfe/tastatur',
  ]) {
    const { html } = await house.browser().get(path)
    const loaded = [...html.matchAll(/<(?:script|link|img|iframe|source)[^>]*(?:src|href)="([^"]+)"/g)].map(
      ([, url]) => url ?? '',
    )
    expect(
      loaded.filter((url) => !/^(\/(?!\/)|data:)/.test(url)),
      path,
    ).toEqual([])
  }
})
