// The command line as a person: real calls over the network to the real application.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { expect } from 'vitest'
import { actAsPerson } from '#app/cli/as-person.ts'
import { commandsOf } from '#app/cli/commands.ts'
import { operations } from '#app/modules.ts'
import { operatorVerbs, runVerb } from '#app/operator.ts'
import { isRefusal } from '#kernel/outcome.ts'
import { isb, manager, test as base, type TestHouse } from '../harness/house.ts'

interface Told {
  exit: number | undefined
  out: string
  err: string
}

interface Shell {
  url: string
  as(email: string): Promise<(...words: string[]) => Promise<Told>>
  run(words: string[], token?: string): Promise<Told>
}

const test = base.extend<{ shell: Shell }>({
  shell: [
    async ({ house }, use) => {
      const server = serve({ fetch: house.app.fetch, port: 0, hostname: '127.0.0.1' })
      await new Promise((resolve) => server.once('listening', resolve))
      const address = server.address()
      const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`
      const run = (words: string[], token?: string) => tell(words, { url, token })
      await use({ url, run, as: async (email) => withToken(run, await tokenOf(house, email)) })
      server.close()
    },
    { scope: 'file' },
  ],
})

const withToken =
  (run: Shell['run'], token: string) =>
  (...words: string[]): Promise<Told> =>
    run(words, token)

async function tokenOf(house: TestHouse, email: string): Promise<string> {
  const done = await runVerb(house.services, 'token create', { email })
  if (isRefusal(done)) throw new Error(done.refused)
  return String(done.data['token'])
}

async function tell(words: string[], { url, token }: { url: string; token: string | undefined }): Promise<Told> {
  const told: Told = { exit: undefined, out: '', err: '' }
  told.exit = await actAsPerson(words, {
    url,
    token,
    commands: commandsOf(operations),
    isOperators: (verb) => verb in operatorVerbs,
    usage: 'Aufruf: npx lotsenwerk BEFEHL\n',
    terminal: {
      out: (text) => void (told.out += typeof text === 'string' ? text : Buffer.from(text).toString('utf8')),
      err: (text) => void (told.err += text),
      askSecret: () => async () => 'lotsenwerk-demo',
    },
  })
  return told
}

interface Items {
  items: { id: string; name: string; kind: string }[]
  next: string | null
}

test('a list is a table for people and JSON for programs; --all follows every page', async ({ shell }) => {
  const jana = await shell.as(isb)
  const people = await jana('organization', 'list', '--limit', '2')
  expect(people.exit).toBe(0)
  expect(people.out).toMatch(/^id +name +kind/)
  expect(people.out).toContain('Gemeinde Kleinweiler')
  expect(people.err).toMatch(/Das ist nicht alles\. Weiter geht es mit --cursor \S+, alles zeigt --all\./)
  const all = JSON.parse((await jana('organization', 'list', '--limit', '2', '--all', '--json')).out) as Items
  expect(all.items.length).toBeGreaterThanOrEqual(6)
  expect(all.next).toBeNull()
  const ministries = await jana('organization', 'list', '--kind', 'ministry', '--json')
  expect((JSON.parse(ministries.out) as Items).items.map(({ kind }) => kind)).toEqual(['ministry'])
})

test('what has no name of its own is told by its fields, never as JSON', async ({ shell }) => {
  const { out } = await (await shell.as(isb))('person', 'list')
  expect(out).toMatch(/Jana Wiesner .* Stadt Musterstadt securityOfficer \d{4}-/)
  expect(out).not.toContain('{')
})

test('a check is found, shown, and answered with the version that was seen', async ({ shell }) => {
  const jana = await shell.as(isb)
  const [check] = (JSON.parse((await jana('assessment', 'list', '--json')).out) as Items).items
  const id = check?.id ?? ''
  const shown = await jana('assessment', 'show', id)
  expect(shown.out).toContain('progress.answered  15')
  expect(shown.out).toMatch(/\ngroups\nkey +title/)
  const first = await jana('answer', 'set', id, 'lw-start-20', '--answer', 'no', '--note', 'Von der Befehlszeile')
  expect([first.exit, first.err]).toEqual([0, ''])
  const unseen = await jana('answer', 'set', id, 'lw-start-20', '--answer', 'yes')
  expect(unseen.exit).toBe(1)
  expect(unseen.err).toContain('Diese Frage ist schon beantwortet.')
  expect(unseen.err).toContain('--version 1')
  const second = await jana('answer', 'set', id, 'lw-start-20', '--answer', 'yes', '--version', '1', '--json')
  expect(JSON.parse(second.out)).toMatchObject({ answer: 'yes', note: 'Von der Befehlszeile', version: 2 })
  expect((await jana('answer', 'history', id, 'lw-start-20')).out).toContain('Jana Wiesner')
})

test('what the server refuses stands on stderr in German, with the flag of each field', async ({ shell }) => {
  const ehlers = await shell.as(manager)
  const refused = await ehlers('organization', 'add', '--name', 'Dorf', '--kind', 'village', '--leitweg-id', '15-1001')
  expect([refused.exit, refused.out]).toEqual([1, ''])
  expect(refused.err).toContain('--kind: Möglich ist: county')
  expect(refused.err).toContain('--leitweg-id: Dieser Leitweg-ID fehlen die Prüfziffern. Vollständig wäre 15-1001-85.')
  const forbidden = await (await shell.as(isb))('organization', 'add', '--name', 'Dorf', '--kind', 'association')
  expect(forbidden.err).toContain('Organisationen anlegen und ändern können nur')
  expect((await ehlers('organization', 'show', 'xyz')).exit).toBe(1)
})

test('numbers, lists and what is taken away arrive as such', async ({ shell }) => {
  const ehlers = await shell.as(manager)
  const added = await ehlers(
    'organization',
    'add',
    '--name',
    'Zweckverband Werk',
    '--kind',
    'specialPurposeAssociation',
    '--population',
    '900',
    '--domains',
    'werk.example',
    '--domains',
    'wasser.example',
    '--json',
  )
  const { id } = JSON.parse(added.out) as { id: string }
  expect(JSON.parse(added.out)).toMatchObject({ population: 900, domains: ['wasser.example', 'werk.example'] })
  const changed = await ehlers('organization', 'change', id, '--population', '', '--domains', '', '--json')
  expect(JSON.parse(changed.out)).toMatchObject({ population: null, domains: [] })
  const contact = await ehlers('organization-contact', 'set', id, 'head', '--name', 'Werkleitung', '--json')
  expect(JSON.parse(contact.out)).toMatchObject({ function: 'head', name: 'Werkleitung' })
  const wrong = await ehlers('organization', 'change', id, '--population', 'viele')
  expect(wrong.err).toContain('--population: Hier wird eine Zahl erwartet.')
})

test('files go up, documents come down, and a whole body may come from a file', async ({ shell }) => {
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-cli-'))
  const [list, body, poam] = ['liste.csv', 'body.json', 'poam.json'].map((name) => join(folder, name))
  if (!list || !body || !poam) throw new Error('three names')
  writeFileSync(list, 'ars;ags;name;typ\n159996001;;Listendorf;Einheitsgemeinde\n')
  writeFileSync(body, JSON.stringify({ name: 'Aus der Datei', kind: 'association' }))
  const ehlers = await shell.as(manager)
  expect((await ehlers('organization', 'import', list)).out).toContain('added')
  expect((await ehlers('organization', 'import', join(folder, 'fehlt.csv'))).err).toContain('gibt es nicht')
  const added = await ehlers('organization', 'add', '--body', body, '--county', 'Landkreis Nordaue', '--json')
  expect(JSON.parse(added.out)).toMatchObject({ name: 'Aus der Datei', county: 'Landkreis Nordaue' })
  const jana = await shell.as(isb)
  const [check] = (JSON.parse((await jana('assessment', 'list', '--json')).out) as Items).items
  expect((await jana('assessment', 'poam', check?.id ?? '', '--output', poam)).out).toContain('Gespeichert in')
  expect(JSON.parse(readFileSync(poam, 'utf8'))).toHaveProperty('plan-of-action-and-milestones')
  expect((await jana('assessment', 'poam', check?.id ?? '')).out).toContain('plan-of-action-and-milestones')
})

test('evidence goes up as a file or as a link, and comes down again', async ({ shell }) => {
  const jana = await shell.as(isb)
  const folder = mkdtempSync(join(tmpdir(), 'lotsenwerk-cli-'))
  writeFileSync(join(folder, 'karte.txt'), 'Notfallkarte')
  const checks = JSON.parse((await jana('assessment', 'list', '--json')).out) as { items: { id: string }[] }
  const check = checks.items.at(-1)?.id ?? ''
  const file = await jana(
    'evidence',
    'add',
    check,
    'lw-start-20',
    join(folder, 'karte.txt'),
    '--title',
    'Karte',
    '--json',
  )
  const added = JSON.parse(file.out) as { id: string; title: string; file: { id: string } }
  expect([file.exit, added.title]).toEqual([0, 'Karte'])
  expect((await jana('file', 'show', added.file.id)).out).toContain('Notfallkarte')
  const link = await jana('evidence', 'add', check, 'lw-start-20', '--link', 'javascript:alert(1)')
  expect([link.exit, link.err.includes('--link: Ein Link beginnt mit https://')]).toEqual([1, true])
  expect((await jana('evidence', 'add', check, 'lw-start-20', '--link', 'https://wiki.example/karte')).exit).toBe(0)
  expect((await jana('evidence', 'list', check, 'lw-start-20')).out).toContain('wiki.example')
  expect((await jana('evidence', 'remove', check, 'lw-start-20', added.id)).exit).toBe(0)
})

test('without a token a command of the API says what is missing; words of the operator are left to the operator', async ({
  shell,
}) => {
  const told = await shell.run(['organization', 'list'])
  expect([told.exit, told.err]).toEqual([
    2,
    'Für „organization list“ brauchen Sie einen Zugangsschlüssel: in LOTSENWERK_TOKEN oder mit --token.\n',
  ])
  expect((await shell.run(['organization', 'import', 'x.csv'])).exit).toBeUndefined()
  expect((await shell.run(['serve'], 'token')).exit).toBeUndefined()
  expect((await shell.run(['backup', 'x'], 'token')).exit).toBeUndefined()
})

test('wrong usage ends with 2 and shows how the command is called', async ({ shell }) => {
  const jana = await shell.as(isb)
  const missing = await jana('assessment', 'show')
  expect([missing.exit, missing.out]).toEqual([2, ''])
  expect(missing.err).toContain('Aufruf: npx lotsenwerk assessment show ID')
  expect((await jana('assessment', 'show', 'a', 'b')).exit).toBe(2)
  expect((await jana('assessment', 'show', '..')).exit).toBe(2)
  expect((await jana('organization', 'list', '--kid', 'county')).err).toContain('Die Angabe --kid')
  const unknown = await jana('organization', 'paint')
  expect([unknown.exit, unknown.err]).toEqual([2, expect.stringMatching(/^„organization paint“ gibt es nicht\./)])
  expect(unknown.err).toContain('  list ')
})

test('a token that is none, a server that is not there, and a wrong address are told apart', async ({ shell }) => {
  const wrong = await shell.run(['me', 'show', '--token', 'lw_nothing_of_ours'])
  const words = expect.stringMatching(/^Dieser Zugangsschlüssel gilt nicht oder nicht mehr\. .* „Mein Zugang“\.\n$/)
  expect([wrong.exit, wrong.err]).toEqual([1, words])
  expect((await shell.run(['me', 'show', '--token', 'not even alike'])).err).toEqual(words)
  const nobody = await shell.run(['me', 'show', '--url', 'http://127.0.0.1:9', '--token', 'lw_nothing_of_ours'])
  expect([nobody.exit, nobody.err.includes('antwortet kein Lotsenwerk')]).toEqual([1, true])
  expect((await shell.run(['me', 'show', '--url', 'portal', '--token', 'x'])).exit).toBe(2)
})

test('whoever has several organizations is told to choose, and chooses with --acting-for', async ({ house, shell }) => {
  const jumper = await house.as('springer@verbund.example')
  const { status, body } = await jumper.get<{ organizations: { id: string }[] }>('/me')
  expect(status).toBe(422)
  const run = await shell.as('springer@verbund.example')
  const asked = await run('me', 'show')
  expect(asked.exit).toBe(1)
  const [first] = body.organizations
  expect(asked.err).toContain(`--acting-for ${first?.id}  `)
  const chosen = await run('me', 'show', '--acting-for', first?.id ?? '', '--json')
  expect(JSON.parse(chosen.out)).toMatchObject({ actingFor: { id: first?.id } })
})

test('passwords are asked for, never taken from the arguments', async ({ shell }) => {
  const jana = await shell.as(isb)
  expect((await jana('my-token', 'add', '--password', 'lotsenwerk-demo')).exit).toBe(2)
  const help = await jana('help', 'my-token', 'add')
  expect(help.out).toContain('Gefragt wird nach password')
})

test('what others wrote does not steer the terminal', async ({ house, shell }) => {
  await (await house.as(manager)).post('/organizations', { name: 'Böse\u001b[2J Farbe', kind: 'association' })
  const told = await (await shell.as(isb))('organization', 'list', '--search', 'Böse')
  expect(told.out).toContain('Böse�[2J Farbe')
})
