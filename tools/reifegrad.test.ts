// Our maturity check holds what it promises: six levels that can be observed, readable, spelled, and valid.
import { expect, test } from 'vitest'
import { checkOscal } from '../src/foundation/catalogs/prepare-oscal-check.ts'
import { readCatalog } from '../src/foundation/catalogs/oscal/read-catalog.ts'
import { highestLevel } from '../src/kernel/scale.ts'
import { isRefusal } from '../src/kernel/outcome.ts'
import { readInRepository } from './own-catalog-files.ts'
import { readability, sentences, tooLong, words } from './readability.ts'
import { maturityFiles, readFields } from './reifegrad.ts'
import { textsOfField, textsOfLevelQuestion } from './reifegrad-catalog.ts'
import { canSpell, unknownWords } from './spelling.ts'

const fields = readFields()
const questions = fields.flatMap((field) => field.questions)
const texts = fields.flatMap(textsOfField)

test('the catalog and its figures lie in the repository as the fields of action make them', () => {
  for (const [path, content] of maturityFiles())
    expect([path, readInRepository(path) === content]).toEqual([path, true])
})

test('there are eight fields of action and 26 to 34 questions with keys of their own', () => {
  expect(fields.map(({ title }) => title)).toEqual([
    'Verwaltung und Prozesse',
    'Online-Dienste',
    'IT und Informationssicherheit',
    'Personal und Kultur',
    'Schule und Bildung',
    'Infrastruktur',
    'Daseinsvorsorge und vernetzte Kommune',
    'Bürgerbeteiligung',
  ])
  expect(questions.length).toBeGreaterThanOrEqual(26)
  expect(questions.length).toBeLessThanOrEqual(34)
  expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length)
  for (const field of fields)
    for (const { key } of field.questions) expect(key).toMatch(new RegExp(`^${field.id}-[a-z][a-z0-9-]{1,40}$`))
})

test('each question has six levels of one sentence each, none like another, and everything that helps', () => {
  for (const question of questions) {
    expect(question.question).toMatch(/^[\p{Lu}„].*\?$/u)
    expect([question.key, words(question.question).length <= 20]).toEqual([question.key, true])
    expect([question.key, question.levels.length]).toEqual([question.key, highestLevel + 1])
    expect([question.key, new Set(question.levels).size]).toEqual([question.key, highestLevel + 1])
    for (const level of question.levels)
      expect([level, sentences(level).length, level.endsWith('.')]).toEqual([level, 1, true])
    for (const [place, text] of textsOfLevelQuestion(question))
      expect([question.key, place, text.trim().length > 10]).toEqual([question.key, place, true])
  }
})

test('no text stands twice', () => {
  const seen = texts.map(([, text]) => text)
  expect(seen.filter((text, at) => seen.indexOf(text) !== at)).toEqual([])
})

test('no sentence is longer than 30 words, and the mean is below 16', () => {
  expect(tooLong(texts, 30)).toEqual([])
  expect(readability(texts).wordsPerSentence).toBeLessThan(16)
})

test.skipIf(!canSpell)('every word is spelled as the dictionary or our own list has it (needs hunspell-de-de)', () => {
  expect(unknownWords(texts, 'catalogs/reifegrad/woerter.txt')).toEqual([])
})

test('the catalog is valid by the schema of OSCAL', () => {
  expect(checkOscal('catalog', JSON.parse(readInRepository('catalogs/lotsenwerk-reifegrad.oscal.json')))).toEqual([])
})

test('our own reader takes the catalog on the scale of levels, without a warning', () => {
  const catalog = readCatalog(Buffer.from(readInRepository('catalogs/lotsenwerk-reifegrad.oscal.json')))
  if (isRefusal(catalog)) throw new Error(JSON.stringify(catalog))
  expect(catalog).toMatchObject({ scale: 'level0to5WithTarget', warnings: [], language: 'de', license: 'EUPL-1.2' })
  expect(catalog.controls.map(({ key }) => key)).toEqual(questions.map(({ key }) => key))
  expect(catalog.controls[0]?.help.find(({ name }) => name === 'levels')?.title).toBe('Die Stufen')
})
