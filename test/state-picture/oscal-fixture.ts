// A picture as the aggregation leaves it, written behind the policies: what is read of it is tried without computing one.
import { newId } from '#platform/crypto/random.ts'
import { localDay } from '#kernel/local-day.ts'
import { canonicalForm, sha256Of } from '../../src/domains/insights/state-picture/canonical.ts'
import type { PictureCell, PictureFamily } from '../../src/domains/insights/state-picture/picture.ts'
import type { Db } from '#platform/db/database.ts'
import { asOwner } from '../access/as-owner.ts'
import { placeNamed } from '../access/standings.ts'
import type { TestHouse } from '../harness/house.ts'

const shown = (
  key: string,
  label: string,
  more: Partial<Extract<PictureCell, { hidden: null }>> = {},
): PictureCell => ({
  key,
  label,
  hidden: null,
  count: 23,
  percent: 65,
  bound: null,
  asOf: null,
  ...more,
})

/** Of every kind: shown, at either end, still of an earlier day, hidden for each reason; and families that speak of places. */
export const pictureFamilies: PictureFamily[] = [
  { dimension: 'total', cells: [shown('total', 'Alle Kommunen', { count: 31 })] },
  {
    dimension: 'checklist',
    cells: [
      shown('lw-datensicherung', 'Datensicherung'),
      shown('lw-notfall', 'Notfall', { percent: 5, bound: 'atMost', asOf: '2026-02-01' }),
      { key: 'lw-raeume', label: 'Räume und Netz', hidden: 'narrow' },
    ],
  },
  {
    dimension: 'control',
    cells: [
      shown('lw-start-01', 'Haben Sie eine Datensicherung, die ein Angreifer nicht löschen kann?'),
      shown('lw-start-02', 'Ist geregelt, wer im Notfall entscheidet?', { percent: 95, bound: 'atLeast' }),
      { key: 'lw-start-03', label: 'Sind die Räume verschlossen?', hidden: 'small' },
      { key: 'lw-start-04', label: 'Sind Netze getrennt?', hidden: 'complement' },
      { key: 'lw-start-05', label: 'Werden Zugänge gesperrt?', hidden: 'isolates' },
    ],
  },
  { dimension: 'county', cells: [shown('nordaue', 'Landkreis Nordaue', { count: 7 })] },
]

/** One picture of a programme of the story, with a municipality that agreed to be named; without families nobody has been assessed. Its id. */
export const addPicture = (
  house: TestHouse,
  programmeKey = 'sicherkommunal',
  families: readonly PictureFamily[] = pictureFamilies,
): Promise<string> =>
  asOwner(house, async (db) => {
    const now = house.services.clock.now()
    const id = newId()
    const programme = await db
      .selectFrom('programmes.programme')
      .select('id')
      .where('key', '=', programmeKey)
      .executeTakeFirstOrThrow()
    const catalog = await db
      .selectFrom('security.assessment as a')
      .innerJoin('catalogs.catalog as c', 'c.id', 'a.catalog_id')
      .select(['c.id', 'c.sha256'])
      .orderBy('a.id')
      .limit(1)
      .executeTakeFirstOrThrow()
    const organizationId = await placeNamed(db, 'Stadt Musterstadt')
    const named = [{ organizationId, name: 'Stadt Musterstadt', percent: 71, phaseLabel: 'Umsetzung' }]
    // Not today: a picture of the story may have appeared then.
    const releaseOn = localDay(now).subtract({ days: 3 }).toString()
    const isEmpty = families.length === 0
    const counts = { participants: 42, assessed: isEmpty ? null : 31, releaseOn }
    const sha256 = sha256Of(
      canonicalForm({ ...counts, programmeKey, catalogSha256: isEmpty ? null : catalog.sha256, families, named }),
    )
    await db
      .insertInto('pictures.picture')
      .values({
        id,
        programme_id: programme.id,
        catalog_id: isEmpty ? null : catalog.id,
        taken_at: now.toString(),
        release_on: counts.releaseOn,
        participants: counts.participants,
        assessed: counts.assessed,
        sha256,
      })
      .execute()
    if (!isEmpty) await addCells(db, id, families)
    await db
      .insertInto('pictures.named')
      .values(
        named.map((one) => ({
          picture_id: id,
          municipality_id: one.organizationId,
          name: one.name,
          percent: one.percent,
          phase_label: one.phaseLabel,
        })),
      )
      .execute()
    return id
  })

const addCells = (db: Db, pictureId: string, families: readonly PictureFamily[]): Promise<unknown> =>
  db
    .insertInto('pictures.cell')
    .values(
      families.flatMap(({ dimension, cells }) =>
        cells.map((cell, position) => ({
          picture_id: pictureId,
          dimension,
          position,
          key: cell.key,
          label: cell.label,
          hidden: cell.hidden,
          count: cell.hidden === null ? cell.count : null,
          percent: cell.hidden === null ? cell.percent : null,
          bound: cell.hidden === null ? cell.bound : null,
          as_of: cell.hidden === null ? cell.asOf : null,
        })),
      ),
    )
    .execute()
