import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { currentText, findPurpose, isSuperseded, purposes, purposesFor, textOf } from './purposes.ts'

/** Every wording there ever was. Lines are added, never changed: towns have consented on them. */
const published: Record<string, Record<number, string>> = {
  namedInStatePicture: { 1: 'b042f508a7a560731becbfbb8b4ee487885cada30bb27b2b83bbb4c1e7b8b421' },
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

test('a wording that was published stays as it was: whoever changes it adds a version', () => {
  const there = purposes.map((purpose) => [
    purpose.key,
    Object.fromEntries(purpose.texts.map((text) => [text.version, hash(textOf(text))])),
  ])
  expect(Object.fromEntries(there)).toEqual(published)
})

test('the hash that a consent keeps is that of the words that are shown', () => {
  for (const purpose of purposes)
    for (const text of purpose.texts) expect([purpose.key, text.sha256]).toEqual([purpose.key, hash(textOf(text))])
})

test('versions are counted down to one, so that the current wording stands first and none is missing', () => {
  for (const { texts } of purposes)
    expect(texts.map(({ version }) => version)).toEqual(texts.map((_, at) => texts.length - at))
})

test('a changed word, title or sentence to tick changes the hash', () => {
  const [purpose] = purposes
  if (!purpose) throw new Error('no purpose')
  const text = currentText(purpose)
  const [first, ...rest] = text.sections
  const reworded = { ...text, sections: [{ title: first?.title ?? '', lines: ['Anders.'] }, ...rest] }
  const hashes = [
    textOf(text),
    textOf(reworded),
    textOf({ ...text, title: 'Anders' }),
    textOf({ ...text, statement: 'Anders.' }),
  ].map(hash)
  expect(new Set(hashes).size).toBe(4)
})

test('only those are asked who stand in the picture', () => {
  expect(purposesFor('unitaryMunicipality').map(({ key }) => key)).toEqual(['namedInStatePicture'])
  for (const kind of ['cooperative', 'ministry', 'contractor', 'specialPurposeAssociation', undefined])
    expect(purposesFor(kind)).toEqual([])
  expect(findPurpose('openData')).toBeUndefined()
})

test('a consent on the current wording is up to date; on the one before it a newer one has followed', () => {
  const [purpose] = purposes
  if (!purpose) throw new Error('no purpose')
  const next = { ...currentText(purpose), version: 2 }
  const longer = { ...purpose, texts: [next, ...purpose.texts] as const }
  expect([isSuperseded(purpose, 1), isSuperseded(longer, 1), isSuperseded(longer, 2)]).toEqual([false, true, false])
})
