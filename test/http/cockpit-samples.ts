// Sample calls of the cockpit.
import { manager, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

interface Listed {
  items: { id: string; key: string; enrollmentId: string }[]
}

export async function cockpitSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const torsten = await house.as(manager)
  const of = (await torsten.get<Listed>('/programmes')).body.items.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
  const rows = (await torsten.get<Listed>(`/programmes/${of}/cockpit?phase=all`)).body.items
  const views = (await torsten.get<Listed>(`/programmes/${of}/cockpit/views`)).body.items
  const own = { of, email: manager }
  const draft = { subject: 'Noch offen: {fehlt}', text: 'Die Frist endet am {frist}.', audience: ['speakers'] }
  return {
    listCockpit: { ...own, query: 'phase=all&order=name' },
    getCockpitSummary: own,
    assignGuide: { ...own, body: { enrollmentIds: rows.map(({ enrollmentId }) => enrollmentId), guideId: null } },
    listCockpitViews: own,
    addCockpitView: { ...own, body: { name: 'Alle', filter: { phase: 'all' } } },
    changeCockpitView: { of: views[0]?.id ?? '', email: manager, body: { position: 2, isDefault: true } },
    removeCockpitView: { of: views[1]?.id ?? '', email: manager },
    listCockpitMessages: own,
    previewCockpitMessage: { ...own, body: { ...draft, filter: {} } },
    sendCockpitMessage: { ...own, body: { ...draft, filter: {}, id: '01940d1c-5c00-7a60-8000-6b5c6d7e8fff' } },
  }
}
