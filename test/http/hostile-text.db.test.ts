// Text of people is text: it is never markup, never a header, never a way to somewhere else; and it comes back as it was typed.
import { describe, expect } from 'vitest'
import { isb, itStaff, manager, test } from '../harness/house.ts'
import { type AnswerJson, importCatalog, ownOrganization, smallCatalog, startCheck } from './checks.ts'
import { formTo, linksOf, readable } from './html.ts'

const script = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'><b>&amp;'

describe('a note with markup', () => {
  test('is shown as text wherever it appears, and stays as it was typed', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Notiz mit Zeichen')
    const tobias = await house.as(itStaff)
    const path = `/assessments/${id}/answers/AKT.0`
    await tobias.put(path, { answer: 'no', note: script })
    const browser = await house.signedIn(isb)
    const pages = [
      '/fragen?auswahl=alle',
      '/fragen?auswahl=alle&frage=AKT.0',
      '/fragen?auswahl=alle&frage=TEL.1',
      '/fragen/AKT.0',
    ]
    for (const page of pages) {
      const { html } = await browser.get(`/pruefungen/${id}${page}`)
      expect(html).not.toMatch(/<script>|<img src=x|<b>&/)
      expect(html).toContain('alert(1)')
    }
    const target = `/pruefungen/${id}/fragen/AKT.0/antwort`
    const shown = await browser.get(`/pruefungen/${id}/fragen/AKT.0`)
    expect(formTo(shown.html, target).fields['note']).toBe(script)
    const refused = await browser.post(target, { note: script, version: '1' })
    expect([refused.status, /<script>|<img src=x/.test(refused.html)]).toEqual([422, false])
    const conflict = await browser.post(target, { answer: 'yes', note: `${script}2`, version: '' })
    expect([conflict.status, /<script>|<img src=x/.test(conflict.html)]).toEqual([409, false])
    expect((await tobias.get<AnswerJson>(path)).body.note).toBe(script)
  })

  test('is cut off where it is not text at all: NUL and lone surrogates are refused with a sentence', async ({
    house,
  }) => {
    const { id } = await startCheck(house, isb, 'Unspeicherbar')
    const jana = await house.as(isb)
    const path = `/assessments/${id}/answers/AKT.0`
    for (const note of ['"a\\u0000b"', '"\\ud800"', '"\\udc00\\ud800"']) {
      const refused = await jana.put(path, `{"answer":"yes","note":${note}}`)
      expect([note, refused.status]).toEqual([note, 422])
      expect(refused.body['errors']).toEqual([
        { path: 'note', message: 'Der Text enthält ein Zeichen, das sich nicht speichern lässt.' },
      ])
    }
    const browser = await house.signedIn(isb)
    await browser.get(`/pruefungen/${id}`)
    const refused = await browser.post(`/pruefungen/${id}/fragen/AKT.0/antwort`, {
      answer: 'yes',
      note: 'a\0b',
      version: '',
    })
    expect([refused.status, readable(refused.html).includes('das sich nicht speichern lässt')]).toEqual([422, true])
    expect((await jana.get(path)).status).toBe(404)
  })

  test('has at most 10,000 characters', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Zehntausend')
    const jana = await house.as(isb)
    const path = `/assessments/${id}/answers/AKT.0`
    const refused = await jana.put(path, { answer: 'yes', note: 'x'.repeat(10_001) })
    expect([refused.status, refused.body['errors']]).toEqual([
      422,
      [{ path: 'note', message: 'Höchstens 10000 Zeichen.' }],
    ])
    const note = 'ä😀'.repeat(3333)
    expect((await jana.put<AnswerJson>(path, { answer: 'yes', note })).body.note).toBe(note)
  })
})

describe('the name of an organization', () => {
  test('with quotes and markup is shown as text, also in the head of every page', async ({ house }) => {
    const cooperative = await house.as(manager)
    const id = await ownOrganization(await house.as(isb))
    const name = `Stadt "Muster" <i>'s</i> & Co`
    expect((await cooperative.patch(`/organizations/${id}`, { name })).status).toBe(200)
    const browser = await house.signedIn(isb)
    for (const path of ['/', '/pruefungen', '/organisationen', '/organisationen?suche=%22%3E%3Cscript%3E']) {
      const { html } = await browser.get(path)
      expect(html).not.toMatch(/<i>'s|<script>/)
      expect(readable(html)).toContain(name)
    }
  })

  test('makes no unsafe name of a file that is downloaded', async ({ house }) => {
    const cooperative = await house.as(manager)
    const jana = await house.as(isb)
    const organization = await ownOrganization(jana)
    const { id } = await startCheck(house, isb, 'Dateiname')
    const name = `../"Größe"; rm -rf\\ 'x' (1)*%0d`
    await cooperative.patch(`/organizations/${organization}`, { name })
    const reply = await jana.get(`/assessments/${id}/poam.json`)
    const disposition = reply.headers.get('content-disposition') ?? ''
    const [, simple = '', extended = ''] =
      /^attachment; filename="([^"]*)"; filename\*=UTF-8''(\S+)$/.exec(disposition) ?? []
    expect(simple).toMatch(/^[\w.-]+\.poam\.json$/)
    expect(simple).not.toContain('/')
    // Only the characters that RFC 8187 allows unquoted.
    expect(extended).toMatch(/^(?:[\w!#$&+.^`|~-]|%[0-9A-F]{2})+$/)
    expect(decodeURIComponent(extended)).toBe(`offene-punkte-${name}.poam.json`)
    const browser = await house.signedIn(isb)
    const page = await browser.get(`/pruefungen/${id}/offene-punkte.json`)
    expect(page.headers.get('content-disposition')).toBe(disposition)
  })

  test('must be a name: not empty, not blank, not over 200 characters, nothing that cannot be stored', async ({
    house,
  }) => {
    const cooperative = await house.as(manager)
    for (const name of ['', '   ', '\n', 'x'.repeat(201), 'a\0b', '\ud800']) {
      const refused = await cooperative.post('/organizations', { name, kind: 'association' })
      expect([name.slice(0, 5), refused.status]).toEqual([name.slice(0, 5), 422])
      expect(refused.body['errors']).toMatchObject([{ path: 'name' }])
    }
  })
})

test('a catalog with markup and hostile links is shown as text, with links to the web only', async ({ house }) => {
  const hostile = smallCatalog('Böser <b>Katalog</b>')
    .replace(
      'Auskünfte werden nur nach Rückruf erteilt.',
      '<script>alert(3)</script> [klick](javascript:alert(4)) ![x](https://evil.example/x.png)',
    )
    .replace('"Anrufe von Unbekannten"', '"Anrufe <img src=x onerror=alert(5)>"')
  const catalogId = await importCatalog(house, hostile)
  const jana = await house.as(isb)
  const { body } = await jana.post<{ id: string }>('/assessments', {
    organizationId: await ownOrganization(jana),
    catalogId,
  })
  const browser = await house.signedIn(isb)
  const paths = [
    `/kataloge/${catalogId}`,
    '/kataloge',
    `/pruefungen/${body.id}`,
    `/pruefungen/${body.id}/fragen/TEL.1`,
    '/pruefungen/neu',
  ]
  for (const path of paths) {
    const { html, status } = await browser.get(path)
    expect([path, status]).toEqual([path, 200])
    expect(html).not.toMatch(/<script>|<img|<b>Katalog|src="https/)
    expect(linksOf(html).filter((href) => /^javascript:/i.test(href))).toEqual([])
  }
})
