// Every route × everybody of the demo and a stranger × own, foreign, unknown and malformed objects: the other half of the people.
import { tour } from './tour.ts'

tour(1, 2)
