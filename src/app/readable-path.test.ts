import { expect, test } from 'vitest'
import { newSecret } from '#platform/crypto/random.ts'
import { holdsSecret, readablePath } from './readable-path.ts'

test('secrets of links are unreadable in the log, whole, cut, lengthened or followed by more', () => {
  const secret = newSecret()
  for (const path of [
    `/einladung/${secret}`,
    `/einladung/${secret.slice(0, 9)}`,
    `/neues-passwort/${secret}AA`,
    `/neue-adresse/${secret}`,
    `/kalender/${secret}.ics`,
    `/kalender/${secret.slice(0, 9)}`,
    '/kalender/abonnierenAA',
  ]) {
    expect(readablePath(path)).toMatch(/^\/[a-z-]+\/…$/)
    expect(holdsSecret(path)).toBe(true)
  }
  expect(readablePath(`/api/v1/invitations/${secret}/acceptance`)).toBe('/api/v1/invitations/…/acceptance')
  expect(readablePath(`/einladung/${secret}/annehmen`)).toBe('/einladung/…/annehmen')
})

test('whatever looks like a secret elsewhere is unreadable too', () => {
  expect(readablePath(`/kalender/${newSecret()}`)).toBe('/kalender/…')
  expect(readablePath(`//${newSecret()}/`)).toBe('//…/')
})

test('ordinary addresses stay readable', () => {
  const id = '01940d1c-5c00-7a60-8000-2f1d3a4b5c6d'
  for (const path of [
    '/',
    '/einladungen',
    `/pruefungen/${id}/fragen/lw-start-24`,
    '/einladung/',
    '/kalender',
    '/kalender/abonnieren',
    `/kalender/abonnieren/${id}/beenden`,
    `/api/v1/assessments/${id}`,
  ]) {
    expect(readablePath(path)).toBe(path)
    expect(holdsSecret(path)).toBe(false)
  }
})
