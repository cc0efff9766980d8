// Finished pictures, written by the owner as the counting job would: what pages and operations read.
import { sql } from 'kysely'
import { localDay, startOfDay } from '#kernel/local-day.ts'
import type { Temporal } from 'temporal-polyfill'
import type { Db } from '#platform/db/database.ts'
import { newId } from '#platform/crypto/random.ts'
import { asOwner } from '../access/as-owner.ts'
import type { TestHouse } from '../harness/house.ts'

/** Label, municipalities, percent; or the reason why it is hidden. */
type Told = [
  label: string,
  countOrHidden: number | string,
  percent?: number,
  more?: { bound?: 'atMost' | 'atLeast'; asOf?: string },
]

export interface ToldPicture {
  programme?: string
  /** Days before today on which it appeared; negative ones are ahead. */
  daysAgo: number
  public?: boolean
  previousId?: string
  participants?: number
  assessed?: number | null
  /** Title of the catalog; the newest one when not given. */
  cells: Record<string, Told[]>
  /** Key of each cell where it is not its label. */
  keys?: Record<string, string>
  named?: { organization: string; percent: number | null; phase: string }[]
}

/** Takes away what the demo has: a test counts its own pictures. */
export const withoutPictures = (house: TestHouse): Promise<void> =>
  asOwner(house, async (db) => {
    for (const table of ['subject', 'named', 'cell', 'picture', 'release_plan'])
      await sql`delete from ${sql.table(`pictures.${table}`)}`.execute(db)
  })

/** Inserts a picture with its cells; its id. */
export async function insertPicture(house: TestHouse, told: ToldPicture): Promise<string> {
  const id = newId()
  await asOwner(house, async (db) => {
    await insertHead(db, id, told, localDay(house.clock.now()).subtract({ days: told.daysAgo }))
    for (const [dimension, cells] of Object.entries(told.cells))
      for (const [position, cell] of cells.entries()) await insertCell(db, [id, dimension, position], cell, told.keys)
    for (const { organization, percent, phase } of told.named ?? [])
      await sql`insert into pictures.named (picture_id, municipality_id, name, percent, phase_label)
        select ${id}::uuid, o.id, o.name, ${percent}, ${phase} from organizations.organization o where o.name = ${organization}`.execute(
        db,
      )
  })
  return id
}

async function insertHead(db: Db, id: string, told: ToldPicture, releaseOn: Temporal.PlainDate): Promise<void> {
  const { programme = 'sicherkommunal', participants = 118, assessed = 64, previousId = null } = told
  const takenAt = startOfDay(releaseOn.subtract({ days: 3 })).add({ hours: 9 })
  const publicAt = told.public ? takenAt.add({ hours: 72 }).toString() : null
  const publicBy = told.public ? sql`(select id from identity.person order by id limit 1)` : null
  await sql`insert into pictures.picture (id, programme_id, catalog_id, previous_id, taken_at, release_on, participants, assessed, sha256, public_at, public_by)
    select ${id}::uuid, p.id, (select a.catalog_id from security.assessment a order by a.started_at, a.id limit 1), ${previousId}::uuid,
           ${takenAt.toString()}::timestamptz, ${releaseOn.toString()}::date, ${participants}, ${assessed}, ${'5f2c8d1b7e904a36'.repeat(4)},
           ${publicAt}::timestamptz, ${publicBy}
      from programmes.programme p where p.key = ${programme}`.execute(db)
}

async function insertCell(
  db: Db,
  [id, dimension, position]: [string, string, number],
  [label, second, percent, more]: Told,
  keys: Record<string, string> = {},
): Promise<void> {
  const [count, hidden] = typeof second === 'number' ? [second, null] : [null, second]
  await sql`insert into pictures.cell (picture_id, dimension, key, position, label, count, percent, bound, hidden, as_of)
    values (${id}::uuid, ${dimension}, ${keys[label] ?? label}, ${position}, ${label}, ${count}, ${percent ?? null}, ${more?.bound ?? null}, ${hidden},
            ${more?.asOf ?? null}::date)`.execute(db)
}

export const counties: Told[] = [
  ['Landkreis Lindengau', 8, 75],
  ['Landkreis Mittelheide', 11, 65],
  ['Landkreis Elbtal', 8, 60],
  ['Landkreis Seenland', 7, 55, { asOf: '2026-05-01' }],
  ['Landkreis Südharde', 9, 45],
  ['Landkreis Rosental', 8, 5, { bound: 'atMost' }],
  ['Landkreis Nordaue', 'small'],
  ['Landkreis Ostermark', 'complement'],
]

export const checklists: Told[] = [
  ['Organisation und Personal', 64, 50],
  ['Umgang mit Informationen', 64, 40],
  ['Datensicherung', 64, 75],
  ['Outsourcing und Cloud', 58, 45],
  ['Netze', 61, 55],
  ['Vorbereitung auf Sicherheitsvorfälle', 62, 40],
  ['Serverraum und Archiv', 60, 70],
  ['Telefonie und Fax', 'narrow'],
]

const classKeys = {
  'Landkreise und kreisfreie Städte': 'countyLevel',
  Einheitsgemeinden: 'unitaryMunicipality',
  Verbandsgemeinden: 'associationMunicipality',
  'unter 10.000': 'under10000',
  '10.000 bis 19.999': 'under20000',
  '20.000 bis 49.999': 'under50000',
  '50.000 und mehr': 'from50000',
}

/** A picture with something of everything. */
export const wholePicture = (more: Partial<ToldPicture> = {}): ToldPicture => ({
  daysAgo: 21,
  keys: classKeys,
  named: [
    { organization: 'Gemeinde Kleinweiler', percent: 71, phase: 'Bericht' },
    { organization: 'Verbandsgemeinde Elbaue', percent: null, phase: 'Vorbereitung' },
  ],
  cells: {
    total: [['Alle', 64, 60]],
    checklist: checklists,
    control: [
      ['Gibt es einen Notfallplan?', 64, 30],
      ['Sind Sicherungen geprüft?', 60, 65],
      ['Ist das WLAN getrennt?', 'small'],
    ],
    kindClass: [
      ['Landkreise und kreisfreie Städte', 7, 70],
      ['Einheitsgemeinden', 41, 60],
      ['Verbandsgemeinden', 16, 55],
    ],
    county: counties,
    sizeClass: [
      ['unter 10.000', 20, 55],
      ['10.000 bis 19.999', 24, 60],
      ['20.000 bis 49.999', 12, 65],
      ['50.000 und mehr', 8, 70],
    ],
    wave: [
      ['Erste Prüfung', 64, 50],
      ['Zweite Prüfung', 9, 65],
    ],
    phase: [
      ['Bericht', 30, 60],
      ['Maßnahmenpaket', 21, 65],
      ['Umsetzung', 'small'],
    ],
    money: [
      ['Freigegeben', 118, 80],
      ['Beauftragt', 64, 45],
      ['Abgerechnet', 33, 20],
    ],
  },
  ...more,
})

/** Three pictures, the newest with something of everything; ids from the oldest to the newest. */
export async function insertPictures(house: TestHouse, more: Partial<ToldPicture> = {}): Promise<string[]> {
  await withoutPictures(house)
  const first = await insertPicture(house, { daysAgo: 205, assessed: 41, cells: { total: [['Alle', 41, 50]] } })
  const second = await insertPicture(house, {
    daysAgo: 113,
    assessed: 55,
    previousId: first,
    cells: {
      total: [['Alle', 55, 55]],
      county: [
        ['Landkreis Lindengau', 7, 65],
        ['Landkreis Mittelheide', 10, 70],
        ['Landkreis Elbtal', 'small'],
        ['Landkreis Seenland', 7, 55],
        ['Landkreis Südharde', 8, 45],
        ['Landkreis Rosental', 8, 10],
      ],
    },
  })
  return [first, second, await insertPicture(house, wholePicture({ previousId: second, ...more }))]
}
