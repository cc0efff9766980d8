// Our basic check holds what it promises: complete, answerable, readable, spelled, and valid.
import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { needsSharedData, sharedData } from '../test/fixtures/shared-data.ts'
import { basischeckFiles, readLists } from './basischeck.ts'
import type { Question } from './basischeck-catalog.ts'

const lists = readLists()
const questions = lists.flatMap((list) => list.questions)
const catalogs = join(import.meta.dirname, '../catalogs')

/** Every text a clerk reads, with where it stands. */
const textsOf = (question: Question): [place: string, text: string][] => [
  ['question', question.question],
  ['statement', question.statement],
  ['why', question.why],
  ['findOut', question.findOut],
  ['firstStep', question.firstStep],
  ['helps', question.helps],
  ...question.yesMeans.map((text, at): [string, string] => [`yesMeans ${at + 1}`, text]),
]
const texts = [
  ...lists.flatMap((list): [string, string][] => [
    [`${list.id} aim`, list.aim],
    [`${list.id} knows`, list.knows],
  ]),
  ...questions.flatMap((question) =>
    textsOf(question).map(([place, text]): [string, string] => [`${question.key} ${place}`, text]),
  ),
]

const sentences = (text: string): string[] => text.split(/(?<=[.?!:])[“"]?\s+/).filter((part) => part.trim() !== '')
const words = (text: string): string[] => text.match(/[\p{L}\p{N}][\p{L}\p{N}./-]*/gu) ?? []

test('the catalog and its profiles lie in the repository as the lists make them', () => {
  for (const [name, content] of basischeckFiles())
    expect([name, readFileSync(join(catalogs, name), 'utf8') === content]).toEqual([name, true])
})

test('there are 19 lists and 230 to 290 questions with keys of their own', () => {
  expect(lists).toHaveLength(19)
  expect(questions.length).toBeGreaterThanOrEqual(230)
  expect(questions.length).toBeLessThanOrEqual(290)
  expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length)
  for (const list of lists)
    for (const { key } of list.questions) expect(key).toMatch(new RegExp(`^${list.id}-[a-z][a-z0-9-]{1,40}$`))
})

test('each question is one question, with everything that helps to answer it', () => {
  for (const question of questions) {
    expect(question.question).toMatch(/^[\p{Lu}„].*\?$/u)
    expect([question.key, words(question.question).length <= 24]).toEqual([question.key, true])
    for (const [place, text] of textsOf(question))
      expect([question.key, place, text.trim().length > 3]).toEqual([question.key, place, true])
    expect([question.key, question.yesMeans.length >= 2 && question.yesMeans.length <= 5]).toEqual([question.key, true])
    expect(question.proof.length).toBeGreaterThan(3)
    expect([question.key, question.requirements.every((id) => /^[A-Z]{3}(\.\d+)+\.A\d+$/.test(id))]).toEqual([
      question.key,
      true,
    ])
    const [min, max] = typeof question.effort === 'number' ? [question.effort, question.effort] : question.effort
    expect([question.key, min >= 1 && max <= 4 && min <= max]).toEqual([question.key, true])
  }
})

test('no sentence is longer than 30 words, and the mean is below 16', () => {
  const lengths = texts.flatMap(([place, text]) =>
    sentences(text).map((sentence): [string, number] => [place, words(sentence).length]),
  )
  expect(lengths.filter(([, length]) => length > 30)).toEqual([])
  expect(lengths.reduce((sum, [, length]) => sum + length, 0) / lengths.length).toBeLessThan(16)
})

test('thirty questions are for small administrations, from the lists that come first above all', () => {
  expect(questions.filter(({ small }) => small)).toHaveLength(30)
})

const facts = sharedData('wiba/wiba-2.0-facts.csv')
const titles = sharedData('wiba/kompendium-2023-requirement-titles.csv')
const rows = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(';'))

describe.skipIf(!facts || !titles)(`against the facts (${needsSharedData('wiba')})`, () => {
  test('the lists have their names and come in the order of work', () => {
    const known = new Map(rows(facts ?? '').map(([, name = '', priority = '']) => [name, Number(priority)]))
    expect(lists.map(({ title }) => title).toSorted()).toEqual([...known.keys()].toSorted())
    for (const { title, priority } of lists) expect([title, priority]).toEqual([title, known.get(title)])
  })

  test('each of the 211 requirements is behind at least one question, and no other', () => {
    const wanted = rows(titles ?? '').map(([id = '']) => id)
    const covered = new Set(questions.flatMap(({ requirements }) => requirements))
    expect(wanted).toHaveLength(211)
    expect(wanted.filter((id) => !covered.has(id))).toEqual([])
    expect([...covered].filter((id) => !wanted.includes(id))).toEqual([])
  })
})

const hunspell = spawnSync('hunspell', ['-d', 'de_DE', '-l'], { input: 'Rathaus', encoding: 'utf8' })
const spells = hunspell.status === 0 && hunspell.stdout.trim() === ''

test.skipIf(!spells)('every word is spelled as the dictionary or our own list has it (needs hunspell-de-de)', () => {
  const own = new Set(readFileSync(join(catalogs, 'basischeck/woerter.txt'), 'utf8').split('\n'))
  const text = texts.map(([, each]) => each.replaceAll(/[„“]/g, ' ')).join('\n')
  const unknown = execFileSync('hunspell', ['-d', 'de_DE', '-l'], { input: text, encoding: 'utf8' }).trim().split('\n')
  const bare = new Set(unknown.map((word) => word.replace(/\.$/, '')))
  expect([...bare].filter((word) => word !== '' && !own.has(word))).toEqual([])
})
