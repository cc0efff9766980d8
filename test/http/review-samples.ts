// What the operations of review and sign-off need to succeed: checks of their own, each as far as its operation asks for.
import { assessor, hvb, isb, type TestHouse } from '../harness/house.ts'
import { castOf, password, signAs, signedOff } from '../review/cast.ts'

interface Made {
  id: string
}

const reason = 'Probe'

export async function reviewSamples(house: TestHouse, check: string) {
  const arne = await house.as(assessor)
  const open = await castOf(house, 'Probe der Unterschrift')
  const inReview = await castOf(house, 'Probe der Rücknahme')
  const signOff = await signAs(inReview.jana, inReview, 'organization')
  const [asked, agreed, declined] = [
    await signedOff(house, 'Probe der Bitte'),
    await signedOff(house, 'Probe der Zustimmung'),
    await signedOff(house, 'Probe der Ablehnung'),
  ]
  const ask = async ({ path }: { path: string }): Promise<string> =>
    (await arne.post<Made>(`${path}/reopenings`, { reason })).body.id
  return {
    listReviews: { of: check },
    getReview: { of: check },
    setReview: { of: check, email: assessor, body: { verdict: 'disputed', remark: 'Probe' } },
    addRemark: { of: check, email: isb, body: { text: 'Probe' } },
    getSignOffProtocol: { of: check },
    listSignOffs: { of: inReview.id },
    addSignOff: { of: open.id, email: hvb, body: { side: 'organization', password } },
    withdrawSignOff: { of: inReview.id, part: signOff.body.signOff.id, body: { reason } },
    listReopenings: { of: agreed.id },
    askForReopening: { of: asked.id, body: { reason } },
    agreeToReopening: { of: agreed.id, part: await ask(agreed) },
    declineReopening: { of: declined.id, part: await ask(declined) },
  }
}
