import { sortKey } from '#kernel/sort-key.ts'
import { type Kind, kindNames } from '#foundation/organizations/index.ts'
import type { Municipality } from '../stand.ts'
import type { RowReader } from '../workbook/row-reader.ts'
import type { Comparison } from './plan.ts'
import { type Found, type MunicipalKind, nameParts, type Register } from './register.ts'

const kindWords: Record<string, readonly Kind[]> = {
  ...Object.fromEntries(Object.entries(kindNames).map(([kind, name]) => [sortKey(name), [kind as Kind]])),
  landkreis: ['county'],
  kreis: ['county'],
  lk: ['county'],
  lkr: ['county'],
  stadt: ['independentCity', 'unitaryMunicipality'],
  hansestadt: ['independentCity', 'unitaryMunicipality'],
  lutherstadt: ['independentCity', 'unitaryMunicipality'],
  gemeinde: ['unitaryMunicipality'],
  'kreisfreie stadt': ['independentCity'],
  einheitsgemeinde: ['unitaryMunicipality'],
  eg: ['unitaryMunicipality'],
  verbandsgemeinde: ['associationMunicipality'],
  vg: ['associationMunicipality'],
  vbg: ['associationMunicipality'],
}

/** Excel turns keys into figures and drops the noughts at their beginning: these are tried, exactly, after what stands there. */
function spellings(text: string): string[] {
  const digits = text.replaceAll(/[\s\u00a0.\-/]/g, '')
  if (!/^\d{4,12}$/.test(digits)) return [text]
  return [
    digits,
    ...[5, 8, 9, 12].filter((length) => length === digits.length + 1).map((length) => digits.padStart(length, '0')),
  ]
}

const keyFields = ['ars', 'ags'] as const
const anyName = ['name', 'ars', 'ags', 'id']

/** Whom the row is about. Without an answer the row has a fault. */
export function findMunicipality(row: RowReader, { register, adds }: Pick<Comparison, 'register' | 'adds'>): Found {
  const id = row.text('id')
  if (id !== '') {
    const there = register.byId(id.toLowerCase())
    if (there) return { there }
    if (keyFields.every((field) => row.text(field) === '') && row.text('name') === '') {
      row.fault('id', 'Diese Kennung gibt es hier nicht. Bitte geben Sie Schlüssel oder Name und Art an.')
      return undefined
    }
  }
  for (const field of keyFields) {
    const text = row.text(field)
    if (text !== '') return byKey(row, register, { field, text, adds })
  }
  return byName(row, register, adds)
}

function byKey(
  row: RowReader,
  register: Register,
  { field, text, adds }: { field: 'ars' | 'ags'; text: string; adds: boolean },
): Found {
  if (/^\d+(,\d+)?E\+?\d+$/i.test(text)) {
    row.fault(
      field,
      'Excel hat den Schlüssel gerundet. Bitte schreiben Sie alle Ziffern und formatieren Sie die Spalte als Text.',
    )
    return undefined
  }
  const there = spellings(text)
    .map(register.byKey)
    .find((one) => one !== undefined)
  if (!there) {
    if (adds) return wantedMunicipality(row)
    row.fault(
      field,
      `Den Schlüssel ${text.slice(0, 20)} kennt das Verzeichnis nicht. Bitte prüfen Sie ihn, oder lassen Sie unbekannte Kommunen anlegen.`,
    )
    return undefined
  }
  const others = register.byName(row.text('name'))
  if (others.length > 0 && !others.includes(there)) {
    row.fault(
      field,
      `Der Schlüssel gehört zu ${inWords(there)}, der Name zu ${others.map(inWords).join(' und ')}. Bitte ändern Sie eines von beiden.`,
    )
    return undefined
  }
  return { there }
}

function byName(row: RowReader, register: Register, adds: boolean): Found {
  const name = row.text('name')
  if (name === '') {
    row.fault(anyName, 'In dieser Zeile steht nicht, um welche Kommune es geht: Schlüssel oder Name fehlt.')
    return undefined
  }
  const wanted = kindWords[sortKey(row.text('kind') || nameParts(name).title)]
  if (row.text('kind') !== '' && !wanted) {
    row.fault(
      'kind',
      `„${row.text('kind').slice(0, 40)}“ ist keine Art. Möglich ist: ${Object.values(kindNames).slice(0, 4).join(', ')}.`,
    )
    return undefined
  }
  const named = register.byName(name)
  const fitting = wanted ? named.filter(({ kind }) => wanted.some((one) => one === kind)) : named
  const [only, ...more] = fitting
  if (only && more.length === 0) return { there: only }
  if (only) {
    row.fault(
      'name',
      `„${name.slice(0, 60)}“ gibt es mehrmals: ${fitting.map(inWords).join(' und ')}. Bitte tragen Sie Schlüssel oder Art ein.`,
    )
    return undefined
  }
  if (adds) return wantedMunicipality(row)
  row.fault(
    'name',
    named.length > 0
      ? `„${name.slice(0, 60)}“ steht im Verzeichnis mit anderer Art: ${named.map(inWords).join(' und ')}.`
      : `„${name.slice(0, 60)}“ kennt das Verzeichnis nicht. Bitte schreiben Sie den Namen wie dort, oder tragen Sie den Schlüssel ein.`,
  )
  return undefined
}

/** "Stendal (Landkreis, 15090)" */
const inWords = ({ name, kind, ars, ags }: Municipality): string =>
  `${name} (${[kindNames[kind as Kind] ?? kind, ars ?? ags ?? 'ohne Schlüssel'].join(', ')})`

const municipalKinds: readonly MunicipalKind[] = [
  'county',
  'independentCity',
  'unitaryMunicipality',
  'associationMunicipality',
]

function wantedMunicipality(row: RowReader): Found {
  const kinds = kindWords[sortKey(row.text('kind'))] ?? []
  const kind = municipalKinds.find((one) => kinds.includes(one))
  const name = row.line('name', 200)
  if (name === '' || !kind || kinds.length > 1) {
    row.fault(['kind', 'name'], 'Zum Anlegen braucht die Kommune Name und Art, zum Beispiel Einheitsgemeinde.')
    return undefined
  }
  const digits = (field: 'ars' | 'ags') => row.text(field).replaceAll(/[\s.\-/]/g, '') || null
  const [ars, ags] = [digits('ars'), digits('ags')]
  if (ars !== null && !/^(\d{5}|\d{9}|\d{12})$/.test(ars))
    row.fault('ars', 'Ein Regionalschlüssel (ARS) hat 5, 9 oder 12 Ziffern.')
  if (ags !== null && !/^\d{8}$/.test(ags)) row.fault('ags', 'Ein Gemeindeschlüssel (AGS) hat 8 Ziffern.')
  const county = row.line('county', 200) || null
  return {
    wanted: { placeholder: `new ${ars ?? ags ?? `${sortKey(name)} ${kind}`}`, name, kind, ars, ags, county },
  }
}
