// Our basic check holds what it promises: complete, answerable, readable, spelled, and valid.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { needsSharedData, sharedData } from '../test/fixtures/shared-data.ts'
import { isRefusal } from '../src/kernel/outcome.ts'
import { checkOscal } from '../src/foundation/catalogs/prepare-oscal-check.ts'
import { readCatalog } from '../src/foundation/catalogs/oscal/read-catalog.ts'
import { basischeckFiles, readLists } from './basischeck.ts'
import { textsOfList, textsOfQuestion } from './basischeck-catalog.ts'
import { inAlphabet, occurs, readGlossary } from './glossary.ts'
import { readInRepository } from './own-catalog-files.ts'
import { type Text, readability, sentences, tooLong, words } from './readability.ts'
import { canSpell, unknownWords } from './spelling.ts'

const lists = readLists()
const questions = lists.flatMap((list) => list.questions)
const texts = lists.flatMap(textsOfList)

test('the catalog, its profiles, glossary and figures lie in the repository as the lists make them', () => {
  for (const [path, content] of basischeckFiles())
    expect([path, readInRepository(path) === content]).toEqual([path, true])
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
    for (const [place, text] of textsOfQuestion(question))
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
  expect(tooLong(texts, 30)).toEqual([])
  expect(readability(texts).wordsPerSentence).toBeLessThan(16)
})

test('thirty questions are for small administrations, from the lists that come first above all', () => {
  expect(questions.filter(({ small }) => small)).toHaveLength(30)
})

const glossary = readGlossary()
const explained = glossary.map(([term, explanation]): Text => [`glossary ${term}`, explanation])

test('the glossary explains words of the check, each in one sentence, in alphabetical order', () => {
  const all = [
    ...lists.map(({ title }) => title),
    ...texts.map(([, text]) => text),
    ...questions.map(({ proof }) => proof),
  ]
  expect(glossary.map(([term]) => term).filter((term) => !occurs(term, all.join('\n')))).toEqual([])
  expect(occurs('Quantenrechner (Quantencomputer)', all.join('\n'))).toBe(false)
  expect(glossary).toEqual(inAlphabet(glossary))
  for (const [place, text] of explained)
    expect([place, sentences(text).length, text.endsWith('.')]).toEqual([place, 1, true])
  expect(tooLong(explained, 30)).toEqual([])
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

test.skipIf(!canSpell)('every word is spelled as the dictionary or our own list has it (needs hunspell-de-de)', () => {
  expect(unknownWords([...texts, ...explained], 'catalogs/basischeck/woerter.txt')).toEqual([])
})

test('catalog and profiles are valid by the schemas of OSCAL', () => {
  const documents = [...basischeckFiles()].filter(([path]) => path.endsWith('.oscal.json'))
  const kind = (path: string) => (path.endsWith('.profile.oscal.json') ? 'profile' : 'catalog')
  const found = documents.map(([path, text]) => [path, checkOscal(kind(path), JSON.parse(text))])
  expect(found).toEqual(documents.map(([path]) => [path, []]))
})

test('our own reader takes the catalog without a warning', () => {
  const catalog = readCatalog(Buffer.from(readInRepository('catalogs/lotsenwerk-basischeck.oscal.json')))
  if (isRefusal(catalog)) throw new Error(JSON.stringify(catalog))
  expect(catalog).toMatchObject({ title: 'Lotsenwerk-Basis-Check', scale: 'yesNoNotApplicable', warnings: [] })
  expect(catalog.controls.map(({ key }) => key)).toEqual(questions.map(({ key }) => key))
  expect(catalog.groups.map(({ title }) => title)).toEqual(lists.map(({ title }) => title))
})
