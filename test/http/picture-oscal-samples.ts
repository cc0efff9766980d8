// Sample call of a picture as OSCAL.
import { observer, type TestHouse } from '../harness/house.ts'
import { addPicture } from '../state-picture/oscal-fixture.ts'
import type { Sample } from './sample-calls.ts'

export const pictureOscalSamples = async (house: TestHouse): Promise<Record<string, Sample>> => ({
  getStatePictureOscal: { of: await addPicture(house), email: observer },
})
