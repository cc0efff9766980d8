// Sample calls of state pictures.
import { insertPicture, withoutPictures, wholePicture } from '../state-picture/fixtures.ts'
import { signedResult } from '../state-picture/signed.ts'
import { manager, observer, type TestHouse } from '../harness/house.ts'
import type { Sample } from './sample-calls.ts'

interface Listed {
  items: { id: string; key: string }[]
}

export async function pictureSamples(house: TestHouse): Promise<Record<string, Sample>> {
  await withoutPictures(house)
  await insertPicture(house, wholePicture({ daysAgo: 230, public: true }))
  const id = await insertPicture(house, wholePicture({ daysAgo: 5 }))
  const head = await signedResult(house)
  const torsten = await house.as(manager)
  const of = (await torsten.get<Listed>('/programmes')).body.items.find(({ key }) => key === 'sicherkommunal')?.id ?? ''
  return {
    getStatePicture: { email: observer },
    listStatePictures: { email: observer },
    getEarlierStatePicture: { of: id, email: observer },
    getStatePictureComparison: { email: head },
    getPublicStatePicture: { email: '' },
    orderStatePicture: { email: manager, body: { programmeId: of } },
    publishStatePicture: { of: id, email: observer },
    getPicturePlan: { of, email: manager },
    setPicturePlan: { of, email: manager, body: { days: ['03-15', '09-15'], version: 0 } },
  }
}
