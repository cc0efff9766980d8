// Sample calls of news, plain pages and reported barriers.
import type { TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

const editor = 'redaktion@verbund.example'

export async function publishingSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const lea = await house.as(editor)
  const news = { teaser: 'Zur Probe.', text: 'Ein Absatz.', topic: 'Probe', author: 'Redaktion' }
  const drafted = await lea.call<{ id: string; version: number }>('POST', '/news', { title: 'Probe', ...news })
  const reports = await lea.get<{ items: { id: string; answeredAt: string | null }[] }>('/barrier-reports')
  return {
    listNews: { query: 'limit=5' },
    getNews: { of: drafted.body.id, email: editor },
    addNews: { email: editor, body: { title: 'Noch eine Probe', ...news, state: 'published' } },
    changeNews: { of: drafted.body.id, email: editor, body: { state: 'published', version: drafted.body.version } },
    listPages: {},
    getPage: { of: 'impressum' },
    changePage: { of: 'impressum', email: editor, body: { text: '## Anbieter', version: 0 } },
    listBarrierReports: { email: editor },
    answerBarrierReport: {
      of: reports.body.items.find(({ answeredAt }) => answeredAt === null)?.id ?? '',
      email: editor,
      body: { answer: 'Das ist jetzt beschriftet.' },
    },
  }
}
