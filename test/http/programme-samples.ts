// Sample calls of programmes and of the roads in them.
import { everything, manager, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

interface Listed {
  items: { id: string; key: string; organizationId: string }[]
}

export async function programmeSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const torsten = await house.as(manager)
  const programmes = (await torsten.get<Listed>('/programmes')).body.items
  const security = programmes.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
  const trial = programmes.find(({ key }) => key === 'prozessmanagement')?.id ?? ''
  const anke = await house.as(everything)
  const road = (await anke.get<Listed>(`/enrollments?programmeId=${security}`)).body.items[0]
  return {
    listProgrammes: {},
    getProgramme: { of: security },
    addProgramme: { email: manager, body: { name: 'Gemeinsame Schulplattform' } },
    listEnrollments: { email: manager, query: `programmeId=${security}` },
    getEnrollment: { of: road?.id ?? '', email: manager },
    enroll: { email: manager, body: { organizationId: road?.organizationId, programmeId: trial } },
    setStep: { of: road?.id ?? '', part: 'preparation', email: manager, body: { state: 'done', onDay: '2026-11-20' } },
  }
}
