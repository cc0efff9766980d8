// Every route × everybody of the demo and a stranger × own, foreign, unknown and malformed objects: one half of the people.
import { tour } from './tour.ts'

tour(0, 2)
