// Every duty around checks: who has it, who does not, and that it is gone once it is done.
import { sql } from 'kysely'
import { expect } from 'vitest'
import { asOwner } from '../access/as-owner.ts'
import { assessor, elbaue, everything, hvb, isb, itStaff, manager, observer, test } from '../harness/house.ts'
import { dayFrom, office, personId } from '../people/cast.ts'
import { castOf, signAs, signedOff } from '../review/cast.ts'
import { dutiesOf, titlesAt } from './duties.ts'

const strangers = [elbaue, everything, manager, observer]

test('open questions are the duty of chief executive and security officer, and of nobody else', async ({ house }) => {
  const { id } = await castOf(house, 'Offene')
  for (const email of [isb, hvb]) expect(await titlesAt(house, email, id)).toEqual(['2 Fragen in „Offene“ beantworten'])
  for (const email of [itStaff, office, ...strangers]) expect(await titlesAt(house, email, id)).toEqual([])
  const duty = (await dutiesOf(house, isb)).find(({ url }) => url.includes(id))
  expect(duty).toMatchObject({
    reason: expect.stringContaining('2 von 4 beantwortet'),
    url: `/pruefungen/${id}/naechste-frage`,
    handOnUrl: `/pruefungen/${id}/zustaendig`,
    source: 'security/assessments',
  })
})

test('a delegated list is the duty of the delegate until its day, and no longer of the security officer', async ({
  house,
}) => {
  const { id, path, jana } = await castOf(house, 'Übertragen')
  const dueOn = dayFrom(house, 3)
  const given = { personId: await personId(house, office), groupKeys: ['TEL'], dueOn, note: 'Das weiß nur das Amt.' }
  expect((await jana.post(`${path}/delegations`, given)).status).toBe(201)
  expect(await titlesAt(house, isb, id)).toEqual(['1 Frage in „Übertragen“ beantworten'])
  const duty = (await dutiesOf(house, office)).find(({ url }) => url.includes(id))
  expect(duty).toMatchObject({ title: expect.stringMatching(/^1 Frage in „.+“ beantworten$/), dueOn })
  expect(duty?.reason).toContain('Jana Wiesner hat Ihnen das übertragen')
  expect(duty?.reason).toContain('„Das weiß nur das Amt.“')
  for (const email of strangers) expect(await titlesAt(house, email, id)).toEqual([])
  const sabine = await house.as(office)
  expect((await sabine.put(`${path}/answers/TEL.1`, { answer: 'yes', note: '' })).status).toBe(200)
  expect(await titlesAt(house, office, id)).toEqual([])
})

test('a list that was given back is a duty of the security officer again', async ({ house }) => {
  const { id, path, jana } = await castOf(house, 'Zurückgegeben')
  const given = { personId: await personId(house, office), groupKeys: ['TEL'] }
  const { body } = await jana.post<{ id: string }>(`${path}/delegations`, given)
  await (await house.as(office)).call('DELETE', `${path}/delegations/${body.id}`)
  expect(await titlesAt(house, office, id)).toEqual([])
  expect(await titlesAt(house, isb, id)).toEqual(['2 Fragen in „Zurückgegeben“ beantworten'])
})

test('answers wait for the assessor, disputes for the municipality, replies for the assessor again', async ({
  house,
}) => {
  const { id, path, jana, arne } = await castOf(house, 'Vor Ort')
  const mine = () => titlesAt(house, assessor, id)
  const theirs = async (email: string) =>
    (await titlesAt(house, email, id)).filter((title) => title.includes('strittig'))
  expect(await mine()).toEqual(['Stadt Musterstadt: 2 Antworten vor Ort prüfen'])
  await arne.put(`${path}/reviews/AKT.1.1`, { verdict: 'confirmed', remark: '' })
  await arne.put(`${path}/reviews/AKT.1.1.1`, { verdict: 'disputed', remark: 'Das sehe ich anders.' })
  expect(await mine()).toEqual([])
  for (const email of [isb, hvb, itStaff]) expect(await theirs(email)).toEqual(['1 strittige Antwort klären'])
  for (const email of [office, ...strangers]) expect(await theirs(email)).toEqual([])
  await jana.post(`${path}/reviews/AKT.1.1.1/remarks`, { text: 'Bitte sehen Sie in den Schrank im Keller.' })
  expect(await theirs(isb)).toEqual([])
  expect(await mine()).toEqual(['Stadt Musterstadt: 1 Antwort vor Ort prüfen'])
  await arne.post(`${path}/reviews/AKT.1.1.1/remarks`, { text: 'Der Schrank ist leer.' })
  expect([await mine(), await theirs(isb)]).toEqual([[], ['1 strittige Antwort klären']])
  const { version } = (await jana.get<{ version: number }>(`${path}/answers/AKT.1.1.1`)).body
  await jana.call('PUT', `${path}/answers/AKT.1.1.1`, { answer: 'yes', note: 'Neu gekauft.', version })
  expect([await mine(), await theirs(isb)]).toEqual([['Stadt Musterstadt: 1 Antwort vor Ort prüfen'], []])
})

test('an assessor who is not assigned any more has no duty there', async ({ house }) => {
  const { id } = await castOf(house, 'Nicht mehr zugewiesen')
  expect(await titlesAt(house, assessor, id)).toHaveLength(1)
  const before = house.clock.now()
  house.clock.set(before.add({ hours: 24 * 80 }))
  expect(await titlesAt(house, assessor, id)).toEqual([])
  house.clock.set(before)
})

test('what one side has signed waits for the other one', async ({ house }) => {
  const cast = await castOf(house, 'Erst wir')
  await signAs(cast.jana, cast, 'organization')
  const duty = (await dutiesOf(house, assessor)).find(
    ({ url, title }) => url.includes(cast.id) && title.includes('abnehmen'),
  )
  expect(duty?.url).toBe(`${cast.page}/abnahme`)
  expect(duty?.reason).toMatch(/Stadt Musterstadt hat am \d\d\.\d\d\.\d{4} unterschrieben/)
  for (const email of [isb, hvb, itStaff]) expect(await titlesAt(house, email, cast.id)).toEqual([])
  await signAs(cast.arne, cast, 'assessor')
  expect(await titlesAt(house, assessor, cast.id)).toEqual([])

  const other = await castOf(house, 'Erst das Prüfhaus')
  await signAs(other.arne, other, 'assessor')
  for (const email of [isb, hvb])
    expect(await titlesAt(house, email, other.id)).toEqual(['Prüfung „Erst das Prüfhaus“ abnehmen'])
  for (const email of [itStaff, office, assessor, ...strangers])
    expect(await titlesAt(house, email, other.id)).toEqual([])
})

test('once everything is answered and confirmed, both sides can sign', async ({ house }) => {
  const { id, path, jana, arne } = await castOf(house, 'Fertig')
  for (const control of ['AKT.0', 'TEL.1']) await jana.put(`${path}/answers/${control}`, { answer: 'yes', note: '' })
  expect(await titlesAt(house, isb, id)).toEqual([])
  for (const control of ['AKT.0', 'TEL.1', 'AKT.1.1', 'AKT.1.1.1'])
    await arne.put(`${path}/reviews/${control}`, { verdict: 'confirmed', remark: '' })
  for (const email of [isb, hvb, assessor])
    expect(await titlesAt(house, email, id)).toEqual(['Prüfung „Fertig“ abnehmen'])
  expect(await titlesAt(house, itStaff, id)).toEqual([])
})

test('a wish to open a check again waits for the other side, not for whoever asked', async ({ house }) => {
  const { id, path, arne } = await signedOff(house, 'Wieder öffnen')
  expect((await arne.post(`${path}/reopenings`, { reason: 'Ein Nachweis fehlte.' })).status).toBe(201)
  for (const email of [isb, hvb])
    expect(await titlesAt(house, email, id)).toEqual(['Über die Wiederöffnung von „Wieder öffnen“ entscheiden'])
  for (const email of [assessor, itStaff, ...strangers]) expect(await titlesAt(house, email, id)).toEqual([])
})

test('carried-over answers are to be confirmed, and are not counted as open questions besides', async ({ house }) => {
  const { id, jana } = await signedOff(house, 'Zweiter Durchgang')
  const { organizationId, catalogId } = (
    await jana.get<{ organizationId: string; catalogId: string }>(`/assessments/${id}`)
  ).body
  const next = await jana.post<{ id: string }>('/assessments', { organizationId, catalogId })
  expect((await titlesAt(house, isb, next.body.id)).toSorted()).toEqual([
    '2 Fragen in „Zweiter Durchgang“ beantworten',
    '2 übernommene Antworten bestätigen',
  ])
  expect(await titlesAt(house, itStaff, next.body.id)).toEqual([])
})

test('evidence that ends within thirty days is the duty of whoever added it, until something newer is there', async ({
  house,
}) => {
  const { id, path, tobias } = await castOf(house, 'Nachweise')
  const at = `${path}/answers/AKT.1.1/evidence`
  const add = (title: string, days: number) =>
    tobias.post(at, { link: `https://wiki.musterstadt.example/${days}`, title, validUntil: dayFrom(house, days) })
  await add('Vertrag', 30)
  const duty = (await dutiesOf(house, itStaff)).find(({ url }) => url.includes(id))
  expect(duty).toMatchObject({
    title: 'Nachweis „Vertrag“ erneuern',
    dueOn: dayFrom(house, 30),
    url: `/pruefungen/${id}/fragen/AKT.1.1#nachweise`,
  })
  expect((await titlesAt(house, isb, id)).filter((title) => title.startsWith('Nachweis'))).toEqual([])
  await add('Neuer Vertrag', 400)
  expect(await titlesAt(house, itStaff, id)).toEqual([])
})

test('evidence of somebody who left is the duty of the security officer', async ({ house }) => {
  const { id, path, tobias } = await castOf(house, 'Verwaist')
  const validUntil = dayFrom(house, 2)
  await tobias.post(`${path}/answers/AKT.1.1/evidence`, { link: 'https://a.example/x', title: 'Karte', validUntil })
  const person = await personId(house, itStaff)
  const end = (until: string | null) =>
    asOwner(house, (db) =>
      sql`update identity.role_grant set until_day = ${until}::date where person_id = ${person}::uuid`.execute(db),
    )
  await end(dayFrom(house, -1))
  expect(await titlesAt(house, isb, id)).toContain('Nachweis „Karte“ erneuern')
  expect(await titlesAt(house, hvb, id)).not.toContain('Nachweis „Karte“ erneuern')
  await end(null)
})

test('where there is no check the first one is to be begun', async ({ house }) => {
  const ofElbaue = async () => (await dutiesOf(house, elbaue)).filter(({ source }) => source === 'security/assessments')
  const head = await personId(house, elbaue)
  // As if it had none: the only one it has is closed.
  const close = (at: string | null) =>
    asOwner(house, (db) =>
      sql`update security.assessment s
             set closed_at = ${at}::timestamptz, closed_why = case when ${at}::timestamptz is not null then 'undone' end,
                 closed_by = case when ${at}::timestamptz is not null then ${head}::uuid end
            from organizations.organization o
           where o.id = s.organization_id and o.name = 'Verbandsgemeinde Elbaue'`.execute(db),
    )
  expect((await ofElbaue()).map(({ title }) => title)).toEqual(['9 Fragen in „Lotsenwerk-Startcheck“ beantworten'])
  await close(house.clock.now().toString())
  const ofChecks = await ofElbaue()
  await close(null)
  expect(ofChecks).toMatchObject([{ title: 'Die erste Prüfung beginnen', url: '/pruefungen/neu' }])
  expect(await titlesAt(house, office, '/pruefungen/neu')).toEqual([])
})

test('who has every role sees each duty once', async ({ house }) => {
  const duties = await dutiesOf(house, everything)
  expect(duties.length).toBeGreaterThan(0)
  expect(new Set(duties.map(({ title, url }) => `${title} ${url}`)).size).toBe(duties.length)
})
