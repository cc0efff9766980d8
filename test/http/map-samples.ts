// Sample calls of the map of the state picture.
import { manager } from '../harness/house.ts'
import { mapForm, squares } from '../state-picture/outlines.ts'
import type { Sample } from './sample-calls.ts'

export const mapSamples: Record<string, Sample> = {
  getCurrentMap: {},
  importMap: { email: manager, body: mapForm(squares('Landkreis Nordaue', 'Elbtal')) },
}
