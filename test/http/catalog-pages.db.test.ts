// Versions beside each other, controls searched and filtered without a script, and one control with everything its catalog says.
import { expect } from 'vitest'
import { isb, manager, test } from '../harness/house.ts'
import { importCatalog, smallCatalog } from './checks.ts'
import { linksOf, readable } from './html.ts'

const versionOf = (version: string): string =>
  smallCatalog('Fassungskatalog').replace('"version": "1.0"', `"version": "${version}"`)

test('versions of one title stand together, and the newest is the one that says so, not the last imported', async ({
  house,
}) => {
  const newest = await importCatalog(house, versionOf('2026-07-29T06:41:06.596639+00:00'))
  const older = await importCatalog(house, versionOf('2026-05-28T06:00:00+00:00'))
  const browser = await house.signedIn(isb)
  const list = await browser.get('/kataloge')
  expect(readable(list.html)).toMatch(/Fassungskatalog\s+2026-07-29\s+\S+\s+4\s+2026-05-28 eingelesen/)
  expect(linksOf(list.html)).toEqual(expect.arrayContaining([`/kataloge/${newest}`, `/kataloge/${older}`]))
  const page = await browser.get(`/kataloge/${older}`)
  const text = readable(page.html)
  expect(text).toMatch(/Fassungen nebeneinander .*2026-05-28 \(diese\)\s+ältere .*2026-07-29\s+neueste/)
  expect(text).toMatch(/Entstanden\s+aus einer OSCAL-Katalogdatei/)
  expect(linksOf(page.html)).toContain(`/kataloge/${older}/anforderungen?liste=AKT`)
})

test('the list of controls is searched by words and filtered, and empty with a way out', async ({ house }) => {
  const id = await importCatalog(house, smallCatalog('Suchkatalog'))
  const browser = await house.signedIn(isb)
  const shown = async (query: string) => readable((await browser.get(`/kataloge/${id}/anforderungen?${query}`)).html)
  expect(await shown('')).toContain('4 Anforderungen.')
  expect(await shown('suche=akten+BRINGEN')).toMatch(/1 von 4 Anforderungen .*Grundsatz der Ablage/)
  expect(await shown('suche=akt.1.1')).toMatch(/2 von 4 Anforderungen/)
  expect(await shown('liste=TEL')).toMatch(/1 von 4 Anforderungen/)
  expect(await shown('aufwand=0')).toMatch(/1 von 4 .*Grundsatz der Ablage/)
  expect(await shown('pflicht=must')).toMatch(/1 von 4 .*Grundsatz der Ablage/)
  for (const odd of ['aufwand=99', 'pflicht=nie', 'suche=%25', 'suche=%00', `suche=${'x'.repeat(300)}`])
    expect(await shown(odd)).toContain('4 Anforderungen.')
  const empty = await browser.get(`/kataloge/${id}/anforderungen?suche=xyz&liste=AKT`)
  expect(readable(empty.html)).toContain('Keine Anforderung passt zu diesen Filtern')
  expect(linksOf(empty.html)).toContain(`/kataloge/${id}/anforderungen`)
  expect(empty.html).toContain('value="xyz"')
})

test('the API has the same filters and names what it refuses', async ({ house }) => {
  const id = await importCatalog(house, smallCatalog('Filterkatalog'))
  const client = await house.as(isb)
  const ids = async (query: string) =>
    (await client.get<{ items: { id: string }[] }>(`/catalogs/${id}/controls?${query}`)).body.items.map((one) => one.id)
  expect(await ids('q=akten')).toEqual(['AKT.0'])
  expect(await ids('group=AKT&limit=2')).toEqual(['AKT.0', 'AKT.1.1'])
  expect(await ids('effort=0&obligation=must&level=normal-SdT')).toEqual(['AKT.0'])
  expect((await client.get(`/catalogs/${id}/controls?effort=nie`)).status).toBe(422)
})

test('a control has its text, parameters, proof, links by title and its place', async ({ house }) => {
  const small = JSON.parse(smallCatalog('Einzelkatalog')) as {
    catalog: { groups: { controls: Record<string, unknown>[] }[] }
  }
  const control = small.catalog.groups[0]?.controls[0] ?? {}
  control['params'] = [
    { id: 'eigen', label: 'Zuständige Stelle', values: ['Hauptamt'] },
    { id: 'offen', label: 'Frist', select: { choice: ['7 Tage', '14 Tage'] } },
  ]
  control['links'] = [
    { href: '#TEL.1', rel: 'related' },
    { href: '#WEG.1', rel: 'required' },
    { href: 'https://norm.example/1', text: 'Norm 1', rel: 'reference' },
  ]
  ;(control['props'] as object[]).push(
    { name: 'tags', value: 'Papier, Ordnung' },
    { name: 'documentation', value: 'Aktenplan' },
  )
  const id = await importCatalog(house, JSON.stringify(small))
  const browser = await house.signedIn(isb)
  const page = await browser.get(`/kataloge/${id}/anforderungen/AKT.0`)
  const text = readable(page.html)
  expect(text).toMatch(/Die Amtsstube MUSS Akten binnen 14 Tagen/)
  expect(text).toMatch(
    /Verbindlichkeit\s+muss\s+Aufwand\s+nicht bewertet, zwingend\s+Stufe\s+normal-SdT\s+Nachweis\s+Aktenplan/,
  )
  expect(text).toMatch(/Schlagwörter\s+Papier, Ordnung/)
  expect(text).toMatch(/Zuständige Stelle\s+Hauptamt\s+eigen\s+Frist\s+noch festzulegen: eines von: 7 Tage \/ 14 Tage/)
  expect(text).toContain('WEG.1 (nicht in diesem Katalog)')
  expect(linksOf(page.html)).toEqual(
    expect.arrayContaining([`/kataloge/${id}/anforderungen/TEL.1`, 'https://norm.example/1']),
  )
  expect(text).toMatch(/TEL\.1 \S+ .*verwandt/)
  const client = await house.as(manager)
  const { body } = await client.get(`/catalogs/${id}/controls/AKT.0`)
  expect(body).toMatchObject({
    id: 'AKT.0',
    groups: ['Akten und Ablage'],
    tags: ['Papier', 'Ordnung'],
    params: [
      { id: 'eigen', value: 'Hauptamt', isSet: true },
      { id: 'offen', isSet: false },
    ],
    links: [{ controlId: 'TEL.1', rel: 'related' }, { controlId: null }, { text: 'Norm 1' }],
  })
  expect((await browser.get(`/kataloge/${id}/anforderungen/AKT.99`)).status).toBe(404)
  expect((await client.get(`/catalogs/${id}/controls/AKT.99`)).status).toBe(404)
})

test('a catalog that the schema refuses is taken, and the places are told', async ({ house }) => {
  const client = await house.as(manager)
  const odd = smallCatalog('Schiefer Katalog').replace('"title": "Telefon",', '"title": "Telefon", "farbe": "rot",')
  const { status, body } = await client.post<{ warnings: string[] }>('/catalogs', odd)
  expect([status, body.warnings]).toEqual([
    201,
    expect.arrayContaining([
      'Die Datei entspricht nicht überall dem OSCAL-Schema 1.1.3. Gelesen wurde sie trotzdem; betroffen ist:',
      'catalog.groups[1].farbe: Diese Angabe ist hier nicht vorgesehen.',
    ]),
  ])
  const profile = {
    profile: { uuid: 'x', metadata: {}, imports: [{ href: '#y' }], 'back-matter': { resources: [{ uuid: 'y' }] } },
  }
  const refused = await client.post('/catalogs', profile)
  expect([refused.status, refused.body['title']]).toMatchObject([
    422,
    expect.stringContaining('dem OSCAL-Schema 1.1.3'),
  ])
  expect(refused.body['errors']).toContainEqual({ path: 'profile.uuid', message: 'Hier wird eine UUID erwartet.' })
})
