// All municipalities of a state come in, go out, and come into an installation that knows none of them.
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { needsSharedData, sharedData } from '../fixtures/shared-data.ts'
import { asOwner } from '../access/as-owner.ts'
import { manager, openTestHouse, test, type TestHouse } from '../harness/house.ts'
import { bookOf, exported, programmeNamed, type Row, send } from './workbooks.ts'

const register = sharedData('geo/kommunen-133.csv')

function municipalities(): Row[] {
  const [head = '', ...lines] = readFileSync(register ?? '', 'utf8')
    .replace(/^\ufeff/, '')
    .trim()
    .split(/\r?\n/)
  const headers = head.split(';')
  return lines.map((line) => Object.fromEntries(line.split(';').map((cell, at) => [headers[at] ?? '', cell])))
}

const phases = ['Anmeldung', 'Vorbereitung', 'Vor Ort', 'Bericht', 'Paket', 'Abnahme', 'Fertig']
const documents = ['fehlt', 'liegt vor', 'geprüft', 'gibt es nicht']
const accounts = ['Geplant', 'Beauftragt', 'Geliefert', 'Abgenommen', 'In Rechnung', 'Abgerechnet']
const day = (at: number): string => `${String((at % 28) + 1).padStart(2, '0')}.0${(at % 9) + 1}.2026`
const named = (one: Row): Row => ({
  ARS: one['ars'] ?? '',
  AGS: one['ags'] ?? '',
  Name: one['name'] ?? '',
  Art: one['typ'] ?? '',
})

/** In an order of its own, each municipality somewhere else. */
const told = () => {
  const all = municipalities().toSorted((a, b) => (a['name'] ?? '').length - (b['name'] ?? '').length)
  return {
    Übersicht: all.map((one, at) => ({
      Bemerkung: at % 5 === 0 ? `Rückruf am ${day(at)}\nzweite Zeile` : '',
      Phase: phases[at % phases.length] ?? '',
      ...named(one),
      Landkreis: one['kreis'] ?? '',
      Seit: day(at),
      'Letzter Kontakt': at % 3 === 0 ? day(at + 1) : '',
      Betreuung: at % 4 === 0 ? 'lotse@verbund.example' : '',
    })),
    Ansprechpersonen: all.map((one, at) => ({
      ...named(one),
      Funktion: 'ISB',
      Ansprechpartner: `Stelle ${at}`,
      Mail: `stelle${at}@kommune${at}.example`,
    })),
    Termine: all.map((one, at) => ({
      ...named(one),
      Termin: 'Vor-Ort-Termin',
      Datum: day(at),
      Beginn: at % 3 === 0 ? '' : '9:00',
      Ende: at % 3 === 1 ? '15:30' : '',
    })),
    Unterlagen: all.map((one, at) => ({
      ...named(one),
      Netzplan: documents[at % 4] ?? '',
      Notfallplan: 'gibt es nicht',
    })),
    Budget: all.map((one, at) => ({ ...named(one), [accounts[at % 6] ?? '']: '16.100,01 €', Rest: '13.899,99 €' })),
  }
}

/** Keeps the programme and its people, and nothing of any road. */
const emptied = (house: TestHouse) =>
  asOwner(house, (db) =>
    sql`truncate loads.opening_amount, programmes.enrollment, organizations.contact cascade`.execute(db),
  )

test.skipIf(!register)(
  `133 municipalities come in, go out, come into an empty house and go out the same (${needsSharedData('geo/kommunen-133.csv')})`,
  { timeout: 180_000 },
  async ({ house }) => {
    const torsten = await house.as(manager)
    const programmeId = await programmeNamed(torsten, 'sicherkommunal')
    await emptied(house)
    const book = told()
    const dry = await send(torsten, book, { programmeId, dryRun: true, addUnknown: true })
    expect(dry.body).toMatchObject({ refused: [], total: 133, added: 133, unknownColumns: [] })
    const done = await send(torsten, book, { programmeId, addUnknown: true })
    expect(done.body.brings).toEqual({ ...dry.body.brings })
    expect(done.body.brings).toMatchObject({ contacts: 133, appointments: 133, amounts: 133, amountCents: 399_000_000 })
    expect((await send(torsten, book, { programmeId, addUnknown: true })).body).toMatchObject({
      refused: [],
      added: 0,
      changed: 0,
      unchanged: 133,
    })
    const out = await exported(torsten, programmeId)
    expect(bookOf(out)['Stand']?.filter((row) => row['Teilnahme'] === 'ja').length).toBe(133)

    const other = await openTestHouse()
    try {
      await emptied(other)
      const there = await other.as(manager)
      const otherId = await programmeNamed(there, 'sicherkommunal')
      const file = await torsten.download(`/programmes/${programmeId}/export.xlsx`)
      const came = await send(there, file, { programmeId: otherId, addUnknown: true })
      expect(came.body).toMatchObject({ refused: [], added: 133 })
      expect(await exported(there, otherId)).toEqual(out)
    } finally {
      await other.close()
    }
  },
)
