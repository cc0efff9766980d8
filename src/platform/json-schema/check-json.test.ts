import { expect, test } from 'vitest'
import type { FieldError } from '#kernel/outcome.ts'
import { checkJson } from './check-json.ts'

const entry = (version: string, member: string, definition: string) => ({
  file: `oscal/${version}/oscal_complete_schema.json`,
  member,
  definition: `oscal-complete-oscal-${definition}`,
})
const catalog = entry('1.1.3', 'catalog', 'catalog:catalog')

const valid = {
  catalog: {
    uuid: '0f5d8c1e-6a0b-4c57-9d0e-3a3f5c7b1e11',
    metadata: { title: 'K', 'last-modified': '2026-03-01T08:00:00Z', version: '1', 'oscal-version': '1.1.3' },
    controls: [{ id: 'a', title: 'x' }],
  },
}

test('what is valid has no errors, in both versions', () => {
  expect(checkJson(catalog, valid)).toEqual([])
  expect(checkJson(entry('1.2.1', 'catalog', 'catalog:catalog'), valid)).toEqual([])
})

test('each error names its place and says in German what is wrong', () => {
  const wrong = {
    catalog: {
      uuid: 'x',
      metadata: { 'last-modified': 'gestern', version: ' 1', 'oscal-version': '1.1.3', farbe: 'rot' },
      controls: [{ id: 'a b', title: 7, props: [] }],
    },
  }
  const inOrder = (errors: FieldError[]) => errors.toSorted((a, b) => (a.path < b.path ? -1 : 1))
  expect(inOrder(checkJson(catalog, wrong))).toEqual(
    inOrder([
      { path: 'catalog.uuid', message: 'Hier wird eine UUID erwartet.' },
      { path: 'catalog.metadata.title', message: 'Diese Angabe fehlt.' },
      {
        path: 'catalog.metadata.last-modified',
        message: 'Hier wird ein Zeitpunkt mit Zeitzone erwartet, etwa 2026-03-01T08:00:00Z.',
      },
      {
        path: 'catalog.metadata.version',
        message: 'Der Text ist leer, oder er beginnt oder endet mit einem Leerzeichen.',
      },
      { path: 'catalog.metadata.farbe', message: 'Diese Angabe ist hier nicht vorgesehen.' },
      {
        path: 'catalog.controls[0].id',
        message: 'Erlaubt sind Buchstaben, Ziffern, „.“, „-“ und „_“, am Anfang ein Buchstabe oder „_“.',
      },
      { path: 'catalog.controls[0].title', message: 'Hier wird ein Text erwartet.' },
      {
        path: 'catalog.controls[0].props',
        message: 'Diese Liste ist leer; ohne Einträge wird sie weggelassen.',
      },
    ]),
  )
})

test('at most twenty of many, and only the first where that is asked', () => {
  const many = { catalog: { ...valid.catalog, controls: Array.from({ length: 500 }, () => ({ id: '', farbe: 1 })) } }
  expect(checkJson(catalog, many)).toHaveLength(20)
  expect(checkJson(catalog, many, true)).toHaveLength(1)
})

test('another document, or no object at all', () => {
  expect(checkJson(catalog, { profile: {} })).toEqual([
    { path: 'catalog', message: 'Diese Angabe fehlt.' },
    { path: 'profile', message: 'Diese Angabe ist hier nicht vorgesehen.' },
  ])
  expect(checkJson(catalog, 7)).toEqual([{ path: '', message: 'Hier wird ein Objekt erwartet.' }])
})
