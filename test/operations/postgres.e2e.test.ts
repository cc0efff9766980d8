// The built product on a real PostgreSQL: as a trial with a superuser, and as a database administrator sets it up for production.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { type OwnDatabase, createDatabase, setUpRoles } from '../database/own-database.ts'
import {
  type Ended,
  type Settings,
  build,
  command,
  data,
  killAll,
  newFolder,
  removeFolder,
  serve,
  speaker,
  tokenOf,
} from './built-product.ts'
import { signIn, whoIs } from './visitor.ts'

const isb = 'isb@musterstadt.example'
describe.skipIf(!inject('templates').postgres)(
  'on PostgreSQL (skipped where there is none: apt-get install postgresql)',
  () => {
    let folders: string[]
    let database: OwnDatabase
    beforeAll(build)
    beforeEach(async () => {
      folders = [newFolder(), newFolder()]
      database = await createDatabase('empty')
    })
    afterEach(async () => {
      folders.forEach(removeFolder)
      await database.drop()
    })
    afterAll(killAll)

    /** The settings of one of two servers; each has a data folder of its own. */
    const on = (url: string, rest: Settings = {}, place = 0): Settings => ({
      LOTSENWERK_DATA: folders[place] ?? '',
      DATABASE_URL: url,
      ...rest,
    })

    const refused = ({ code, stderr }: Ended): string => {
      expect(code).toBe(1)
      return stderr
    }

    test('a superuser is refused without the demo: first because nothing is set up, then because nothing would be safe', async () => {
      expect(refused(await serve(on(database.url)).ended)).toMatch(
        /^Die Datenbank ist noch nicht eingerichtet\. .*npx lotsenwerk roles \| psql.*npx lotsenwerk migrate\.\n$/,
      )
      const demo = serve(on(database.url, { LOTSENWERK_DEMO: '1' }))
      await demo.address
      await demo.stop()
      expect(refused(await serve(on(database.url)).ended)).toMatch(
        /^So startet das Lotsenwerk nicht, .* ist Superuser der Datenbank\. .*npx lotsenwerk roles\.\n$/,
      )
      expect(refused(await command(on(database.url), ['token', 'create', '--email', isb]))).toMatch(
        /^So startet das Lotsenwerk nicht, /,
      )
    })

    test('with the demo two servers that start at once set it up together, and share what is signed in and what is written', async () => {
      const secret = { LOTSENWERK_DEMO: '1', LOTSENWERK_SECRET: 'the same long secret for both of the servers' }
      const servers = [serve(on(database.url, secret)), serve(on(database.url, secret, 1))] as const
      const [one, two] = await Promise.all([servers[0].address, servers[1].address])
      const cookie = (await signIn(one, isb, 'lotsenwerk-demo')) ?? ''
      expect([await whoIs(one, cookie), await whoIs(two, cookie)]).toEqual([isb, isb])

      const token = await tokenOf(on(database.url, secret), 'programm@verbund.example')
      expect(
        (await speaker(one, token)('POST', '/organizations', { name: 'Am ersten angelegt', kind: 'county' })).status,
      ).toBe(201)
      const found = await speaker(two, token)<{ items: { name: string }[] }>('GET', '/organizations?kind=county')
      expect(found.body.items.map(({ name }) => name)).toContain('Am ersten angelegt')

      await servers[0].stop()
      expect(await whoIs(two, cookie)).toBe(isb)
      expect((await servers[1].stop()).code).toBe(0)
    })

    test('set up by a database administrator it is migrated by the owner and served by a login without rights', async () => {
      await setUpRoles(database)
      const [login, owner] = [database.urlOf('lotsenwerk'), database.urlOf('lotsenwerk_owner')]
      const migrate = { DATABASE_URL: login, DATABASE_OWNER_URL: owner }
      expect((await command(migrate, ['migrate'])).stdout).toMatch(/^\d+ Schritte ausgeführt: 0001-platform\.sql, /)
      expect((await command(migrate, ['migrate'])).stdout).toBe('Die Datenbank ist auf dem neuesten Stand.\n')

      const server = serve(on(login))
      const address = await server.address
      const made = await data<{ password: string }>(
        on(login),
        'admin',
        'create',
        '--email',
        'betrieb@verbund.example',
        '--name',
        'Bea Trieb',
      )
      const cookie = (await signIn(address, 'betrieb@verbund.example', made.password)) ?? ''
      expect(await whoIs(address, cookie)).toBe('betrieb@verbund.example')
      const { code, stdout } = await server.stop()
      expect(code).toBe(0)
      expect(stdout).not.toMatch(/Stromausfall|lotsenwerk-demo/)
      expect(
        refused(await serve(on(login, { LOTSENWERK_DEMO: '0', DATABASE_OWNER_URL: owner, DATABASE_URL: owner })).ended),
      ).toMatch(/^So startet das Lotsenwerk nicht, .* kann die Rolle lotsenwerk_owner annehmen\./)
    })

    test('migrate says what is missing: the address, the server, the rights', async () => {
      expect(refused(await command({ DATABASE_URL: database.url }, ['migrate']))).toMatch(
        /^Zum Einrichten und Aktualisieren braucht es DATABASE_OWNER_URL/,
      )
      const gone = 'postgres://lotsenwerk_owner@127.0.0.1:1/gone'
      expect(refused(await command({ DATABASE_OWNER_URL: gone }, ['migrate']))).toMatch(
        /^Die Datenbank ist nicht erreichbar: .*ECONNREFUSED.* Bitte DATABASE_OWNER_URL prüfen\.\n$/,
      )
      await setUpRoles(database)
      const powerless = database.urlOf('lotsenwerk')
      expect(refused(await command({ DATABASE_OWNER_URL: powerless }, ['migrate']))).toMatch(
        /^Der Anmeldung in DATABASE_OWNER_URL fehlen Rechte \(permission denied.*npx lotsenwerk roles/,
      )
    })
  },
)
