// Whoever answers while somebody signs: the answer is in what was signed, or it was refused. On PostgreSQL they really meet.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { findAssessment, findQuestion, giveAnswer } from '#domains/security/assessments/index.ts'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import type { Actor } from '#platform/http/context.ts'
import { asOwner } from '../access/as-owner.ts'
import { onlyOnPostgres } from '../database/own-database.ts'
import { demoPassword, elbaue, test, type TestHouse } from '../harness/house.ts'
import { castOf, type Cast, signAs } from './cast.ts'

const controls = Array.from({ length: 20 }, (_, at) => `lw-start-${String(at + 1).padStart(2, '0')}`)

test('of twenty answers and one signature at once each answer is in what was signed, or was refused', async ({
  house,
}) => {
  const timm = await house.as(elbaue)
  const me = await timm.get<{ actingFor: { id: string } }>('/me')
  const catalogs = await timm.get<{ items: { id: string }[] }>('/catalogs')
  const wish = { organizationId: me.body.actingFor.id, catalogId: catalogs.body.items[0]?.id }
  const path = `/assessments/${(await timm.post<{ id: string }>('/assessments', wish)).body.id}`
  const answering = controls.map(async (control, at) => {
    await new Promise((resolve) => setTimeout(resolve, at * 12))
    return [control, (await timm.put(`${path}/answers/${control}`, { answer: 'yes' })).status] as const
  })
  const signed = await timm.post<{ signOff: { shown: string } }>(`${path}/sign-offs`, {
    side: 'organization',
    password: demoPassword,
  })
  const replies = await Promise.all(answering)
  expect(signed.status).toBe(201)
  for (const [control, status] of replies) {
    expect([control, [200, 422].includes(status)]).toEqual([control, true])
    const isOpenInText = signed.body.signOff.shown.includes(`- ${control}: `)
    expect([control, status, isOpenInText]).toEqual([control, status, status === 422])
  }
})

type Outcome = Awaited<ReturnType<typeof giveAnswer>>

interface Meeting {
  outcome: Outcome
  shown: string
  answers: number
  /** The unit that was refused can still read, to show the page with what was typed. */
  readsOn: boolean
}

/** Jana's request has read the check as open when Martin signs: before he does she writes her answer, or after he did. */
async function meet(house: TestHouse, cast: Cast, first: 'answer' | 'signature'): Promise<Meeting> {
  const { actor, as, now } = await whoAnswers(house, cast)
  let signing: ReturnType<typeof signAs> | undefined
  const begin = (): void => {
    signing = outside(() => signAs(cast.martin, cast, 'organization'))
  }
  const { outcome, readsOn } = await unitOfWork(
    house.services.database,
    { as, now, mode: 'read write', undo: (result) => 'refusal' in (result as { outcome: Outcome }).outcome },
    async (db) => {
      const assessment = await findAssessment(db, cast.id)
      const question = assessment && (await findQuestion(db, assessment, 'TEL.1'))
      if (!assessment || !question) throw new Error('no question TEL.1')
      const answer = () => giveAnswer({ actor, db, now }, assessment, question, { answer: 'yes' })
      if (first === 'signature') {
        begin()
        await signing
        const late = await answer()
        return { outcome: late, readsOn: (await findAssessment(db, cast.id))?.id === cast.id }
      }
      const early = await answer()
      begin()
      while (!(await someoneWaits(house))) await new Promise((resolve) => setTimeout(resolve, 20))
      return { outcome: early, readsOn: true }
    },
  )
  const signed = await signing
  const { rows } = await asOwner(house, (db) =>
    sql<{ n: number }>`select count(*)::integer as n from security.answer
      where assessment_id = ${cast.id}::uuid and control_id = 'TEL.1'`.execute(db),
  )
  return { outcome, readsOn, shown: signed?.body.signOff.shown ?? '', answers: rows[0]?.n ?? 0 }
}

async function whoAnswers(house: TestHouse, { jana }: Cast) {
  const { body } = await jana.get<{
    person: { id: string; name: string; email: string }
    actingFor: { id: string; name: string }
  }>('/me')
  const place = { ...body.actingFor, kind: 'unitaryMunicipality' }
  const { id: personId, name, email } = body.person
  const actor: Actor = { personId, name, email, actingFor: place, roles: ['securityOfficer'], organizations: [place] }
  return { actor, as: { personId, actingFor: place.id }, now: house.clock.now() }
}

const waiting: (() => void)[] = []
setInterval(() => waiting.splice(0).forEach((begin) => begin()), 5).unref()

/** Begun by a timer of its own, so that it does not count as part of the unit that asks for it. */
const outside = <T>(work: () => Promise<T>): Promise<T> =>
  new Promise((resolve, reject) => waiting.push(() => void work().then(resolve, reject)))

const someoneWaits = (house: TestHouse): Promise<boolean> =>
  outside(() =>
    asOwner(house, async (db) => {
      const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_locks where not granted`.execute(
        db,
      )
      return (rows[0]?.n ?? 0) > 0
    }),
  )

test.for(onlyOnPostgres)(
  'on %s an answer that is being written when somebody signs is waited for, and signed',
  async (_, { house }) => {
    const cast = await castOf(house, 'Gleichzeitig')
    const { shown, answers } = await meet(house, cast, 'answer')
    expect([answers, shown.includes('- TEL.1: ')]).toEqual([1, false])
    expect((await cast.jana.put(`${cast.path}/answers/AKT.0`, { answer: 'yes' })).status).toBe(422)
  },
)

test.for(onlyOnPostgres)(
  'on %s an answer that comes a moment after the signature is refused, and its page can still be shown',
  async (_, { house }) => {
    const { outcome, shown, answers, readsOn } = await meet(house, await castOf(house, 'Zu spät'), 'signature')
    expect(outcome).toMatchObject({ refusal: { refused: expect.stringContaining('In diesem Augenblick') } })
    expect([answers, shown.includes('- TEL.1: '), readsOn]).toEqual([0, true, true])
  },
)

// Last: from here on this copy has no guard.
test.for(onlyOnPostgres)(
  'on %s, without the guard of the rows, such an answer slips through unsigned',
  async (_, { house }) => {
    await asOwner(house, (db) => sql`drop trigger only_while_open on security.answer`.execute(db))
    const { shown, answers } = await meet(house, await castOf(house, 'Ohne Wache'), 'signature')
    expect([answers, shown.includes('- TEL.1: ')]).toEqual([1, true])
  },
)
