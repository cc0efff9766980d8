// Sample calls of proofs of use and of the days before the deadline.
import { isb, manager, type TestHouse } from '../harness/house.ts'
import { programmeNamed } from '../loads/workbooks.ts'
import type { Sample } from './sample-calls.ts'

interface Proof {
  id: string
  narrativeVersion: number
  termsVersion: number
}

export async function proofSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const torsten = await house.as(manager)
  const programme = await programmeNamed(torsten, 'sicherkommunal')
  const proof = (await torsten.get<{ items: Proof[] }>('/proofs-of-use')).body.items[0]
  const roads = await (await house.as(isb)).get<{ items: { id: string }[] }>(`/enrollments?programmeId=${programme}`)
  const year = { email: manager, of: programme }
  const one = { email: manager, of: proof?.id ?? '' }
  const own = { email: isb, of: roads.body.items[0]?.id ?? '' }
  const version = proof?.narrativeVersion ?? 1
  return {
    getYearEnd: year,
    listYearEndReminders: year,
    previewYearEndReminders: { ...year, body: {} },
    sendYearEndReminders: { ...year, body: { again: true } },
    listProofsOfUse: { email: manager },
    addProofOfUse: { email: manager, body: { programmeId: await freshProgramme(house) } },
    getProofOfUse: one,
    getProofOfUseFigures: one,
    listProofOfUseVouchers: one,
    listProofOfUseNarratives: one,
    getProofOfUseDraftPdf: one,
    getProofOfUseDraftXlsx: one,
    // The sample of the narrative was saved just before.
    freezeProofOfUse: { ...one, body: { kind: 'interim', narrativeVersion: version + 1, reason: 'Probe' } },
    setProofOfUseNarrative: { ...one, body: { text: 'Sachbericht zur Probe.', version } },
    changeProofOfUse: { ...one, body: { dueMonths: 6, keepYears: 5, version: proof?.termsVersion ?? 1 } },
    getOwnProofOfUse: own,
    getOwnProofOfUsePdf: own,
  }
}

async function freshProgramme(house: TestHouse): Promise<string> {
  const { body } = await (
    await house.as(manager)
  ).post<{ id: string }>('/programmes', {
    name: 'Noch ohne Nachweis',
    deadline: '2099-12-31',
    totalCents: 100,
    stages: [{ title: 'Stufe 1', amountCents: 100 }],
  })
  return body.id
}
