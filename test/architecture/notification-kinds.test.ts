// What people are told about is declared, so that everybody can say how it comes to them.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { kindsOfNotifications } from '#app/modules.ts'
import { isTest, readFolder } from './source.ts'

const root = join(import.meta.dirname, '..', '..')
const texts = readFolder(root, 'src')
  .filter((source) => !isTest(source))
  .map(({ path }) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

interface Text {
  path: string
  text: string
}

const declarations = ({ path }: Text): boolean => path.endsWith('/notifications.ts')

/** `kind: 'module.occasion'`, wherever it stands. */
const named = (sources: readonly Text[]): string[] =>
  sources.flatMap(({ text }) => [...text.matchAll(/\bkind: '(\w+\.\w+)'/g)].map((match) => match[1] ?? ''))

/** `identityKinds.roleGranted`, wherever it is used. */
const used = (sources: readonly Text[]): Set<string> =>
  new Set(sources.flatMap(({ text }) => [...text.matchAll(/\b(\w+Kinds\.\w+)/g)].map((match) => match[1] ?? '')))

const declaredIn = (sources: readonly Text[]): string[] =>
  sources.filter(declarations).flatMap(({ text }) => {
    const list = /export const (\w+Kinds) = \{/.exec(text)?.[1] ?? ''
    return [...text.matchAll(/^ {2}(\w+): \{/gm)].map((match) => `${list}.${match[1]}`)
  })

const inVain = (sources: readonly Text[]): string[] => {
  const names = used(sources.filter((source) => !declarations(source)))
  return declaredIn(sources).filter((name) => !names.has(name))
}

const undeclared = (sources: readonly Text[], kinds: readonly string[]): string[] =>
  named(sources).filter((kind) => !kinds.includes(kind))

const kinds = kindsOfNotifications.map(({ kind }) => kind)

test('every kind of notification that the code names is declared and collected, once', () => {
  expect(kinds.length).toBeGreaterThan(25)
  expect(new Set(kinds).size).toBe(kinds.length)
  expect(undeclared(texts, kinds)).toEqual([])
  expect(new Set(named(texts.filter(declarations)))).toEqual(new Set(kinds))
})

test('no kind is declared in vain', () => {
  expect(declaredIn(texts)).toHaveLength(kinds.length)
  expect(inVain(texts)).toEqual([])
})

test('every kind says in German what it is and where it belongs', () => {
  for (const { title, area, kind } of kindsOfNotifications) {
    expect(title, kind).toMatch(/^[A-ZÄÖÜ„].{5,}[^.!]$/)
    expect(area, kind).toMatch(/^[A-ZÄÖÜ]/)
  }
})

test('a kind that is used without a declaration, or declared and never told, is found', () => {
  const planted = [
    {
      path: 'src/x/notifications.ts',
      text: "export const xKinds = {\n  told: { kind: 'x.told' },\n  never: { kind: 'x.never' },\n}",
    },
    { path: 'src/x/tell.ts', text: "notify(ctx, { kind: xKinds.told })\nnotify(ctx, { kind: 'x.made' })" },
  ]
  expect(undeclared(planted, ['x.told', 'x.never'])).toEqual(['x.made'])
  expect(inVain(planted)).toEqual(['xKinds.never'])
})
