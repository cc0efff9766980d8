// Sample calls of measures, their proof and their templates.
import { everything, isb, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

interface Listed {
  items: { id: string; state: string; title: string }[]
}

const upload = (): FormData => {
  const form = new FormData()
  form.set('note', 'Probe')
  form.set('file', new Blob(['%PDF-1.7\nProbe']), 'probe.pdf')
  return form
}

export async function measureSamples(house: TestHouse): Promise<Record<string, Sample>> {
  const jana = await house.as(isb)
  const { items } = (await jana.get<Listed>('/measures')).body
  const of = items.find(({ state }) => state === 'started')?.id ?? ''
  const proven = items.find(({ state }) => state === 'proven')?.id ?? ''
  const proof = await jana.post<{ id: string }>(`/measures/${of}/proofs`, { note: 'Zum Zurücknehmen.' })
  const template = await jana.post<{ id: string }>('/measure-templates', { title: 'Probe', kind: 'other' })
  // Of a town in which no other sample changes anything meanwhile.
  const table = await (await house.as(everything)).download('/measures.xlsx')
  const back = (): FormData => {
    const form = new FormData()
    form.set('file', new Blob([table]), 'massnahmen.xlsx')
    return form
  }
  return {
    listMeasures: {},
    addMeasure: {
      body: { title: 'Probe', kind: 'ownWork', sources: [{ type: 'agenda', id: 'probe', label: 'Probe' }] },
    },
    changeManyMeasures: { body: { ids: [of], dueOn: '2099-01-31' } },
    getMeasure: { of },
    changeMeasure: { of, body: { title: 'Probe', state: 'done' } },
    listMeasureMoves: { of },
    addMeasureCheck: { of: proven, body: { note: 'Probe' } },
    listMeasureProofs: { of },
    addMeasureProof: { of, body: upload },
    withdrawMeasureProof: { of, part: proof.body.id, body: { reason: 'Probe' } },
    getMeasuresXlsx: {},
    importMeasures: { email: everything, body: back },
    listMeasureTemplates: {},
    addMeasureTemplate: { body: { title: 'Probe', kind: 'other' } },
    withdrawMeasureTemplate: { of: template.body.id },
  }
}
