// One call of every operation that succeeds on the demo story: what the budget of queries and the document of the API are tried on.
import { operations } from '#app/modules.ts'
import { elbaue, isb, manager, type TestHouse } from '../harness/house.ts'
import { appointmentSamples } from './appointment-samples.ts'
import { calendarSamples } from './calendar-samples.ts'
import { cockpitSamples } from './cockpit-samples.ts'
import { pictureSamples } from './picture-samples.ts'
import { checkSamples } from './check-samples.ts'
import { searchSamples } from './search-samples.ts'
import { floorSamples } from './floor-samples.ts'
import { identitySamples } from './identity-samples.ts'
import { organizationSamples } from './organization-samples.ts'
import { peopleSamples } from './people-samples.ts'
import { resultSamples } from './result-samples.ts'
import { participationSamples } from './participation-samples.ts'
import { platformSamples } from './platform-samples.ts'
import { consentSamples } from './consent-samples.ts'
import { declarationSamples } from './declaration-samples.ts'
import { deliverySamples } from './delivery-samples.ts'
import { guidanceSamples } from './guidance-samples.ts'
import { fundingSamples } from './funding-samples.ts'
import { invoiceSamples } from './invoice-samples.ts'
import { proofSamples } from './proof-samples.ts'
import { pictureOscalSamples } from './picture-oscal-samples.ts'
import { packageSamples } from './package-samples.ts'
import { measureSamples } from './measure-samples.ts'
import { loadSamples } from './load-samples.ts'
import { mappingSamples } from './mapping-samples.ts'
import { mapSamples } from './map-samples.ts'
import { programmeSamples } from './programme-samples.ts'
import { publishingSamples } from './publishing-samples.ts'
import { filled as copyOf, workbook } from './workbooks.ts'
import { portalSamples } from './portal-samples.ts'
import { reviewSamples } from './review-samples.ts'
import { type AnswerJson, ownOrganization, smallCatalog, storyCheck } from './checks.ts'

export interface SampleCall {
  id: string
  method: string
  /** As it stands in the document, with its `{names}`. */
  template: string
  path: string
  body?: unknown
  /** Who makes it; nobody signed in: empty. */
  email: string
}

/** What a call needs beside its operation. A body that is a function is made when the call is: one-time codes end soon. */
export type Sample = Partial<SampleCall> & {
  /** In the place of `{id}`, `{name}` or `{token}`. */
  of?: string
  part?: string
  /** In the place of `{controlId}`. */
  control?: string
  query?: string
}

const csv = 'ars;ags;name;typ\n159997001;;Probedorf;Einheitsgemeinde\n'

const upload = (content: string): FormData => {
  const form = new FormData()
  form.set('file', new Blob([content]), 'datei')
  return form
}

/** A filled copy of a workbook that is here as a catalog. */
async function filledWorkbook(house: TestHouse): Promise<FormData> {
  const form = new FormData()
  form.set('file', new Blob([await workbook()]), 'wiba.xlsx')
  await (await house.as(manager)).call('POST', '/catalogs', form)
  const copy = new FormData()
  copy.set('file', new Blob([await copyOf({ 'BAK.1': ['Ja', 'Im Tresor'] })]), 'wiba.xlsx')
  return copy
}

export async function sampleCalls(house: TestHouse): Promise<SampleCall[]> {
  const jana = await house.as(isb)
  const check = await storyCheck(jana)
  const { version } = (await jana.get<AnswerJson>(`/assessments/${check.id}/answers/lw-start-01`)).body
  const elsewhere = await ownOrganization(await house.as(elbaue))
  const samples: Record<string, Sample> = {
    getMe: {},
    listOrganizations: {},
    getOrganization: { of: check.organizationId },
    addOrganization: { email: manager, body: { name: 'Probstau', kind: 'unitaryMunicipality', population: 7000 } },
    changeOrganization: { of: check.organizationId, email: manager, body: { population: 12_500 } },
    importOrganizations: { email: manager, body: upload(csv) },
    listCatalogs: {},
    getCatalog: { of: check.catalogId },
    importCatalog: { email: manager, body: smallCatalog('Probe') },
    listShippedCatalogs: {},
    importShippedCatalog: { email: manager, body: { name: 'reifegrad' } },
    ...(await mappingSamples(house, check.catalogId)),
    getCatalogComparison: { of: check.catalogId, query: `before=${check.catalogId}` },
    listControls: { of: check.catalogId, query: 'q=sicherung&limit=10' },
    getControl: { of: check.catalogId },
    listAssessments: {},
    startAssessment: { email: elbaue, body: { organizationId: elsewhere, catalogId: check.catalogId } },
    importAnswers: { body: await filledWorkbook(house) },
    getAssessment: { of: check.id },
    getAnswer: { of: check.id },
    setAnswer: { of: check.id, body: { answer: 'no', note: 'Probe', version } },
    getAnswerHistory: { of: check.id },
    getPoam: { of: check.id },
    ...(await resultSamples(jana, check.id)),
    ...(await identitySamples(house)),
    ...(await peopleSamples(house)),
    ...(await platformSamples(house)),
    ...(await floorSamples(house)),
    ...(await searchSamples(house)),
    ...(await checkSamples(house)),
    ...(await calendarSamples(house)),
    ...(await organizationSamples(house, check.organizationId)),
    ...(await reviewSamples(house, check.id)),
    ...(await publishingSamples(house)),
    ...(await programmeSamples(house)),
    ...(await consentSamples(house)),
    ...(await declarationSamples(house)),
    ...(await appointmentSamples(house)),
    ...(await cockpitSamples(house)),
    // This one first: it takes the pictures of the story away.
    ...(await pictureSamples(house)),
    ...(await pictureOscalSamples(house)),
    ...(await participationSamples(house)),
    ...(await loadSamples(house)),
    ...mapSamples,
    ...(await fundingSamples(house)),
    ...(await invoiceSamples(house)),
    ...(await proofSamples(house)),
    ...(await packageSamples(house)),
    ...(await measureSamples(house)),
    ...(await deliverySamples(house)),
    ...(await guidanceSamples(house)),
    ...portalSamples,
  }
  return operations.map(({ id, method, path }) => {
    const sample = samples[id]
    if (!sample) throw new Error(`no sample call of ${id}: add one, so that its queries and replies are tried`)
    const { of = '', part = '', control = 'lw-start-01', query, email = isb, body } = sample
    const filled = path
      .replace('{controlId}', control)
      .replace(/\{(id|name|token)\}/, of)
      .replaceAll(/\{\w+\}/g, part)
    return {
      id,
      method: method.toUpperCase(),
      template: path,
      path: query ? `${filled}?${query}` : filled,
      get body(): unknown {
        return typeof body === 'function' ? body() : body
      },
      email,
    }
  })
}
