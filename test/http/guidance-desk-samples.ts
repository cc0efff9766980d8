// Sample calls of the organizer's desk.
import type { TestHouse } from '../harness/house.ts'
import { Desk, guide } from '../guidance/desk.ts'
import type { Sample } from './sample-calls.ts'

export async function guidanceDeskSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const desk = await Desk.open(house, { title: 'Vom Schreibtisch aus' })
  await desk.guests(0, 2)
  const here = `/events/${desk.event}`
  const link = (await desk.api.post<{ id: string }>(`${here}/invitations`, { uses: 2 })).body.id
  const slides = { title: 'Folien', url: 'https://beispiel.example/folien' }
  const material = (await desk.api.post<{ id: string }>(`${here}/materials`, slides)).body.id
  const of = { of: desk.event, email: guide }
  return {
    previewCapacity: { ...of, query: 'capacity=1&keepSeats=false' },
    listGroupMails: of,
    sendGroupMail: { ...of, body: { audience: 'confirmed', subject: 'Saal', text: 'Wir sind im Bürgersaal.' } },
    listEventInvitations: of,
    addEventInvitation: { ...of, body: { uses: 1 } },
    endEventInvitation: { ...of, part: link },
    getParticipantsPdf: of,
    getParticipantsXlsx: of,
    getBadgesPdf: of,
    getEventStatistics: { email: guide, query: 'from=2026-01-01&until=2028-12-31' },
    listEventMaterials: of,
    addEventMaterial: { ...of, body: slides },
    removeEventMaterial: { ...of, part: material },
  }
}
