// Sample calls of consents.
import { hvb, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

export async function consentSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const auental = 'isb@auental.example'
  const birgit = await house.as(auental)
  const standing = (await birgit.get<{ items: { id: string }[] }>('/consents')).body.items
  return {
    listConsentPurposes: { email: auental },
    listConsents: { email: auental, query: 'purpose=namedInStatePicture' },
    giveConsent: { email: hvb, body: { purpose: 'namedInStatePicture', textVersion: 1 } },
    revokeConsent: { of: standing[0]?.id ?? '', email: auental },
  }
}
