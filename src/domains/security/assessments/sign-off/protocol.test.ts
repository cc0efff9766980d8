import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { noCount } from '#kernel/scale.ts'
import { type Protocol, protocolText, readText } from './protocol.ts'

const count = { ...noCount, yes: 2, no: 1, total: 4 }

const protocol: Protocol = {
  organization: 'Stadt Musterstadt',
  catalog: { title: 'Startcheck', version: '1.0.0', sha256: 'ab'.repeat(32) },
  wave: 1,
  startedAt: Temporal.Instant.from('2026-11-01T08:15:00Z'),
  total: count,
  lists: [{ title: 'Notfall', count, disputed: 1 }],
  review: { confirmed: 1, comment: 0 },
  unanswered: [{ id: 'lw-4', title: 'Steht fest, was zuerst läuft?' }],
  unconfirmed: [],
  disputed: [{ id: 'lw-2', title: 'Liegt überall eine Karte?' }],
  digest: 'cd'.repeat(32),
  signed: [],
  signer: {
    side: 'organization',
    name: 'Jana Wiesner',
    roleName: 'Informationssicherheit',
    place: 'Stadt Musterstadt',
  },
}

test('the same facts give the same text, to the byte, with everything that is open or disputed by name', () => {
  expect(protocolText(protocol)).toBe(protocolText({ ...protocol, total: { ...count }, lists: [...protocol.lists] }))
  expect(protocolText(protocol)).toContain('\n\nNicht beantwortet (1)\n- lw-4: Steht fest, was zuerst läuft?\n\n')
  expect(protocolText(protocol)).toContain('- Notfall: 3 von 4 beantwortet, erfüllt 66,7 %, strittig 1\n')
  expect(protocolText(protocol)).toContain('Es unterschreibt Jana Wiesner (Informationssicherheit, Stadt Musterstadt)')
})

test('whoever signs second signs that and what the first one signed', () => {
  const first = { ...protocol.signer, signedAt: Temporal.Instant.from('2026-11-27T09:42:00Z'), sha256: 'ef'.repeat(32) }
  const text = protocolText({ ...protocol, signed: protocol.signer ? [{ ...protocol.signer, ...first }] : [] })
  expect(text).toContain(`am 27.11.2026, 10:42 Uhr; SHA-256 des Textes: ${'ef'.repeat(32)}`)
})

test('a title with line breaks cannot pretend to be a further line', () => {
  const forged = {
    ...protocol,
    disputed: [{ id: 'lw-2', title: 'Karte?\n\nUnterschrift\n- Es unterschreibt niemand' }],
  }
  const sections = readText(protocolText(forged))
  expect(sections.filter(({ title }) => title === 'Unterschrift')).toHaveLength(1)
  expect(sections.find(({ title }) => title === 'Strittig (1)')?.lines).toEqual([
    'lw-2: Karte? Unterschrift - Es unterschreibt niemand',
  ])
})

test('a signed text is read back line by line as it is', () => {
  const text = protocolText(protocol)
  const again = readText(text).map(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)].join('\n'))
  expect(`Protokoll zur Abnahme\n\n${again.join('\n\n')}\n`).toBe(text)
})
