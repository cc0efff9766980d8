// Sample calls of the way into a programme: interest, declaration, admission, agreements.
import { demoPassword, hvb, manager, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

interface Listed {
  items: {
    id: string
    key: string
    organizationName: string
    systemsOwner: string
    kind: string
    municipality: unknown
  }[]
}

const paper = (): FormData => {
  const form = new FormData()
  form.set('signedBy', 'Rechenzentrum Nordaue, Leitung')
  form.set('signedOn', '2020-11-20')
  form.set('file', new Blob(['%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n']), 'papier.pdf')
  return form
}

export async function declarationSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const torsten = await house.as(manager)
  const programmes = (await torsten.get<Listed>('/programmes')).body.items
  const of = (key: string): string => programmes.find((one) => one.key === key)?.id ?? ''
  const roads = async (key: string) =>
    (await torsten.get<Listed>(`/enrollments?programmeId=${of(key)}&limit=200`)).body.items
  const idOn = async (key: string): Promise<string> =>
    (await roads(key)).find(({ organizationName }) => organizationName === 'Stadt Musterstadt')?.id ?? ''
  const road = await idOn('sicherkommunal')
  const waiting = await idOn('digital-lotsen')
  const interests = (await torsten.get<Listed>('/interests?open=yes')).body.items
  const agreements = (await torsten.get<Listed>('/agreements')).body.items
  const trial = of('prozessmanagement')
  const auental = 'isb@auental.example'
  const birgit = await house.as(auental)
  const joined = await birgit.post<{ enrollmentId: string }>('/interests', { programmeId: of('digital-lotsen') })
  const place = await birgit.get<{ actingFor: { id: string } }>('/me')
  const martin = await house.as(hvb)
  const other = await martin.post<{ enrollmentId: string }>('/interests', { programmeId: trial })
  await martin.put(`/enrollments/${other.body.enrollmentId}/declaration`, { password: demoPassword })
  return {
    listInterests: { email: manager, query: 'open=yes' },
    declareInterest: { email: hvb, body: { programmeId: of('sicherkommunal') } },
    takeInterest: {
      of: interests.find(({ municipality }) => municipality === null)?.id ?? '',
      email: manager,
      body: { organizationId: place.body.actingFor.id },
    },
    declineInterest: {
      of: interests.find(({ municipality }) => municipality !== null)?.id ?? '',
      email: manager,
      body: { reason: 'Diese Kommune gibt es nicht.' },
    },
    getDeclaration: { of: road, email: hvb },
    getAdmissionLetter: { of: road, email: hvb },
    giveDeclaration: { of: joined.body.enrollmentId, email: auental, body: { password: demoPassword } },
    withdrawDeclaration: {
      of: other.body.enrollmentId,
      email: hvb,
      body: { reason: 'Der Rat hat noch nicht beschlossen.' },
    },
    decideAdmission: { of: waiting, email: manager, body: { decision: 'admitted' } },
    listAgreements: { email: hvb },
    giveAgreement: {
      email: hvb,
      body: { enrollmentId: road, kind: 'confidentiality', validFrom: '2026-11-01', password: demoPassword },
    },
    recordOwnerConsent: {
      of: agreements.find(({ systemsOwner }) => systemsOwner !== '')?.id ?? '',
      email: manager,
      body: paper(),
    },
    revokeAgreement: {
      of:
        agreements.find(
          ({ kind, organizationName }) => kind === 'dataProcessing' && organizationName === 'Stadt Musterstadt',
        )?.id ?? '',
      email: hvb,
      body: { reason: 'Der Auftragnehmer wechselt.' },
    },
  }
}
