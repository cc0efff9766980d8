// Sample calls of documents, spot checks and contractor's reports. Musterstadt's protocol is closed, so it is opened for them.
import { sql } from 'kysely'
import { asOwner } from '../access/as-owner.ts'
import { assessor, demoPassword, hvb, isb, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

interface Listed<T> {
  items: T[]
}

interface Doc {
  id: string
  key: string | null
  state: string
  version: number
  files: { id: string }[]
  findings: { id: string }[]
}

const upload = (fields: Record<string, string>) => (): FormData => {
  const form = new FormData()
  for (const [field, value] of Object.entries(fields)) form.set(field, value)
  form.set('file', new Blob(['%PDF-1.7\nProbe']), 'probe.pdf')
  return form
}

const idOf = (thing: { id: string } | undefined): string => thing?.id ?? ''

const check = {
  object: 'Probe',
  what: 'Probe',
  expected: 'Probe',
  seen: 'Probe',
  result: 'asExpected',
  checkedOn: '2026-01-01',
}

const spotSamples = (enrollmentId: string, of: string): Record<string, Sample> => ({
  listSpotCheckTemplates: {},
  listSpotChecks: { query: `enrollmentId=${enrollmentId}` },
  getSpotCheck: { of },
  addSpotCheck: { email: assessor, body: { enrollmentId, ...check } },
  changeSpotCheck: { of, email: assessor, body: { ...check, version: 1, reason: 'Verwechselt.' } },
  addSpotCheckComment: { of, body: { text: 'Danke.' } },
  closeSpotChecks: { email: assessor, body: { enrollmentId } },
  getSpotChecksPdf: { of: enrollmentId },
  getSpotChecksXlsx: { of: enrollmentId },
})

export async function participationSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const jana = await house.as(isb)
  const programmes = (await jana.get<Listed<{ id: string; key: string }>>('/programmes')).body.items
  const programme = programmes.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
  const [road] = (await jana.get<Listed<{ id: string }>>(`/enrollments?programmeId=${programme}`)).body.items
  const enrollmentId = idOf(road)
  const documents = (await jana.get<Listed<Doc>>(`/documents?enrollmentId=${enrollmentId}`)).body.items
  const by = (key: string) => documents.find((one) => one.key === key)
  const missing = documents.find(({ state }) => state === 'missing')
  await asOwner(house, (db) =>
    sql`delete from participation.spot_protocol where enrollment_id = ${enrollmentId}::uuid`.execute(db),
  )
  const [spot] = (await jana.get<Listed<{ id: string }>>(`/spot-checks?enrollmentId=${enrollmentId}`)).body.items
  const reports = (
    await jana.get<Listed<{ id: string; comments: { id: string; settledAt: string | null }[] }>>(
      `/contractor-reports?enrollmentId=${enrollmentId}`,
    )
  ).body.items
  const report = reports[0]
  const [ines, birgit] = ['pruefung@pruefhaus.example', 'isb@auental.example']
  const falk = await house.as(ines)
  const [far] = (await falk.get<Listed<{ id: string }>>(`/enrollments?programmeId=${programme}`)).body.items
  const anew = upload({ enrollmentId: idOf(far), reason: 'Ein Anhang fehlte.' })
  const further = (await falk.call<{ id: string }>('POST', '/contractor-reports', anew())).body.id
  return {
    listDocuments: { query: `enrollmentId=${enrollmentId}` },
    getDocument: { of: idOf(by('policy')) },
    addDocument: { body: upload({ enrollmentId, title: 'Dienstanweisung' }) },
    addDocumentFile: { of: idOf(by('rules')), body: upload({}) },
    withdrawDocumentFile: {
      of: idOf(by('inventory')),
      part: idOf(by('inventory')?.files[0]),
      body: { reason: 'Falsche Datei.' },
    },
    changeDocument: { of: idOf(missing), body: { state: 'doesNotExist', version: missing?.version } },
    addFinding: { of: idOf(by('backup')), email: assessor, body: { severity: 'low', text: 'Probe' } },
    withdrawFinding: {
      of: idOf(by('emergency')),
      part: idOf(by('emergency')?.findings[0]),
      email: assessor,
      body: { reason: 'Geklärt.' },
    },
    ...spotSamples(enrollmentId, idOf(spot)),
    listContractorReports: { query: `enrollmentId=${enrollmentId}` },
    getContractorReport: { of: idOf(report) },
    addReportComment: { of: idOf(report), body: { text: 'Probe' } },
    settleReportComment: { of: idOf(report), part: idOf(report?.comments[0]), body: { settled: true } },
    addContractorReport: { email: ines, body: anew },
    askReportChanges: { of: further, email: birgit, body: { wish: 'Probe' } },
    acceptContractorReport: { of: idOf(report), email: hvb, body: { password: demoPassword } },
  }
}
