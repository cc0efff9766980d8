// BSI's catalog of May held against what July became, where this machine has the files: ../shared/reference/security.md, 2.1.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { isRefusal } from '#kernel/outcome.ts'
import { needsSharedData, sharedData } from '../../../../test/fixtures/shared-data.ts'
import type { ParsedControl } from '../oscal/catalog.ts'
import { readCatalog, readDocument } from '../oscal/read-catalog.ts'
import { readProfile } from '../oscal/profile/read-profile.ts'
import { resolveProfile } from '../oscal/profile/resolve-profile.ts'
import type { JsonObject } from '../oscal/document/fields.ts'
import { type ComparedVersion, compareVersions, isRenumbered, isToConfirm } from './compare-versions.ts'

const files = {
  methods: 'BSI-Methodik-Grundschutz++-catalog.json',
  risks: 'BSI-Anforderungen-zum-Risikomanagement-catalog.json',
  kernel: 'BSI-Stand-der-Technik-Kernel-catalog.json',
  may: 'Grundschutz++-Anwenderkatalog-2026-05-28-full-998-controls.json',
}
const profileFile = sharedData('oscal', 'Grundschutz++-profile.json')
const resources = {
  '5fa04faf-937c-48e0-8764-9b2cd55e2170': files.methods,
  'd139a8e0-1d74-4e33-ad25-6385c53b4fbe': files.risks,
  '41fb0187-c393-4342-827f-173e6323a6c0': files.kernel,
}

const bytesOf = (name: string): Buffer => readFileSync(sharedData('oscal', name) ?? '')

function controlsIn(name: string): ParsedControl[] {
  const read = readCatalog(bytesOf(name))
  if (isRefusal(read)) throw new Error(read.refused)
  return read.controls
}

function july(): ParsedControl[] {
  const profile = readProfile(JSON.parse(readFileSync(profileFile ?? '', 'utf8')))
  if (!profile || isRefusal(profile)) throw new Error('no profile')
  const sources = Object.entries(resources).map(([resource, file]) => {
    const { catalog } = JSON.parse(bytesOf(file).toString()) as { catalog: JsonObject }
    return [resource, { catalog, title: file, digests: {} }] as const
  })
  const resolved = resolveProfile(profile, new Map(sources), 'pin')
  if (isRefusal(resolved)) throw new Error(resolved.refused)
  const read = readDocument(resolved.document, 'a'.repeat(64))
  if (isRefusal(read)) throw new Error(read.refused)
  return read.controls
}

const version = (controls: readonly ParsedControl[]): ComparedVersion => ({
  hasKeys: true,
  controls: controls.map((control) => ({
    ...control,
    guidance: control.help.map(({ prose }) => prose).join('\n'),
    topKey: control.groupKey,
  })),
})

function counts(after: readonly ParsedControl[]) {
  const { pairs, lost, new: added } = compareVersions(version(controlsIn(files.may)), version(after))
  const byKey = pairs.filter(({ by }) => by === 'key')
  const renumbered = pairs.filter(isRenumbered).length
  return {
    controls: after.length,
    byKey: [byKey.length, byKey.filter((pair) => !isRenumbered(pair)).length, byKey.filter(isRenumbered).length],
    same: pairs.length,
    sameId: pairs.length - renumbered,
    renumbered,
    lost: lost.length,
    new: added.length,
    toConfirm: pairs.filter(isToConfirm).length,
  }
}

describe.skipIf(!profileFile)(`May with 998 controls (${needsSharedData('oscal')})`, () => {
  test('becomes July’s profile with its two parameters set: 987 the same, 87 to confirm', () => {
    expect(counts(july())).toEqual({
      controls: 1000,
      byKey: [986, 858, 128],
      same: 987,
      sameId: 859,
      renumbered: 128,
      lost: 11,
      new: 13,
      toConfirm: 87,
    })
  })

  test('against the catalogs as they stand the other rows of the table hold', () => {
    const [kernel, methods, risks] = [files.kernel, files.methods, files.risks].map(controlsIn)
    const four = (risks ?? []).filter(({ id }) => ['RISK.1.1', 'RISK.1.3', 'RISK.1.5', 'RISK.1.10'].includes(id))
    const row = (controls: readonly ParsedControl[]) => {
      const { controls: n, byKey, same, lost, new: added, toConfirm } = counts(controls)
      return [n, byKey[0], same, lost, added, toConfirm]
    }
    const both = [...(kernel ?? []), ...(methods ?? [])]
    expect(row([...both, ...four])).toEqual([1000, 986, 987, 11, 13, 89])
    expect(row(both)).toEqual([996, 982, 983, 15, 13, 89])
    expect(row([...both, ...(risks ?? [])])).toEqual([1006, 986, 987, 11, 19, 89])
    expect(row(kernel ?? [])).toEqual([901, 887, 888, 110, 13, 36])
  })

  test('by number alone 75 answers would move to foreign requirements (negative control)', () => {
    const after = new Map(july().map((control) => [control.id, control]))
    const may = controlsIn(files.may)
    const kept = may.filter(({ id }) => after.has(id))
    const otherKey = kept.filter(({ id, key }) => after.get(id)?.key !== key)
    const keysOfJuly = new Set([...after.values()].map(({ key }) => key))
    expect([kept.length, may.length - kept.length, after.size - kept.length]).toEqual([935, 63, 65])
    expect(otherKey).toHaveLength(77)
    // The old requirement lives on under another number.
    expect(otherKey.filter(({ key }) => keysOfJuly.has(key))).toHaveLength(75)
    const moved = new Map(
      compareVersions(version(may), version([...after.values()])).pairs.map(({ before, after: to }) => [
        before.id,
        to.id,
      ]),
    )
    expect(otherKey.filter(({ id }) => moved.get(id) === id).map(({ id }) => id)).toEqual(['KONF.11.2'])
  })
})
