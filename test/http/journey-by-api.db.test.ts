// The journey of R1.1 by API, with the tokens of two people of Musterstadt and a stranger of Elbaue.
import { describe, expect } from 'vitest'
import { assessor, elbaue, isb, itStaff, manager, observer, test } from '../harness/house.ts'
import {
  type AnswerJson,
  type AssessmentJson,
  importCatalog,
  levelCatalog,
  ownOrganization,
  smallCatalog,
  startCheck,
} from './checks.ts'

describe('a check is started', () => {
  test('by the security officer, with nothing answered and no score', async ({ house }) => {
    const check = await startCheck(house, isb, 'Anfang')
    expect(check).toMatchObject({
      state: 'open',
      progress: { answered: 0, total: 4 },
      score: { percent: null },
      groups: [
        { key: 'AKT', title: 'Akten und Ablage', answered: 0, total: 3, percent: null },
        { key: 'TEL', title: 'Telefon', answered: 0, total: 1, percent: null },
      ],
    })
    const tobias = await house.as(itStaff)
    expect((await tobias.get<AssessmentJson>(`/assessments/${check.id}`)).body).toEqual(check)
  })

  test('once per catalog: the second start is refused with a sentence that says where to go on', async ({ house }) => {
    const check = await startCheck(house, isb, 'Zweimal')
    const tobias = await house.as(itStaff)
    const { organizationId, catalogId } = check
    const second = await tobias.post('/assessments', { organizationId, catalogId })
    expect(second.status).toBe(422)
    expect(second.body).toMatchObject({
      type: '/fehler/nicht-moeglich',
      title: 'Mit „Zweimal“ (Fassung 1.0) läuft schon eine Prüfung. Bitte dort weiterarbeiten.',
      errors: [{ path: 'catalogId', message: 'Mit diesem Katalog läuft schon eine Prüfung.' }],
    })
  })

  test('on a catalog in levels too: a level comes with its target, and the score is how much of it is reached', async ({
    house,
  }) => {
    const catalogId = await importCatalog(house, levelCatalog())
    const jana = await house.as(isb)
    const organizationId = await ownOrganization(jana)
    const { body } = await jana.post<{ id: string; scale: string }>('/assessments', { organizationId, catalogId })
    expect(body.scale).toBe('level0to5WithTarget')
    const { items } = (await jana.get<{ items: { id: string }[] }>(`/catalogs/${catalogId}/controls`)).body
    const answer = `/assessments/${body.id}/answers/${items[0]?.id}`
    for (const [given, path] of [
      [{ answer: 'yes', level: 2, target: 3 }, 'answer'],
      [{ answer: 'no' }, 'answer'],
      [{ level: 2 }, 'target'],
      [{ level: 6, target: 3 }, 'level'],
    ] as const) {
      const refused = await jana.put<{ errors: { path: string }[] }>(answer, given)
      expect([refused.status, refused.body.errors.map((error) => error.path)]).toEqual([422, [path]])
    }
    expect((await jana.put(answer, { level: 2, target: 4 })).body).toMatchObject({ answer: null, level: 2, target: 4 })
    const check = await jana.get(`/assessments/${body.id}`)
    expect(check.body).toMatchObject({ score: { percent: 50 }, progress: { answered: 1 } })
  })

  test('not for another town, and not by those who do not answer', async ({ house }) => {
    const catalogId = await importCatalog(house, smallCatalog('Fremd'))
    const organizationId = await ownOrganization(await house.as(isb))
    for (const email of [elbaue, manager, assessor, observer]) {
      const refused = await (await house.as(email)).post('/assessments', { organizationId, catalogId })
      expect([email, refused.status]).toEqual([email, 403])
      expect(refused.body['title']).toMatch(/^Eine Prüfung beginnen können nur /)
    }
  })

  test('not on a catalog or for an organization that does not exist', async ({ house }) => {
    const jana = await house.as(isb)
    const organizationId = await ownOrganization(jana)
    const catalogId = '01940d1c-5c00-7a60-8000-000000000000'
    expect((await jana.post('/assessments', { organizationId, catalogId })).status).toBe(404)
    expect((await jana.post('/assessments', { organizationId: catalogId, catalogId })).status).toBe(404)
  })
})

describe('answers', () => {
  test('move progress and score: yes / (yes + no) with one decimal, null while there is neither', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Zählen')
    const jana = await house.as(isb)
    const after = async (control: string, answer: string) => {
      expect((await jana.put(`/assessments/${id}/answers/${control}`, { answer })).status).toBe(200)
      const { body } = await jana.get<AssessmentJson>(`/assessments/${id}`)
      return [body.progress.answered, body.score.percent, ...body.groups.map(({ percent }) => percent)]
    }
    expect(await after('TEL.1', 'notApplicable')).toEqual([1, null, null, null])
    expect(await after('AKT.0', 'no')).toEqual([2, 0, 0, null])
    expect(await after('AKT.1.1', 'yes')).toEqual([3, 50, 50, null])
    expect(await after('AKT.1.1.1', 'yes')).toEqual([4, 66.7, 66.7, null])
  })

  test('carry who and when, and the note', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Wer')
    const tobias = await house.as(itStaff)
    const note = 'Erste Zeile\n„Zweite“ – mit Umlauten: äöüß'
    const saved = await tobias.put<AnswerJson>(`/assessments/${id}/answers/TEL.1`, { answer: 'yes', note })
    expect(saved.body).toMatchObject({ answer: 'yes', note, version: 1, answeredBy: { name: 'Tobias Brandt' } })
    const jana = await house.as(isb)
    expect((await jana.get<AnswerJson>(`/assessments/${id}/answers/TEL.1`)).body).toEqual(saved.body)
  })

  test('to a question that is not in this check do not exist', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Fehlend')
    const jana = await house.as(isb)
    expect((await jana.put(`/assessments/${id}/answers/lw-start-01`, { answer: 'yes' })).status).toBe(404)
    expect((await jana.get(`/assessments/${id}/answers/AKT.0`)).status).toBe(404)
  })

  test('must be one of the three, with a German sentence otherwise', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Vielleicht')
    const jana = await house.as(isb)
    for (const given of [{ answer: 'maybe' }, {}, { answer: null }]) {
      const refused = await jana.put(`/assessments/${id}/answers/AKT.0`, given)
      expect(refused.status).toBe(422)
      expect(refused.body['errors']).toEqual([
        { path: 'answer', message: 'Bitte wählen Sie Ja, Nein oder Nicht relevant.' },
      ])
    }
  })
})

describe('the navigator of Elbaue', () => {
  test('finds none of it: every way in answers as if it did not exist', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Unsichtbar')
    const jana = await house.as(isb)
    await jana.put(`/assessments/${id}/answers/AKT.0`, { answer: 'no', note: 'Geheimes' })
    const jonas = await house.as(elbaue)
    const nowhere = '01940d1c-5c00-7a60-8000-000000000000'
    for (const path of ['', '/answers/AKT.0', '/answers/AKT.0/history', '/poam.json']) {
      const [there, nothing] = [
        await jonas.get(`/assessments/${id}${path}`),
        await jonas.get(`/assessments/${nowhere}${path}`),
      ]
      expect([path, there.status]).toEqual([path, 404])
      expect({ ...there.body, requestId: '' }).toEqual({ ...nothing.body, requestId: '' })
    }
    expect((await jonas.put(`/assessments/${id}/answers/AKT.0`, { answer: 'yes', version: 1 })).status).toBe(404)
    expect((await jonas.get('/assessments')).text).not.toContain(id)
    expect((await jana.get<AnswerJson>(`/assessments/${id}/answers/AKT.0`)).body.version).toBe(1)
  })

  test('nor by the pages', async ({ house }) => {
    const { id } = await startCheck(house, isb, 'Unsichtbare Seiten')
    const jonas = await house.signedIn(elbaue)
    const paths = ['', '/fragen', '/fragen?auswahl=offen', '/fragen/AKT.0', '/naechste-frage', '/offene-punkte.json']
    for (const path of paths) expect([path, (await jonas.get(`/pruefungen/${id}${path}`)).status]).toEqual([path, 404])
    await jonas.get('/')
    expect((await jonas.post(`/pruefungen/${id}/fragen/AKT.0/antwort`, { answer: 'yes' })).status).toBe(404)
    expect((await jonas.get('/pruefungen')).html).not.toContain(id)
  })
})
