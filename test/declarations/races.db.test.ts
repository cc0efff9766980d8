// Two at once: admission, signature, interest. On the embedded database they come one after the other, on PostgreSQL together.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { demoPassword, hvb, manager, test } from '../harness/house.ts'
import { colleague, programmeId, roadId } from './cast.ts'

const ascending = (one: number | undefined, other: number | undefined): number => (one ?? 0) - (other ?? 0)

test('two managers admit the same town at once: one does, the other is told, and one row says so', async ({
  house,
}) => {
  const road = await roadId(house, 'digital-lotsen', 'Stadt Musterstadt')
  const clients = [await house.as(manager), await house.as(colleague)]
  const replies = await Promise.all(
    Array.from({ length: 10 }, async (_, at) =>
      clients[at % 2]?.post(`/enrollments/${road}/admission`, { decision: 'admitted' }),
    ),
  )
  expect(replies.map((reply) => reply?.status).toSorted(ascending)).toEqual([
    200,
    ...Array.from({ length: 9 }, () => 409),
  ])
  const { rows } = await asOwner(house, (db) =>
    sql<{
      count: number
    }>`select count(*)::integer as count from declarations.admission where enrollment_id = ${road}::uuid`.execute(db),
  )
  expect(rows).toEqual([{ count: 1 }])
})

test('the head clicks twice: one declaration stands', async ({ house }) => {
  const martin = await house.as(hvb)
  const joined = await Promise.all(
    Array.from({ length: 6 }, async () =>
      martin.post<{ enrollmentId: string; isNew: boolean }>('/interests', {
        programmeId: await programmeId(house, 'prozessmanagement'),
      }),
    ),
  )
  expect(joined.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 201))
  expect(joined.filter(({ body }) => body.isNew)).toHaveLength(1)
  const road = joined[0]?.body.enrollmentId ?? ''
  const signed = await Promise.all(
    Array.from({ length: 6 }, () => martin.put(`/enrollments/${road}/declaration`, { password: demoPassword })),
  )
  expect(signed.map(({ status }) => status).toSorted(ascending)).toEqual([200, 422, 422, 422, 422, 422])
})

test('two managers decide about one interest: the second one changes nothing', async ({ house }) => {
  const clients = [await house.as(manager), await house.as(colleague)]
  const { items } = (await clients[0]?.get<{ items: { id: string; municipality: unknown }[] }>('/interests?open=yes'))
    ?.body ?? { items: [] }
  const interest = items.find(({ municipality }) => municipality !== null)
  const replies = await Promise.all([
    clients[0]?.post(`/interests/${interest?.id}/takeover`, {}),
    clients[1]?.post(`/interests/${interest?.id}/refusal`, { reason: 'Zu spät' }),
    clients[0]?.post(`/interests/${interest?.id}/refusal`, { reason: 'Zu früh' }),
  ])
  expect(replies.map((reply) => reply?.status).toSorted(ascending)).toEqual([200, 422, 422])
})
