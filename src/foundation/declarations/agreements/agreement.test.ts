import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { agreementSheet, agreementState } from './agreement.ts'

const today = Temporal.PlainDate.from('2026-11-23')
const plain = { revokedAt: null, systemsOwner: '', ownerFileId: null, validFrom: '2026-11-01', validUntil: null }

test('an agreement is as valid as its days, its owner and its revocation say', () => {
  const state = (more: Partial<Parameters<typeof agreementState>[0]>) => agreementState({ ...plain, ...more }, today)
  expect(state({})).toBe('valid')
  expect(state({ validFrom: '2026-11-24' })).toBe('planned')
  expect(state({ validUntil: '2026-11-22' })).toBe('ended')
  expect(state({ validUntil: '2026-11-23' })).toBe('endsSoon')
  expect(state({ validUntil: '2026-12-23' })).toBe('endsSoon')
  expect(state({ validUntil: '2026-12-24' })).toBe('valid')
  expect(state({ systemsOwner: 'Rechenzentrum' })).toBe('waitsForOwner')
  expect(state({ systemsOwner: 'Rechenzentrum', ownerFileId: 'a' })).toBe('valid')
  expect(state({ revokedAt: Temporal.Instant.from('2026-11-20T08:00:00Z') })).toBe('revoked')
})

test('a permission to scan names each system, and says whose they are', () => {
  const wish = {
    kind: 'scanPermission' as const,
    targets: 'www.a.example\n\n192.0.2.0/24',
    timeWindow: '',
    systemsOwner: 'Rechenzentrum',
    validFrom: '2026-11-23',
    validUntil: '2026-12-31',
  }
  const { sections } = agreementSheet({
    wish,
    organization: 'A',
    programme: 'P',
    runBy: 'V',
    contractor: 'C',
    signer: null,
  })
  const linesOf = (title: string) => sections.find((section) => section.title === title)?.lines
  expect(linesOf('Was gescannt werden darf')).toEqual(['www.a.example', '192.0.2.0/24'])
  expect(linesOf('Wem die Systeme gehören')?.[0]).toContain('gilt erst, wenn auch dieser Eigentümer zugestimmt hat')
  expect(linesOf('Wie lange')?.[0]).toBe('Von 23.11.2026 bis 31.12.2026.')
})
