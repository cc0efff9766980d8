// BSI's mapping of IT-Grundschutz 2023 to Grundschutz++ against what July became, where this machine has the files: ../shared/reference/security.md, 2.1 and 2.2.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { julyControls } from '../../../../test/fixtures/july-catalog.ts'
import { needsSharedData, sharedData } from '../../../../test/fixtures/shared-data.ts'
import { knownList, wibaLists } from '../wiba/lists.ts'
import { coverageOf, type MapRow, reach } from './chain.ts'
import type { ParsedMappingCollection } from './mapping.ts'
import { readMappingCollection } from './read-mapping-collection.ts'
import { namesOf, requirementOf } from './requirements.ts'
import { targetResolver } from './resolve-targets.ts'
import { wibaRequirements } from './wiba-facts.ts'

const file = sharedData('oscal', 'ITGS-to-GS++-mapping_collection.json')
const facts = sharedData('wiba', 'wiba-2.0-facts.csv')

function collection(): ParsedMappingCollection {
  const read = readMappingCollection(JSON.parse(readFileSync(file ?? '', 'utf8')), 'a'.repeat(64))
  if (isRefusal(read)) throw new Error(read.refused)
  return read
}

const rows = (): MapRow[] =>
  collection().maps.map((map) => ({ ...map, collectionId: 'bsi', requirementId: requirementOf(map.source.id) }))

const questions = wibaLists.flatMap(({ code, questions: count }) =>
  Array.from({ length: count }, (_, at) => ({ id: `${code}.${at + 1}`, key: '', topKey: code, links: [] })),
)

test.skipIf(!facts)(`our facts of WiBA are those of the publication (${needsSharedData('wiba')})`, () => {
  const lines = readFileSync(facts ?? '', 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
  expect(lines).toHaveLength(257)
  const expected = lines.map((line) => {
    const [, list = '', , number = '', , , requirements = ''] = line.split(';')
    return [`${knownList(list)?.code}.${number}`, requirements.split(' ').filter(Boolean)] as const
  })
  expect(new Map(questions.map(({ id }) => [id, wibaRequirements(id)]))).toEqual(new Map(expected))
  const all = expected.flatMap(([, requirements]) => requirements)
  expect([new Set(all).size, expected.filter(([, requirements]) => requirements.length === 0).length]).toEqual([211, 6])
})

describe.skipIf(!file)(`BSI's mapping collection (${needsSharedData('oscal')})`, () => {
  test('has 1,185 relations of 824 sources to 339 targets, a draft made by people', () => {
    const { maps, ...read } = collection()
    expect(read).toMatchObject({ status: 'draft', method: 'human', oscalVersion: '1.2.1', warnings: [] })
    expect(read.targets).toEqual(['BSI Stand der Technik Kernel', 'BSI Methodik Grundschutz++'])
    const counts = Object.fromEntries([...Map.groupBy(maps, (map) => map.relationship)].map(([k, v]) => [k, v.length]))
    expect(counts).toEqual({
      'subset-of': 464,
      'intersects-with': 395,
      'superset-of': 187,
      'equivalent-to': 118,
      'equal-to': 21,
    })
    expect([
      maps.length,
      maps.filter(({ isDefault }) => isDefault).length,
      new Set(maps.map(({ source }) => source.id)).size,
      new Set(maps.map(({ target }) => target.id)).size,
      maps.filter(({ target }) => target.key === null).length,
    ]).toEqual([1185, 156, 824, 339, 0])
  })

  test('17 of its 339 targets are missing in July by number; by identity all but one live on, and 30 numbers mean something else', () => {
    const resolve = targetResolver({ hasKeys: true, controls: julyControls() })
    const targets = new Map(collection().maps.map(({ target }) => [target.id, target]))
    const states = Map.groupBy(targets.values(), (target) => resolve(target).state)
    const ids = (state: 'same' | 'renumbered' | 'otherRequirement' | 'missing') =>
      (states.get(state) ?? []).map(({ id }) => id).toSorted()
    expect([ids('same').length, ids('otherRequirement').length]).toEqual([292, 30])
    expect(ids('missing')).toEqual(['VRB.1.2'])
    expect(ids('renumbered')).toEqual([
      'DET.3.1.13',
      'GC.6.1.1',
      'GC.6.1.2',
      'GC.6.1.3',
      'GC.8.1.1',
      'GC.8.1.1.1',
      'GC.8.1.2',
      'GC.9.1.3',
      'KONF.11.9',
      'KONF.2.5.1.1',
      'PERF.5.1.4',
      'PERF.5.1.9',
      'PERF.5.2',
      'TEST.4.1.1.1',
      'UMS.3.2',
      'UMS.4.2',
    ])
  })

  test('106 of the 257 questions of WiBA reach 133 controls by number, 138 by identity; 38 reach an equal or equivalent one', () => {
    const known = { hasKeys: true, controls: julyControls() }
    const names = namesOf({ origin: 'workbook', hasKeys: false, controls: questions })
    const groups = wibaLists.map(({ code, name }) => ({
      key: code,
      title: name,
      controlIds: questions.filter(({ topKey }) => topKey === code).map(({ id }) => id),
    }))
    const { groups: lists, ...totals } = coverageOf(groups, reach(names, rows()), known)
    expect(totals).toEqual({ questions: 257, reached: 106, reachedEqual: 38, controls: 138, controlsByNumber: 133 })
    expect(lists.map(({ title, reached, questions: count }) => `${title} ${reached}/${count}`)).toEqual([
      'Backup 0/7',
      'IT-Administration 13/22',
      'Organisation und Personal 10/18',
      'Rollen / Berechtigungen / Authentisierung 0/16',
      'Vorbereitung für Sicherheitsvorfälle 4/7',
      'Bürosoftware 16/19',
      'Client 8/13',
      'Netze 21/26',
      'Serversysteme 10/35',
      'Serverraum und Datenträgerarchiv 2/11',
      'Sicherheitsmechanismen 4/10',
      'Webserver und Webanwendungen 13/16',
      'Arbeit außerhalb der Institution 1/10',
      'Arbeit innerhalb der Institution / Haustechnik 1/7',
      'Mobile Endgeräte 1/18',
      'Outsourcing und Cloud 1/6',
      'Umgang mit Informationen 0/6',
      'Drucker und Multifunktionsgeräte 1/6',
      'Telefonie und Fax 0/4',
    ])
  })
})
