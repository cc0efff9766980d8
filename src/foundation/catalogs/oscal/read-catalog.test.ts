import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, test } from 'vitest'

import { isRefusal } from '#kernel/outcome.ts'

import { needsSharedData, sharedData } from '../../../../test/fixtures/shared-data.ts'
import type { ParsedCatalog } from './catalog.ts'
import { readCatalog } from './read-catalog.ts'

const fixtures = join(import.meta.dirname, '../../../../test/fixtures/oscal')

function read(bytes: Uint8Array): ParsedCatalog {
  const outcome = readCatalog(bytes)
  if (isRefusal(outcome)) throw new Error(JSON.stringify(outcome))
  return outcome
}

const control = (catalog: ParsedCatalog, id: string) => {
  const found = catalog.controls.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}

function countBy<T>(items: readonly T[], of: (item: T) => unknown): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[String(of(item))] = (counts[String(of(item))] ?? 0) + 1
  return counts
}

describe('a catalog of OSCAL 1.1.3', () => {
  const catalog = read(readFileSync(join(fixtures, 'small-catalog-1.1.3.json')))

  test('has its metadata, publisher by role, and the hash of its bytes', () => {
    expect(catalog).toMatchObject({
      title: 'Kleiner Katalog der Amtsstube',
      version: '1.0',
      oscalVersion: '1.1.3',
      published: '2026-03-01T08:00:00+01:00',
      publisher: 'Prüfverein Musterland e. V.',
      license: 'CC BY-SA 4.0',
      language: 'de',
      scale: 'yesNoNotApplicable',
      warnings: [],
    })
    expect(catalog.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('has groups depth-first with what introduces them', () => {
    expect(catalog.groups).toEqual([
      {
        key: 'AKT',
        title: 'Akten und Ablage',
        parentKey: null,
        position: 1,
        overview: 'Wie die Amtsstube ihre Akten führt.',
      },
      { key: 'AKT.1', title: 'Schlüssel', parentKey: 'AKT', position: 2, overview: 'Wer schließen darf.' },
      { key: 'TEL', title: 'Telefon', parentKey: null, position: 3, overview: null },
    ])
  })

  test('has controls depth-first, each in its innermost group and its parent', () => {
    expect(catalog.controls.map(({ id, groupKey, parentId, position }) => [id, groupKey, parentId, position])).toEqual([
      ['AKT.0', 'AKT', null, 1],
      ['AKT.1.1', 'AKT.1', null, 2],
      ['AKT.1.1.1', 'AKT.1', 'AKT.1.1', 3],
      ['TEL.1', 'TEL', null, 4],
    ])
  })

  test('takes alt-identifiers as keys', () => {
    expect(control(catalog, 'AKT.1.1').key).toBe('a0000000-0000-4000-8000-000000000011')
  })

  test('fills nested parameters of catalog and group into the statement and lists its items', () => {
    expect(control(catalog, 'AKT.0').statement).toBe(
      'Die Amtsstube MUSS Akten binnen 14 Tagen an [einen verschlossenen Ort] bringen:\na) Papier\nb) Datenträger',
    )
    expect(control(catalog, 'AKT.1.1').statement).toBe(
      'Die Amtsstube SOLLTE das Schlüsselbuch eines oder mehrere von: täglich / wöchentlich und eines von: auf Papier / elektronisch führen.',
    )
  })

  test('flattens help in order and leaves assessment parts out', () => {
    expect(control(catalog, 'AKT.0').help).toEqual([
      { name: 'guidance', title: 'Hinweis', prose: 'Erste Zeile.\nZweite Zeile.' },
      { name: 'example', title: null, prose: 'Ein Stahlschrank genügt.' },
    ])
  })

  test('reads effort, obligation, level and documentation', () => {
    expect(control(catalog, 'AKT.0')).toMatchObject({
      effortMin: 0,
      effortMax: 0,
      obligation: 'must',
      documentation: [],
    })
    expect(control(catalog, 'AKT.1.1')).toMatchObject({
      effortMin: 2,
      effortMax: 3,
      obligation: 'should',
      securityLevel: 'erhöht',
      documentation: ['Schlüsselbuch', 'Dienstanweisung'],
    })
    expect(control(catalog, 'AKT.1.1.1')).toMatchObject({ effortMin: 1, effortMax: 1, obligation: 'may' })
    expect(control(catalog, 'TEL.1')).toMatchObject({
      effortMin: null,
      effortMax: null,
      obligation: null,
      securityLevel: null,
    })
  })

  test('resolves links to its own controls and keeps the others', () => {
    expect(control(catalog, 'AKT.1.1').links).toEqual([
      { rel: 'related', controlId: 'AKT.0', href: '#AKT.0' },
      { rel: 'reference', href: 'https://schluessel.example/', text: 'Merkblatt' },
      { rel: null, href: '#anderswo' },
    ])
  })
})

describe('a flat catalog of OSCAL 1.2.1', () => {
  const catalog = read(readFileSync(join(fixtures, 'flat-catalog-1.2.1.json')))

  test('gets one group and takes ids as keys', () => {
    expect(catalog.groups).toEqual([
      { key: 'alle', title: 'Reifegrade der Poststelle', parentKey: null, position: 1, overview: null },
    ])
    expect(catalog.controls.map(({ id, key, groupKey }) => [id, key, groupKey])).toEqual([
      ['lw-post-1', 'lw-post-1', 'alle'],
      ['lw-post-2', 'lw-post-2', 'alle'],
    ])
  })

  test('has the scale and effort of our own namespace only', () => {
    expect(catalog).toMatchObject({
      scale: 'level0to5WithTarget',
      license: 'EUPL-1.2',
      publisher: 'Lotsenwerk eG',
      published: null,
    })
    expect(control(catalog, 'lw-post-1')).toMatchObject({ effortMin: 1, effortMax: 2 })
    expect(control(catalog, 'lw-post-2')).toMatchObject({
      effortMin: null,
      effortMax: null,
      obligation: null,
      links: [],
    })
    expect(control(catalog, 'lw-post-2').statement).toBe('Ausgänge gehen [unbekannt] hinaus.')
  })

  test('says what it read with reservations', () => {
    expect(catalog.warnings).toEqual([
      'Parameter sind an einer Stelle nicht erklärt oder verweisen auf sich selbst und stehen als [Kennung] im Text: „unbekannt“.',
      'Der Aufwand ist an einer Stelle nicht lesbar und bleibt leer: „lw-post-2: hoch“.',
      'Das Modalverb ist an einer Stelle unbekannt und bleibt leer: „lw-post-2: DARF“.',
      'Verweise mit unzulässiger Adresse wurden an einer Stelle ausgelassen: „lw-post-2“.',
      expect.stringContaining('nur bei gleicher Nummer und gleichem Titel übernommen'),
    ])
  })
})

const oscal = (name: string) => sharedData('oscal', name)
const kernelFile = oscal('BSI-Stand-der-Technik-Kernel-catalog.json')

describe('the catalogs of the BSI', () => {
  test.skipIf(!kernelFile)(`Kernel (${needsSharedData('oscal')})`, () => {
    const catalog = read(readFileSync(kernelFile ?? ''))
    expect(catalog.controls).toHaveLength(901)
    expect(catalog.groups).toHaveLength(117)
    expect(catalog.warnings).toEqual([])
    expect(countBy(catalog.controls, ({ obligation }) => obligation)).toEqual({ must: 69, should: 608, may: 224 })
    expect(countBy(catalog.controls, ({ effortMin }) => effortMin)).toEqual({
      0: 69,
      1: 44,
      2: 166,
      3: 275,
      4: 158,
      5: 189,
    })
    expect(countBy(catalog.controls, ({ securityLevel }) => securityLevel)).toEqual({ 'normal-SdT': 674, erhöht: 227 })
    expect(catalog.controls.filter(({ parentId }) => parentId === null)).toHaveLength(596)
    expect(catalog.controls.every(({ statement }) => statement !== '')).toBe(true)
    const texts = catalog.controls.map(({ title, statement, help }) => [title, statement, help])
    expect(JSON.stringify(texts)).not.toContain('{{')
    expect(new Set(catalog.controls.map(({ key }) => key)).size).toBe(901)
    expect(catalog.publisher).toContain('Bundesamt für Sicherheit in der Informationstechnik')
  })

  const others: [string, number, number][] = [
    ['Grundschutz++-Anwenderkatalog-2026-05-28-full-998-controls.json', 998, 166],
    ['BSI-Methodik-Grundschutz++-catalog.json', 95, 41],
    ['BSI-Anforderungen-zum-Risikomanagement-catalog.json', 10, 2],
  ]
  for (const [name, controls, groups] of others) {
    const file = oscal(name)
    test.skipIf(!file)(`${name} (${needsSharedData('oscal')})`, () => {
      const catalog = read(readFileSync(file ?? ''))
      expect([catalog.controls.length, catalog.groups.length, catalog.warnings]).toEqual([controls, groups, []])
      expect(JSON.stringify(catalog.controls.map(({ statement, help }) => [statement, help]))).not.toContain('{{')
    })
  }

  const notCatalogs: [string, string][] = [
    ['Grundschutz++-profile.json', 'OSCAL-Profil'],
    ['ITGS-to-GS++-mapping_collection.json', 'mapping-collection'],
  ]
  for (const [name, what] of notCatalogs) {
    const file = oscal(name)
    test.skipIf(!file)(`${name} is refused by what it is (${needsSharedData('oscal')})`, () => {
      expect(readCatalog(readFileSync(file ?? ''))).toMatchObject({ refused: expect.stringContaining(what) })
    })
  }
})
