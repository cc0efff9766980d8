// The picture as OSCAL: valid, anonymous, the same twice, and for whom.
import { expect } from 'vitest'
import { checkOscal } from '#foundation/catalogs/index.ts'
import { pictureOscalExample } from '../../src/domains/insights/state-picture/oscal/example.ts'
import { asOwner } from '../access/as-owner.ts'
import { story } from '../access/world.ts'
import { assessor, everything, hvb, isb, manager, observer, test, type TestHouse } from '../harness/house.ts'
import { addPicture, pictureFamilies } from './oscal-fixture.ts'

interface Property {
  name: string
  value: string
  remarks?: string
}

interface Results {
  metadata: { props: Property[]; version: string; published: string }
  results: {
    'reviewed-controls': { 'control-selections': { 'include-controls': { 'control-id': string }[] }[] }
    observations: { uuid: string; title: string; description: string; props: Property[] }[]
  }[]
  'back-matter': { resources: { rlinks?: { hashes: { value: string }[] }[] }[] }
}

let added: Promise<string> | undefined
const pictureOf = (house: TestHouse): Promise<string> => (added ??= addPicture(house))

const download = async (house: TestHouse, email: string) =>
  (await house.signedIn(email)).get(`/landesbild/${await pictureOf(house)}/ergebnis.oscal.json`)

const documentOf = async (house: TestHouse): Promise<Results> =>
  (JSON.parse((await download(house, observer)).text) as { 'assessment-results': Results })['assessment-results']

const valueOf = (props: readonly Property[], name: string): string | undefined =>
  props.find((each) => each.name === name)?.value

test('the ministry and who leads the programme get it as a page and from the API, the same bytes each time', async ({
  house,
}) => {
  const [first, second] = [await download(house, observer), await download(house, manager)]
  expect([first.status, second.status]).toEqual([200, 200])
  expect(second.text).toBe(first.text)
  const byApi = await (await house.as(observer)).get(`/state-pictures/${await pictureOf(house)}/oscal`)
  expect(byApi.status).toBe(200)
  expect(byApi.body).toEqual(JSON.parse(first.text))
})

test('municipalities that see the picture are told who gets the file; others find nothing', async ({ house }) => {
  const inside = await download(house, hvb)
  expect([inside.status, inside.text]).toEqual([403, expect.stringContaining('für das Land und die Programmleitung')])
  for (const email of [isb, everything, assessor]) expect([403, 404]).toContain((await download(house, email)).status)
  const stranger = await house.stranger.get(`/state-pictures/${await pictureOf(house)}/oscal`)
  expect(stranger.status).toBe(401)
})

test('the schema takes it, and the example of our own document', async ({ house }) => {
  expect(checkOscal('assessment-results', JSON.parse((await download(house, observer)).text))).toEqual([])
  expect(checkOscal('assessment-results', pictureOscalExample)).toEqual([])
})

test('what is shown has its figures; what is hidden says why and has none', async ({ house }) => {
  const cells = pictureFamilies.filter(({ dimension }) => dimension !== 'county').flatMap((family) => family.cells)
  const [result] = (await documentOf(house)).results
  expect(result?.observations).toHaveLength(cells.length)
  for (const [at, cell] of cells.entries()) {
    const { props = [], description = '', title } = result?.observations[at] ?? {}
    expect([title, valueOf(props, 'suppressed')]).toEqual([cell.label, cell.hidden === null ? undefined : 'true'])
    expect([valueOf(props, 'n'), valueOf(props, 'percent'), valueOf(props, 'as-of')]).toEqual(
      cell.hidden === null
        ? [String(cell.count), String(cell.percent), cell.asOf ?? undefined]
        : [undefined, undefined, undefined],
    )
    if (cell.hidden === null) continue
    expect(description).toMatch(/^Verborgen, weil /)
    // The least of five and the width of twenty points are the only figures.
    expect(
      `${description} ${props.find(({ name }) => name === 'suppressed')?.remarks}`.replaceAll(/\b(5|20)\b/g, ''),
    ).not.toMatch(/\d/)
  }
  expect(result?.['reviewed-controls']['control-selections'][0]?.['include-controls']).toHaveLength(5)
})

test('it says by which catalog, which rules and which picture, pinned by their hashes', async ({ house }) => {
  const { metadata, 'back-matter': back } = await documentOf(house)
  const picture = await asOwner(house, async (db) =>
    db
      .selectFrom('pictures.picture as p')
      .innerJoin('catalogs.catalog as c', 'c.id', 'p.catalog_id')
      .select(['p.sha256', 'c.sha256 as catalog'])
      .where('p.id', '=', await pictureOf(house))
      .executeTakeFirstOrThrow(),
  )
  expect(valueOf(metadata.props, 'picture-sha256')).toBe(picture.sha256)
  expect(valueOf(metadata.props, 'catalog-sha256')).toBe(picture.catalog)
  expect(back.resources[0]?.rlinks?.[0]?.hashes[0]?.value).toBe(picture.catalog)
  expect(metadata.props.find(({ name }) => name === 'rounding')?.remarks).toContain('auf 5 Prozentpunkte gerundet')
  expect(metadata.props.find(({ name }) => name === 'disclosure-least')?.remarks).toContain('mindestens 5 Kommunen')
})

test('no organization, person or id of one is in it, not even the one that agreed to be named', async ({ house }) => {
  const { text } = await download(house, observer)
  const known = await asOwner(house, async (db) => [
    ...(await db.selectFrom('organizations.organization').select(['id', 'name']).execute()),
    ...(await db.selectFrom('identity.person').select(['id', 'name']).execute()),
    ...(await db.selectFrom('security.assessment').select(['id', 'id as name']).execute()),
    { id: await pictureOf(house), name: 'Landkreis Nordaue' },
  ])
  expect(known.length).toBeGreaterThan(20)
  const told = [...known.flatMap(({ id, name }) => [id, name]), ...story.organizations.map(({ name }) => name)]
  expect(told.filter((each) => text.includes(each))).toEqual([])
  const moments = await asOwner(house, (db) =>
    db.selectFrom('security.assessment').select(['started_at', 'signed_off_at']).execute(),
  )
  for (const each of moments.flatMap(({ started_at, signed_off_at }) => [started_at, signed_off_at]))
    if (each) expect(text).not.toContain(each.toString())
})

test('a picture in which nobody has a signed-off check is a document too', async ({ house }) => {
  const empty = await addPicture(house, 'prozessmanagement', [])
  const reply = await (await house.as(manager)).get(`/state-pictures/${empty}/oscal`)
  expect(reply.status).toBe(200)
  expect(checkOscal('assessment-results', reply.body)).toEqual([])
})
