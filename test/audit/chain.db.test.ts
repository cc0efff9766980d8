// The audit trail is a chain: whatever is done to it behind the application's back is found.
import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { expect } from 'vitest'
import { nobody, unitOfWork } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { isb, test } from '../harness/house.ts'
import { afterTampering, enter, seal, verify, writeEntry } from './chain.ts'

const copies = [
  'create table audit.kept_entry as select * from audit.entry',
  'create table audit.kept_seal as select * from audit.seal',
  'create table audit.kept_personal as select * from audit.personal',
]
const restored = [
  'delete from audit.personal',
  'delete from audit.entry',
  'delete from audit.seal',
  'insert into audit.entry select * from audit.kept_entry',
  'insert into audit.personal select * from audit.kept_personal',
  'insert into audit.seal select * from audit.kept_seal',
  'drop table audit.kept_entry, audit.kept_seal, audit.kept_personal',
]

test('each sealing takes what is new, and the verification finds nothing wrong', async ({ house }) => {
  await house.signedIn(isb)
  expect(await seal(house)).toBeGreaterThan(10)
  await enter(house, 5)
  expect(await seal(house)).toBe(5)
  await enter(house, 3)
  expect(await seal(house)).toBe(3)
  expect(await seal(house)).toBe(0)
  await enter(house, 2)
  const { data, faults } = await verify(house)
  expect(faults).toEqual([])
  expect(data).toMatchObject({ intact: true, links: 3, waiting: 2, head: { number: 3 } })
})

const tampered: [string, string[], string[]][] = [
  [
    'a changed fact',
    [`update audit.entry set data = '{"at":99}' where sequence = (select first + 1 from audit.seal where number = 2)`],
    ['entryChanged'],
  ],
  [
    'a changed time together with its hash',
    [
      `update audit.entry set at = at + interval '1 minute' where sequence = (select first from audit.seal where number = 2)`,
      `update audit.entry e set hash = audit.entry_hash(e, e.sequence) where sequence = (select first from audit.seal where number = 2)`,
    ],
    ['sealChanged'],
  ],
  [
    'an entry, its hash and its seal',
    [
      `update audit.entry set data = '{}' where sequence = (select first from audit.seal where number = 2)`,
      `update audit.entry e set hash = audit.entry_hash(e, e.sequence) where sequence = (select first from audit.seal where number = 2)`,
      `update audit.seal s set hash = audit.seal_hash(s) where number = 2`,
    ],
    ['chainBroken'],
  ],
  [
    'a deleted entry',
    [
      // Of the entry and of a few others: of all of them the report would only name these.
      'delete from audit.personal where entry_id in (select entry_id from audit.personal order by entry_id limit 5) or entry_id = (select id from audit.entry where sequence = (select first + 2 from audit.seal where number = 2))',
      'delete from audit.entry where sequence = (select first + 2 from audit.seal where number = 2)',
    ],
    ['entryMissing', 'personMissing', 'sealChanged'],
  ],
  [
    'a deleted entry whose successors moved up',
    [
      `delete from audit.personal where entry_id = (select id from audit.entry where sequence = (select first + 2 from audit.seal where number = 2))`,
      `delete from audit.entry where sequence = (select first + 2 from audit.seal where number = 2)`,
      `update audit.entry set sequence = sequence - 1 where sequence = (select first + 3 from audit.seal where number = 2)`,
    ],
    ['entryChanged', 'entryMissing', 'sealChanged'],
  ],
  [
    'two entries that changed places',
    [
      `update audit.entry set sequence = 100000 where sequence = (select first from audit.seal where number = 2)`,
      `update audit.entry set sequence = sequence - 1 where sequence = (select first + 1 from audit.seal where number = 2)`,
      `update audit.entry set sequence = (select first + 1 from audit.seal where number = 2) where sequence = 100000`,
    ],
    ['entryChanged', 'sealChanged'],
  ],
  [
    'an entry put between two',
    [
      `update audit.entry set sequence = sequence + 1000 where sequence > (select first from audit.seal where number = 3)`,
      `update audit.entry set sequence = sequence - 999 where sequence > 1000`,
      `insert into audit.entry (id, at, event, sequence, hash) select gen_random_uuid(), s.made_at, 'catalog.imported', s.first + 1, 'x' from audit.seal s where number = 3`,
    ],
    ['entryChanged', 'entryInserted', 'sealChanged'],
  ],
  [
    'an entry with its own seal in the middle',
    [
      `update audit.seal set number = number + 10 where number = 3`,
      `insert into audit.seal select 3, made_at, last + 1, last + 1, hash, 'x' from audit.seal where number = 2`,
    ],
    ['sealChanged', 'sealMissing'],
  ],
  ['a deleted seal', ['delete from audit.seal where number = 2'], ['sealMissing']],
  [
    'a seal that says another time',
    [`update audit.seal set made_at = made_at - interval '1 second' where number = 2`],
    ['sealChanged'],
  ],
  [
    'somebody else named as the doer',
    [
      `update audit.personal set person_id = (select id from identity.person where id <> person_id order by id limit 1) where entry_id = (select entry_id from audit.personal where person_id is not null order by at limit 1)`,
    ],
    ['personChanged'],
  ],
  [
    'a doer taken away without an erasure',
    [
      `update audit.personal set person_id = null, person_salt = null where entry_id = (select entry_id from audit.personal where person_id is not null order by at limit 1)`,
    ],
    ['personMissing'],
  ],
  [
    'a doer taken away with another entry named as its erasure',
    [
      `update audit.personal set person_id = null, person_salt = null, person_erased_by = (select id from audit.entry where event = 'catalog.imported' limit 1)
        where entry_id = (select entry_id from audit.personal where person_id is not null order by at limit 1)`,
    ],
    ['erasureUnknown'],
  ],
  [
    'an entry of last week that nobody has sealed yet',
    [
      `insert into audit.entry (id, at, event) select gen_random_uuid(), made_at - interval '7 days', 'catalog.imported' from audit.seal where number = 3`,
    ],
    ['entryBackdated'],
  ],
]

for (const [what, statements, kinds] of tampered)
  test(`the verification finds ${what}`, async ({ house }) => {
    expect(await afterTampering(house, [...copies, ...statements], restored)).toEqual(kinds)
    expect((await verify(house)).faults).toEqual([])
  })

test('an end that was cut off is found by the hash that was kept elsewhere', async ({ house }) => {
  const { data } = await verify(house)
  const { hash: head } = (data?.['head'] ?? { hash: '' }) as { hash: string }
  await enter(house, 4)
  await seal(house)
  expect((await verify(house, head)).faults).toEqual([])
  await asOwner(house, async (db) => {
    await sql`delete from audit.personal p using audit.entry e where e.id = p.entry_id and (e.sequence is null or e.sequence >= (select first from audit.seal where number = 3))`.execute(
      db,
    )
    await sql`delete from audit.entry e where e.sequence is null or e.sequence >= (select first from audit.seal where number = 3)`.execute(
      db,
    )
    await sql`delete from audit.seal where number >= 3`.execute(db)
  })
  expect((await verify(house)).faults).toEqual([])
  const { faults } = await verify(house, head)
  expect(faults).toEqual([expect.stringContaining('abgeschnitten')])
})

test('an entry of last week that is sealed today is found all the same', async ({ house }) => {
  const now = house.clock.now()
  await unitOfWork(house.services.database, { as: nobody, now, mode: 'read write' }, (db) =>
    writeEntry(db, now.subtract({ hours: 7 * 24 }).toString()),
  )
  await seal(house)
  expect((await verify(house)).kinds).toEqual(['entryBackdated'])
})

test('an entry cannot be changed or deleted by the owner of the functions, nor sealed by the application', async ({
  house,
}) => {
  const as = { personId: null, actingFor: null }
  const now = house.clock.now()
  await expect(
    unitOfWork(house.services.database, { as, now, mode: 'read write' }, (db) =>
      sql`select audit.make_seal(${now.toString()}, 1)`.execute(db),
    ),
  ).rejects.toThrow('permission denied')
  const rights = await asOwner(house, (db) =>
    sql<{ may: boolean }>`select has_table_privilege('lotsenwerk_access', 'audit.entry', 'delete')
      or has_column_privilege('lotsenwerk_access', 'audit.entry', 'data', 'update') as may`.execute(db),
  )
  expect(rights.rows[0]?.may).toBe(false)
})

test('a clock that is set back and forth accuses nobody', async ({ house }) => {
  const before = (await verify(house)).faults
  const now = house.clock.now()
  house.clock.set(now.add({ hours: 48 }))
  await enter(house, 2)
  await seal(house)
  house.clock.set(now)
  await enter(house, 2)
  await seal(house)
  await enter(house, 1)
  await seal(house)
  expect((await verify(house)).faults).toEqual(before)
  expect(Temporal.Instant.compare(house.clock.now(), now)).toBeGreaterThan(0)
})
