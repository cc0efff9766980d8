// The command line has one verb for every operation of the API, and each has its words.
import { expect, test } from 'vitest'
import { switches } from '#app/cli/build-request.ts'
import { commandsOf } from '#app/cli/commands.ts'
import { flagsOf } from '#app/cli/flags.ts'
import { helpForAll, helpForCommand } from '#app/cli/help.ts'
import { nounInWords, verbInWords } from '#app/cli/words.ts'
import { operations } from '#app/modules.ts'
import { operatorVerbs } from '#app/operator.ts'

const commands = commandsOf(operations)
const words = commands.map(({ noun, verb }) => `${noun} ${verb}`)

test('every operation has exactly one verb, and no two have the same', () => {
  expect(commands).toHaveLength(operations.length)
  expect(words.filter((one, at) => words.indexOf(one) !== at)).toEqual([])
  for (const one of words) expect(one).toMatch(/^[a-z]+(-[a-z]+)* [a-z]+(-[a-z]+)*$/)
})

test('the names of the contract are among them', () => {
  const promised = [
    'assessment list',
    'assessment show',
    'assessment start',
    'answer set',
    'answer show',
    'answer history',
    'organization list',
    'organization import',
    'catalog controls',
    'catalog import',
    'me show',
  ]
  expect(promised.filter((one) => !words.includes(one))).toEqual([])
})

test('every noun and every verb has its line in German: a title of the operation, or words in cli/words.ts', () => {
  expect([...new Set(commands.map(({ noun }) => noun))].filter((noun) => nounInWords(noun) === '')).toEqual([])
  expect(commands.filter((command) => verbInWords(command) === undefined).map(({ operation }) => operation.id)).toEqual(
    [],
  )
})

test('no field of a request is hidden by a switch of the command line itself', () => {
  const taken = new Set([...Object.keys(switches), 'json', 'token', 'url', 'acting-for', 'help'])
  const hidden = operations.flatMap((operation) =>
    flagsOf(operation)
      .filter(({ flag }) => taken.has(flag))
      .map(({ flag }) => `${operation.id} --${flag}`),
  )
  expect(hidden).toEqual([])
})

test('a command that operator and person share means the same to both', () => {
  const shared = Object.keys(operatorVerbs).filter((verb) => words.includes(verb))
  expect(shared.toSorted()).toEqual([
    'catalog import',
    'map import',
    'mapping-collection import',
    'organization import',
    'person invite',
  ])
})

test('the help names every command, and each with its flags', () => {
  const all = helpForAll(commands)
  for (const { noun } of commands) expect(all).toContain(`\n${noun}  `)
  for (const command of commands)
    for (const { flag, field } of flagsOf(command.operation))
      if (!/password|code/i.test(field)) expect(helpForCommand(command)).toMatch(new RegExp(`--${flag}( |$)`, 'm'))
})

test('flags come from the schemas: kinds, unions and what is needed', () => {
  const of = (id: string) => {
    const operation = operations.find((one) => one.id === id)
    return operation ? flagsOf(operation) : []
  }
  expect(of('setAnswer').map(({ flag, kind, required }) => [flag, kind, required])).toEqual([
    ['answer', 'text', false],
    ['level', 'number', false],
    ['target', 'number', false],
    ['note', 'text', false],
    ['version', 'number', false],
  ])
  expect(of('addOrganizationSuccessor')).toMatchObject([
    { flag: 'kind', values: ['merge', 'split', 'rename'], required: true },
    { flag: 'successor-id', required: false },
    { flag: 'from', required: true },
    { flag: 'name', required: false },
  ])
  expect(of('addOrganization').find(({ flag }) => flag === 'domains')).toMatchObject({ kind: 'texts' })
  expect(of('changeOrganization').find(({ flag }) => flag === 'population')).toMatchObject({
    kind: 'number',
    nullable: true,
  })
})
