// The start page and the list of duties, as different people see them.
import { assessor, isb, itStaff, manager, observer } from '../harness/house.ts'
import type { Visit } from './visit.ts'

export const portalVisits: Visit[] = [
  { name: 'the start page of the security officer', email: isb, path: '/', heading: /Guten Tag/ },
  { name: 'the start page of the assessor', email: assessor, path: '/', heading: /Guten Tag/ },
  { name: 'the start page of the programme manager', email: manager, path: '/', heading: /Guten Tag/ },
  { name: 'the start page of the observer', email: observer, path: '/', heading: /Guten Tag/ },
  { name: 'the duties', email: itStaff, path: '/aufgaben', heading: /Aufgaben/ },
  { name: 'the duties of somebody who has none', email: observer, path: '/aufgaben', heading: /Aufgaben/ },
]
