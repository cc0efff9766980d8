// Both sides sign the same text; the first signature stops the answers, the second freezes the check.
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { unitOfWork } from '#platform/db/unit-of-work.ts'
import { asOwner } from '../access/as-owner.ts'
import { assessor, elbaue, hvb, isb, itStaff, manager, test } from '../harness/house.ts'
import { formTo } from '../http/html.ts'
import { startCheck } from '../http/checks.ts'
import { castOf, password, signAs, signedOff, stateOf, toldTo } from './cast.ts'

interface Items<Item> {
  items: Item[]
}

describe('signing', () => {
  test('by the first side stops the answers, by the second freezes the check', async ({ house }) => {
    const cast = await castOf(house, 'Zwei Unterschriften')
    const { path, jana, arne } = cast
    await arne.put(`${path}/reviews/AKT.1.1.1`, { verdict: 'disputed', remark: 'Anders gesehen.' })
    const first = await signAs(jana, cast, 'organization')
    expect([first.status, first.body.state, await stateOf(cast)]).toEqual([201, 'inReview', 'inReview'])
    const stopped = await jana.put<{ title: string }>(`${path}/answers/TEL.1`, { answer: 'yes' })
    expect([stopped.status, stopped.body.title]).toEqual([422, expect.stringContaining('schon unterschrieben')])
    expect((await arne.put(`${path}/reviews/AKT.1.1`, { verdict: 'confirmed' })).status).toBe(200)
    expect(await toldTo(house, arne)).toContain('Jetzt ist Ihre Seite an der Reihe')
    const second = await signAs(arne, cast, 'assessor')
    expect([second.status, second.body.state, await stateOf(cast)]).toEqual([201, 'signedOff', 'signedOff'])
    expect(await toldTo(house, jana)).toContain('Damit ist sie abgenommen')
    const frozen = await jana.put<{ title: string }>(`${path}/answers/AKT.1.1`, { answer: 'no', version: 1 })
    expect([frozen.status, frozen.body.title]).toEqual([422, expect.stringContaining('abgenommen')])
    for (const write of [
      arne.put(`${path}/reviews/AKT.1.1`, { verdict: 'disputed', remark: 'Doch nicht' }),
      arne.post(`${path}/reviews/AKT.1.1/remarks`, { text: 'Noch etwas' }),
      jana.post(`${path}/reviews/AKT.1.1.1/remarks`, { text: 'Noch etwas' }),
    ])
      expect((await write).status).toBe(422)
  })

  test('names in the signed text what is open, unconfirmed and disputed, and who signs as what', async ({ house }) => {
    const cast = await castOf(house, 'Was drin steht')
    const { path, martin, arne } = cast
    await arne.put(`${path}/reviews/AKT.1.1`, { verdict: 'disputed', remark: 'Anders gesehen.' })
    const { body } = await signAs(martin, cast, 'organization')
    const { shown, shownSha256, role } = body.signOff
    expect(role).toBe('chiefExecutive')
    expect(createHash('sha256').update(shown, 'utf8').digest('hex')).toBe(shownSha256)
    expect(shown).toMatch(/Kommune: Stadt Musterstadt\n.*\n.*\n- SHA-256 des Katalogs: [0-9a-f]{64}/)
    expect(shown).toContain('- Beantwortet: 2 von 4 Fragen')
    expect(shown).toMatch(/Nicht beantwortet \(2\)\n- AKT\.0: .+\n- TEL\.1: .+/)
    expect(shown).toMatch(/Strittig \(1\)\n- AKT\.1\.1: .+/)
    expect(shown).toContain(
      'Es unterschreibt Martin Köhler (Verwaltungsleitung, Stadt Musterstadt) für die Seite Kommune.',
    )
    const entries = await asOwner(house, (db) =>
      sql<{
        sha256: string
      }>`select data->>'sha256' as sha256 from audit.entry where event = 'signature.given' order by id desc limit 1`.execute(
        db,
      ),
    )
    expect(entries.rows[0]?.sha256).toBe(shownSha256)
  })

  test('is deterministic: the text shown twice has the same hash, and any changed note another one', async ({
    house,
  }) => {
    const { path, jana } = await castOf(house, 'Gleicher Text')
    const read = async () => (await jana.get<{ sha256: string; text: string }>(`${path}/sign-off-protocol`)).body
    const before = await read()
    house.clock.set(house.clock.now().add({ minutes: 7 }))
    expect(await read()).toEqual(before)
    await jana.put(`${path}/answers/AKT.1.1`, { answer: 'yes', note: 'Ein Wort mehr', version: 1 })
    expect((await read()).sha256).not.toBe(before.sha256)
  })

  test('needs the right password, the right side and the right role', async ({ house }) => {
    const cast = await castOf(house, 'Wer unterschreibt')
    const { path, jana, tobias, arne } = cast
    const wish = { side: 'organization', password }
    for (const [who, body, status] of [
      [jana, { ...wish, password: 'falsch' }, 422],
      [jana, { side: 'organization' }, 422],
      [jana, { ...wish, password: '' }, 422],
      [jana, { ...wish, side: 'assessor' }, 403],
      [jana, { ...wish, side: 'beide' }, 422],
      [arne, wish, 403],
      [tobias, wish, 403],
      [await house.as(manager), wish, 404],
      [await house.as(elbaue), wish, 404],
    ] as const) {
      const reply = await who.post(`${path}/sign-offs`, body)
      expect([JSON.stringify(body), reply.status]).toEqual([JSON.stringify(body), status])
    }
    expect(await stateOf(cast)).toBe('open')
  })

  test('happens once for each side, and never twice by one person', async ({ house }) => {
    const cast = await castOf(house, 'Einmal')
    await signAs(cast.jana, cast, 'organization')
    const again = await signAs(cast.martin, cast, 'organization')
    expect([again.status, again.body.title]).toEqual([
      422,
      expect.stringContaining('Für Ihre Seite hat Jana Wiesner schon unterschrieben'),
    ])
    expect((await signAs(cast.jana, cast, 'organization')).body.title).toContain('Sie haben schon unterschrieben')
    await expect(
      asOwner(house, (db) =>
        sql`insert into security.sign_off (id, organization_id, assessment_id, catalog_id, side, signature_id, signed_by, signed_at)
            select gen_random_uuid(), organization_id, assessment_id, catalog_id, 'assessor', signature_id, signed_by, signed_at
              from security.sign_off where assessment_id = ${cast.id}::uuid`.execute(db),
      ),
    ).rejects.toThrow('sign_off_one_of_a_person')
  })

  test('what changed since it was read is 409 with the new text; without a hash the program trusts itself', async ({
    house,
  }) => {
    const cast = await castOf(house, 'Inzwischen anders')
    const { path, jana, tobias } = cast
    const { sha256 } = (await jana.get<{ sha256: string }>(`${path}/sign-off-protocol`)).body
    await tobias.put(`${path}/answers/TEL.1`, { answer: 'no', note: 'Gerade eben' })
    const late = await signAs(jana, cast, 'organization', { shownSha256: sha256 })
    expect([late.status, await stateOf(cast)]).toEqual([409, 'open'])
    expect(late.body.text).toContain('- Beantwortet: 3 von 4 Fragen')
    expect(late.text).toContain('"controlId":"TEL.1"')
    expect((await signAs(jana, cast, 'organization', { shownSha256: late.body.sha256 })).status).toBe(201)
    // The same form once more, after a lost connection.
    expect((await signAs(jana, cast, 'organization', { shownSha256: late.body.sha256 })).status).toBe(201)
    expect((await jana.get<Items<unknown>>(`${path}/sign-offs`)).body.items).toHaveLength(1)
  })
})

describe('taking a signature back', () => {
  test('opens the check again, with a reason that both sides read; only one’s own side’s and only before the second', async ({
    house,
  }) => {
    const cast = await castOf(house, 'Zurück')
    const { path, jana, martin, arne } = cast
    const { id } = (await signAs(jana, cast, 'organization')).body.signOff
    const withdrawal = `${path}/sign-offs/${id}/withdrawal`
    expect((await arne.post(withdrawal, { reason: 'Nicht meine' })).status).toBe(403)
    expect((await jana.post(withdrawal, { reason: '' })).status).toBe(422)
    expect((await martin.post(withdrawal, { reason: 'Zwei Antworten fehlen noch.' })).status).toBe(200)
    expect([await stateOf(cast), await toldTo(house, arne)]).toEqual([
      'open',
      expect.stringContaining('zurückgenommen'),
    ])
    expect((await jana.put(`${path}/answers/TEL.1`, { answer: 'yes' })).status).toBe(200)
    expect((await martin.post(withdrawal, { reason: 'Noch einmal' })).status).toBe(422)
    const next = (await signAs(jana, cast, 'organization')).body.signOff.id
    await signAs(arne, cast, 'assessor')
    const late = await jana.post<{ title: string }>(`${path}/sign-offs/${next}/withdrawal`, { reason: 'Zu spät' })
    expect([late.status, late.body.title]).toEqual([422, expect.stringContaining('Zurück geht es nur gemeinsam')])
    expect((await jana.post(`${path}/sign-offs/${cast.id}/withdrawal`, { reason: 'Gibt es nicht' })).status).toBe(404)
  })

  test('behind the back of the verbs is refused by the rows themselves', async ({ house }) => {
    const cast = await signedOff(house, 'Hintenherum')
    const me = await cast.jana.get<{ person: { id: string }; actingFor: { id: string } }>('/me')
    const as = { personId: me.body.person.id, actingFor: me.body.actingFor.id }
    const now = house.clock.now()
    await expect(
      unitOfWork(house.services.database, { as, now, mode: 'read write' }, (db) =>
        sql`update security.sign_off set withdrawn_at = ${now.toString()}::timestamptz, withdrawn_by = ${as.personId}::uuid, withdrawal_reason = 'x'
             where assessment_id = ${cast.id}::uuid`.execute(db),
      ),
    ).rejects.toThrow('both sides open what both have signed')
    expect(await stateOf(cast)).toBe('signedOff')
  })
})

describe('on pages', () => {
  test('the text is shown and signed; the password is never shown again, a wrong one is refused', async ({ house }) => {
    const cast = await castOf(house, 'Auf der Seite')
    const jana = await house.signedIn(isb)
    const shown = await jana.get(`${cast.page}/abnahme`)
    expect(shown.text).toContain('Was unterschrieben wird')
    expect(shown.text).toMatch(/Prüfhaus noch nicht unterschrieben Unterschreiben kann: Felix Arendt/)
    const { fields } = formTo(shown.html, `${cast.page}/abnahme`)
    const wrong = await jana.post(`${cast.page}/abnahme`, { ...fields, password: 'geheim-und-falsch' })
    expect([wrong.status, wrong.text.includes('Ihr Passwort stimmt nicht')]).toEqual([422, true])
    expect(wrong.html).not.toContain('geheim-und-falsch')
    const done = await jana.post(`${cast.page}/abnahme`, { ...fields, password })
    expect([done.status, done.text.includes('In Abnahme')]).toEqual([200, true])
    const arne = await house.signedIn(assessor)
    const second = await arne.get(`${cast.page}/abnahme`)
    expect(second.text).toMatch(/Schon unterschrieben Jana Wiesner \(Informationssicherheit, Stadt Musterstadt\)/)
    await arne.post(`${cast.page}/abnahme`, { ...formTo(second.html, `${cast.page}/abnahme`).fields, password })
    const overview = await jana.get(cast.page)
    expect(overview.text).toMatch(/Abgenommen: Die Prüfung bleibt, wie sie ist Kommune: Jana Wiesner .* Prüfhaus: /)
    expect((await jana.get(`${cast.page}/fragen/AKT.1.1`)).html).not.toContain(
      `action="${cast.page}/fragen/AKT.1.1/antwort"`,
    )
  })

  test('whoever changed something since it was read is named, and the new text waits for its own signature', async ({
    house,
  }) => {
    const cast = await castOf(house, 'Dazwischen')
    const jana = await house.signedIn(isb)
    const { fields } = formTo((await jana.get(`${cast.page}/abnahme`)).html, `${cast.page}/abnahme`)
    await cast.tobias.put(`${cast.path}/answers/TEL.1`, { answer: 'no' })
    const changed = await jana.post(`${cast.page}/abnahme`, { ...fields, password })
    expect([changed.status, await stateOf(cast)]).toEqual([409, 'open'])
    expect(changed.text).toMatch(/Tobias Brandt, Antwort: Anrufe von Unbekannten/)
    expect(changed.html).not.toContain(password)
    const anew = formTo(changed.html, `${cast.page}/abnahme`).fields
    expect(anew['shownSha256']).not.toBe(fields['shownSha256'])
    expect((await jana.post(`${cast.page}/abnahme`, { ...anew, password })).text).toContain('In Abnahme')
  })

  test('who answered in the last ten minutes is named before one signs, and what they typed is kept when they come too late', async ({
    house,
  }) => {
    const cast = await castOf(house, 'Mitten im Schreiben')
    await cast.tobias.put(`${cast.path}/answers/TEL.1`, { answer: 'no' })
    const [martin, tobias] = [await house.signedIn(hvb), await house.signedIn(itStaff)]
    await tobias.get(`${cast.page}/fragen/TEL.1`)
    const shown = await martin.get(`${cast.page}/abnahme`)
    expect(shown.text).toMatch(/In den letzten zehn Minuten wurde noch gearbeitet.*Tobias Brandt/)
    await martin.post(`${cast.page}/abnahme`, { ...formTo(shown.html, `${cast.page}/abnahme`).fields, password })
    const late = await tobias.post(`${cast.page}/fragen/TEL.1/antwort`, {
      answer: 'yes',
      note: 'Eine lange Notiz, an der ich gerade schrieb.',
      version: '1',
    })
    expect(late.status).toBe(422)
    expect(late.text).toContain('Eine Seite hat die Prüfung schon unterschrieben')
    expect(late.text).toMatch(
      /Ihre Eingabe, nicht gespeichert.*Ihre Antwort: Ja\..*Eine lange Notiz, an der ich gerade schrieb\./,
    )
    house.clock.set(house.clock.now().add({ minutes: 11 }))
    const other = await castOf(house, 'Ruhe')
    house.clock.set(house.clock.now().add({ minutes: 11 }))
    expect((await martin.get(`${other.page}/abnahme`)).text).not.toContain('wurde noch gearbeitet')
  })

  test('where nobody is assigned, one signature leaves the check in review, and the page says who assigns', async ({
    house,
  }) => {
    const { id } = await startCheck(house, elbaue, 'Ohne Prüferin')
    const timm = await house.as(elbaue)
    expect((await timm.post(`/assessments/${id}/sign-offs`, { side: 'organization', password })).status).toBe(201)
    const shown = await (await house.signedIn(elbaue)).get(`/pruefungen/${id}/abnahme`)
    expect(shown.text).toContain(
      'Zum Prüfen ist zurzeit niemand zugewiesen. Wer prüft, legt die Programmleitung des Verbunds fest.',
    )
    expect((await timm.get<{ state: string }>(`/assessments/${id}`)).body.state).toBe('inReview')
  })

  test('who may not sign reads the text and learns who may', async ({ house }) => {
    const cast = await castOf(house, 'Nur lesen')
    const tobias = await house.signedIn(itStaff)
    const shown = await tobias.get(`${cast.page}/abnahme`)
    expect([shown.status, shown.text.includes('Unterschreiben können andere')]).toEqual([200, true])
    expect((await (await house.signedIn(manager)).get(`${cast.page}/abnahme`)).status).toBe(404)
  })
})
