// Examples of the OpenAPI document; a test holds each against its schema.
import { answerExample } from '../examples.ts'

const shown = 'Protokoll zur Abnahme\n\nWas geprüft ist\n- Kommune: Stadt Musterstadt\n'
const shownSha256 = '9f2c1d6a0b4e58737c31f0a5d2e8b6947f10c3d5a8e9b2764d0f1c3e5a7b9d81'

export const protocolExample = { state: 'open', side: 'organization', text: shown, sha256: shownSha256 }

export const signOffExample = {
  id: '01940d1c-5c00-7a60-8000-8e9f00112233',
  side: 'organization',
  signedBy: answerExample.answeredBy,
  role: 'securityOfficer',
  actingFor: 'Stadt Musterstadt',
  signedAt: '2026-11-27T10:42:00Z',
  shown,
  shownSha256,
  withdrawnAt: null,
}

export const reopeningExample = {
  id: '01940d1c-5c00-7a60-8000-9f0011223344',
  reason: 'Frage 12 ist auf der falschen Seite beantwortet.',
  askedSide: 'organization',
  askedBy: answerExample.answeredBy,
  askedAt: '2026-12-01T08:15:00Z',
  agreed: null,
  decidedBy: null,
  decidedAt: null,
}
