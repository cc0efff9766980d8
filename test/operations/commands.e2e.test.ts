// The command line of the operator, directly on the folder and through the socket of a running server.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test as base } from 'vitest'
import { databaseFolder, embeddedPool } from '#platform/db/database.ts'
import { EmbeddedPostgres } from '#platform/db/pglite.ts'
import { townCount, townList, townLines } from '../database/towns.ts'
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
  tokenOf,
} from './built-product.ts'
import { toldFolder } from './told-folder.ts'
import { signIn, whoIs } from './visitor.ts'

const catalogFile = join(import.meta.dirname, '../fixtures/oscal/small-catalog-1.1.3.json')
const password = 'ein langes Passwort'

interface Operator {
  folder: string
  settings: Settings
  run(...args: string[]): Promise<Ended>
  /** What stands in the input of a command that reads one. */
  type(stdin: string, ...args: string[]): Promise<Ended>
  json<Data>(...args: string[]): Promise<Data>
  /** A file of the operator's. */
  file(name: string, content: string): string
}

async function operate(withServer: boolean, work: (operator: Operator) => Promise<void>): Promise<void> {
  const folder = newFolder()
  const settings = { LOTSENWERK_DATA: folder, LOTSENWERK_DEMO: '0' }
  const server = withServer ? serve(settings) : undefined
  await server?.address
  const file = (name: string, content: string): string => {
    mkdirSync(join(folder, 'files'), { recursive: true })
    writeFileSync(join(folder, 'files', name), content)
    return join(folder, 'files', name)
  }
  await work({
    folder,
    settings,
    file,
    run: (...args) => command(settings, args),
    type: (stdin, ...args) => command(settings, args, stdin),
    json: (...args) => data(settings, ...args),
  })
  await server?.stop()
  removeFolder(folder)
}

beforeAll(build)
afterAll(killAll)

const admin = (email: string, name = 'Anna Admin'): string[] => ['admin', 'create', '--email', email, '--name', name]

const refused = ({ code, stdout, stderr }: Ended): string => {
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  return stderr
}

describe.for([
  ['directly', false],
  ['through the running server', true],
] as const)('%s', ([, withServer]) => {
  const test = base.extend<{ operator: Operator }>({ operator: async ({}, use) => operate(withServer, use) })

  test('the first administrator gets a generated password once, or types one of at least twelve characters', async ({
    operator,
  }) => {
    const generated = await operator.run(...admin('eins@verbund.example'))
    expect(generated.stdout).toMatch(
      /^eins@verbund\.example kann sich jetzt anmelden.*\nDas Passwort lautet: \S{20,}\n$/,
    )
    const asData = await operator.json<{ password: string; email: string }>(...admin('zwei@verbund.example'))
    expect(asData).toMatchObject({ email: 'zwei@verbund.example', password: expect.stringMatching(/^\S{20,}$/) })
    const typed = await operator.type(`${password}\n`, ...admin('drei@verbund.example'), '--password-stdin')
    expect(typed).toMatchObject({ code: 0, stdout: expect.not.stringContaining('Passwort lautet') })
    const short = await operator.type('elf Zeichen\n', ...admin('vier@verbund.example'), '--password-stdin')
    expect(refused(short)).toBe('Das Passwort braucht mindestens 12 Zeichen.\n')
    expect(refused(await operator.run(...admin('EINS@verbund.example')))).toMatch(
      /^Die Adresse eins@verbund\.example hat schon einen Zugang\.\n/,
    )
    expect(refused(await operator.run(...admin('niemand')))).toMatch(/^„niemand“ ist keine E-Mail-Adresse\.\n/)
    expect(refused(await operator.run(...admin('fuenf@verbund.example', ' ')))).toMatch(
      /^Bitte geben Sie den Namen der Person an\.\n/,
    )
  })

  test('a list of municipalities comes in once, and again changes nothing', async ({ operator }) => {
    const list = operator.file('kommunen.csv', townList(townLines()))
    expect(await operator.json('organization', 'import', list)).toMatchObject({
      total: townCount,
      added: townCount,
      changed: 0,
      unchanged: 0,
    })
    expect((await operator.run('organization', 'import', list)).stdout).toBe(
      '133 Zeilen gelesen. Es war schon alles da, geändert wurde nichts.\n',
    )
    const broken = operator.file('kaputt.csv', townList(['15;;Ohne Schlüssel;Landkreis;Kreis;5']))
    expect(refused(await operator.run('organization', 'import', broken))).toMatch(/Zeile 2/)
    expect(refused(await operator.run('organization', 'import', '/gibt/es/nicht.csv'))).toMatch(
      /^Die Datei \/gibt\/es\/nicht\.csv gibt es nicht/,
    )
  })

  test('a catalog comes in once; a broken one not at all', async ({ operator }) => {
    const first = await operator.json<{ id: string }>('catalog', 'import', catalogFile)
    expect(first).toMatchObject({
      isNew: true,
      title: 'Kleiner Katalog der Amtsstube',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(await operator.json('catalog', 'import', catalogFile)).toMatchObject({ isNew: false, id: first.id })
    const broken = operator.file('halb.json', readFileSync(catalogFile, 'utf8').slice(0, 2000))
    expect(refused(await operator.run('catalog', 'import', broken)).split('\n')[0]).toMatch(/\.$/)
  })

  test('the demo is loaded into an empty installation and refused by one where somebody is', async ({ operator }) => {
    expect(await operator.json('demo', 'load')).toMatchObject({ people: expect.any(Number) })
    expect(await tokenOf(operator.settings, 'isb@musterstadt.example')).toMatch(/^lw_/) // it knows that this is a demo
    expect(refused(await operator.run('demo', 'load'))).toMatch(/^Hier gibt es schon Zugänge\. /)
  })

  test('a token is made for who is there', async ({ operator }) => {
    await operator.run(...admin('eins@verbund.example'))
    const made = await operator.json<{ token: string; expiresAt: string }>(
      'token',
      'create',
      '--email',
      'eins@verbund.example',
    )
    expect(made).toEqual({
      token: expect.stringMatching(/^lw_\S{20,}$/),
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    })
    expect((await operator.run('token', 'create', '--email', 'eins@verbund.example')).stdout).toMatch(/^lw_\S+\n$/)
    expect(refused(await operator.run('token', 'create', '--email', 'wer@verbund.example'))).toMatch(
      /^Zu wer@verbund\.example gibt es keinen Zugang\.\n/,
    )
  })
})

const test = base

test('what was typed or generated is the password', async () => {
  await operate(false, async ({ settings, json, type }) => {
    const { password: generated } = await json<{ password: string }>(...admin('eins@verbund.example'))
    await type(`${password}\nmore`, ...admin('zwei@verbund.example'), '--password-stdin')
    const server = serve(settings)
    const address = await server.address
    expect(await signIn(address, 'eins@verbund.example', 'ein anderes Passwort')).toBeUndefined()
    expect(await whoIs(address, (await signIn(address, 'eins@verbund.example', generated)) ?? '')).toBe(
      'eins@verbund.example',
    )
    expect(await whoIs(address, (await signIn(address, 'zwei@verbund.example', password)) ?? '')).toBe(
      'zwei@verbund.example',
    )
    await server.stop()
  })
})

/** Somebody who works in a town: R1.1 has no verb that makes one outside of the demo. */
async function addTownOfficer(folder: string, email: string): Promise<void> {
  const server = await EmbeddedPostgres.open(databaseFolder(folder))
  const pool = embeddedPool(server)
  const [town, person] = [crypto.randomUUID(), crypto.randomUUID()]
  await pool.query(
    `insert into organizations.organization (id, name, kind, sort_key, created_at, changed_at) values ($1, 'Ort', 'unitaryMunicipality', 'ort', now(), now())`,
    [town],
  )
  await pool.query(`insert into identity.person (id, name, email, created_at) values ($1, 'Ina Ort', $2, now())`, [
    person,
    email,
  ])
  await pool.query(
    `insert into identity.role_grant (id, person_id, organization_id, role, from_day) values ($1, $2, $3, 'securityOfficer', '2026-01-01')`,
    [crypto.randomUUID(), person, town],
  )
  await pool.end()
  await server.close()
}

test('in production the operator makes no token for somebody of a town; with the test clock for anybody', async () => {
  await operate(false, async ({ settings, folder, run }) => {
    await run(...admin('eins@verbund.example'))
    await addTownOfficer(folder, 'isb@ort.example')
    expect(refused(await run('token', 'create', '--email', 'isb@ort.example'))).toMatch(
      /^Ina Ort hat eine Aufgabe in einer Kommune\. /,
    )
    expect(await tokenOf({ ...settings, LOTSENWERK_TEST_CLOCK: '1' }, 'isb@ort.example')).toMatch(/^lw_/)
  })
})

test('a folder whose migrations are not ours ends the command, and leaves nothing running', async () => {
  await operate(false, async ({ folder, run }) => {
    await run(...admin('eins@verbund.example'))
    const server = await EmbeddedPostgres.open(databaseFolder(folder))
    const pool = embeddedPool(server)
    await pool.query(`update migrations.migration set sha256 = repeat('f', 64) where name = '0001-platform.sql'`)
    await pool.end()
    await server.close()
    expect(refused(await run('audit', 'verify'))).toContain('migration 0001-platform.sql was changed after it ran')
  })
})

test('a folder whose path is too long for a socket is served all the same', async () => {
  const folder = newFolder()
  const settings = { LOTSENWERK_DATA: toldFolder(join(folder, 'sehr-langer-name-'.repeat(8))) }
  const server = serve(settings)
  await server.address
  expect(await tokenOf(settings, 'isb@musterstadt.example')).toMatch(/^lw_/)
  await server.stop()
  removeFolder(folder)
})

test.for([
  ['an unknown word', ['bake']],
  ['an unknown verb', ['admin', 'bake']],
  ['a noun without a verb', ['token']],
  ['a verb too much', ['serve', 'now']],
  ['an unknown option', ['token', 'create', '--mail', 'a@b.example']],
  ['no address', ['token', 'create']],
  ['no address of the administrator', ['admin', 'create', '--name', 'Anna']],
  ['no file', ['catalog', 'import']],
  ['two files', ['organization', 'import', 'a.csv', 'b.csv']],
] as const)('%s is answered with the usage and exit 2', async ([, args]) => {
  const { code, stdout, stderr } = await command({ LOTSENWERK_DATA: '/nowhere' }, [...args])
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(stderr).toMatch(/^(„(bake|admin bake)“ gibt es nicht\.\n\n)?Aufruf: npx lotsenwerk BEFEHL/)
})

test('help and the roles for the administrator of the database need no database', async () => {
  const nowhere = { LOTSENWERK_DATA: '/nowhere' }
  expect(await command(nowhere, ['--help'])).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Aufruf/),
    stderr: '',
  })
  const roles = readFileSync(join(import.meta.dirname, '../../db/roles.sql'), 'utf8')
  expect(await command(nowhere, ['roles'])).toMatchObject({ code: 0, stdout: roles, stderr: '' })
  expect(refused(await command(nowhere, ['migrate']))).toMatch(
    /^Die eingebettete Datenbank bringt sich beim Start selbst auf den neuesten Stand\./,
  )
})
