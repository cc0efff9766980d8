// Sample calls of programmes and of the roads in them.
import { elbaue, everything, manager, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

interface Listed {
  items: { id: string; key: string; organizationId: string }[]
}

/** Ids that the calls below need, made or found on the demo story. */
async function gather(house: TestHouse) {
  const torsten = await house.as(manager)
  const anke = await house.as(everything)
  const programmes = (await torsten.get<Listed>('/programmes')).body.items
  const idOf = (wanted: string): string => idWhere(programmes, ({ key }) => key === wanted)
  const [security, guidance, trial] = [idOf('sicherkommunal'), idOf('digital-lotsen'), idOf('prozessmanagement')]
  const roadIn = async (client: Client, programmeId: string) =>
    (await client.get<Listed>(`/enrollments?programmeId=${programmeId}`)).body.items
  const road = await roadIn(anke, security)
  const organizationId = road[0]?.organizationId ?? ''
  const write = async (entry: object): Promise<string> =>
    (
      await torsten.call<{ id: string }>('POST', '/contact-entries', {
        programmeId: security,
        organizationId,
        ...entry,
      })
    ).body.id
  return {
    security,
    guidance,
    trial,
    organizationId,
    road: idWhere(road, () => true),
    naming: idWhere(await roadIn(anke, guidance), () => true),
    leaving: idWhere(await roadIn(await house.as(elbaue), trial), () => true),
    nele: (await anke.get<{ items: { id: string; name: string }[] }>('/people?limit=200')).body.items.find(
      ({ name }) => name === 'Nele Brinkmann',
    )?.id,
    entry: await write({ kind: 'call', what: 'Probe', followUpOn: '2099-01-02' }),
    mistake: await write({ kind: 'note', what: 'Aus Versehen' }),
    campaign: idWhere((await torsten.get<Listed>(`/campaigns?programmeId=${guidance}`)).body.items, () => true),
    ended: (await torsten.call<{ id: string }>('POST', '/campaigns', { programmeId: guidance, title: 'Probe' })).body
      .id,
  }
}

type Client = Awaited<ReturnType<TestHouse['as']>>

const idWhere = (items: Listed['items'], fits: (item: Listed['items'][number]) => boolean): string =>
  items.find(fits)?.id ?? ''

const lea = 'lotse@verbund.example'

/** A programme of its own with one municipality on its road, so that changing it changes nothing of the story. */
async function programmeToChange(house: TestHouse, organizationId: string) {
  const torsten = await house.as(manager)
  const step = { duty: 'Probieren', acts: 'organization' }
  const { body } = await torsten.post<{ id: string }>('/programmes', {
    name: 'Gemeinsame Registratur',
    phases: [
      { key: 'first', title: 'Erste', steps: [{ ...step, key: 'begin', title: 'Anfang' }] },
      { key: 'empty', title: 'Leere', steps: [] },
    ],
    stages: [{ title: 'Einrichtung', amountCents: 100_000 }],
    documents: [{ key: 'plan', title: 'Aktenplan' }],
  })
  await torsten.post('/enrollments', { programmeId: body.id, organizationId })
  const personOf = async (email: string) =>
    (await (await house.as(email)).get<{ person: { id: string } }>('/me')).body.person.id
  const staff = await torsten.post<{ items: { id: string }[] }>(`/programmes/${body.id}/staff`, {
    personId: await personOf(lea),
    function: 'guide',
  })
  return { changing: body.id, torstenId: await personOf(manager), guiding: staff.body.items[0]?.id ?? '' }
}

/** In the order in which they are called: what is added first is changed and taken out after it. */
async function changeSamples(house: TestHouse, organizationId: string): Promise<Record<string, Sample>> {
  const { changing, torstenId, guiding } = await programmeToChange(house, organizationId)
  const mine = { email: manager, of: changing }
  return {
    changeProgramme: {
      ...mine,
      body: { deadline: '2027-03-31', summary: 'Eine Registratur für alle', observerIds: [organizationId] },
    },
    addProgrammeStep: {
      ...mine,
      body: {
        key: 'council',
        phaseKey: 'first',
        after: 'begin',
        title: 'Beschluss',
        duty: 'Beschließen',
        acts: 'organization',
      },
    },
    changeProgrammeStep: { ...mine, part: 'council', body: { typicalDays: 5, needs: ['begin'], after: 'begin' } },
    removeProgrammeStep: { ...mine, part: 'council' },
    setProgrammePhase: { ...mine, part: 'empty', body: { title: 'Noch leer', after: null } },
    removeProgrammePhase: { ...mine, part: 'empty' },
    setWantedDocument: { ...mine, part: 'rules', body: { title: 'Aktenordnung' } },
    removeWantedDocument: { ...mine, part: 'plan' },
    setStage: { ...mine, part: '2', body: { title: 'Betrieb', amountCents: 50_000 } },
    releaseStage: { ...mine, body: { number: 1, on: '2026-11-20', decision: 'Beschluss des Vorstands' } },
    listProgrammeStaff: mine,
    addProgrammeStaff: { ...mine, body: { personId: torstenId, function: 'manager' } },
    endProgrammeStaff: { ...mine, part: guiding },
  }
}

export async function programmeSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const { security, guidance, trial, organizationId, road, naming, leaving, ...there } = await gather(house)
  const approaches = await (
    await house.as(manager)
  ).get<{ items: { organizationId: string; version: number }[] }>(`/campaigns/${there.campaign}/approaches`)
  const approach = approaches.body.items[0] ?? { organizationId: '', version: 1 }
  return {
    ...(await changeSamples(house, organizationId)),
    listEnrollmentChanges: { of: road, email: manager },
    listProgrammes: {},
    getProgramme: { of: security },
    addProgramme: { email: manager, body: { name: 'Gemeinsame Schulplattform' } },
    listEnrollments: { email: manager, query: `programmeId=${security}` },
    getEnrollment: { of: road, email: manager },
    enroll: { email: manager, body: { organizationId, programmeId: trial } },
    setStep: { of: road, part: 'preparation', email: manager, body: { state: 'done', onDay: '2026-11-20' } },
    withdrawEnrollment: { email: manager, of: leaving, body: { reason: 'Kein Personal' } },
    reenterEnrollment: { email: manager, of: leaving, body: { reason: 'Doch wieder' } },
    listNavigators: { email: everything, of: naming },
    nameNavigator: { email: everything, of: naming, body: { personId: there.nele, reason: 'Wechsel' } },
    listContactEntries: { email: manager, query: `programmeId=${security}` },
    writeContactEntry: {
      email: manager,
      body: { programmeId: security, organizationId, kind: 'call', what: 'Probe' },
    },
    finishContactEntryFollowUp: { email: manager, of: there.entry },
    removeContactEntry: { email: manager, of: there.mistake },
    listCampaigns: { email: manager, query: `programmeId=${guidance}` },
    beginCampaign: { email: manager, body: { programmeId: guidance, title: 'Noch eine' } },
    closeCampaign: { email: manager, of: there.ended },
    listCampaignApproaches: { email: manager, of: there.campaign },
    noteCampaignApproach: {
      email: manager,
      of: there.campaign,
      part: approach.organizationId,
      body: { state: 'later', version: approach.version },
    },
  }
}
