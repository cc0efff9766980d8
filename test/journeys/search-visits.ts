// Pages of the search.
import { isb } from '../harness/house.ts'
import { press, type Visit } from './visit.ts'

export const searchVisits: Visit[] = [
  { name: 'hits of a search by area', email: isb, path: '/suche?q=Sicherheit', heading: /^Suche$/ },
  { name: 'all hits of one area', email: isb, path: '/suche?q=Sicherheit&bereich=handbook', heading: /^Suche$/ },
  { name: 'a search that finds nothing', email: isb, path: '/suche?q=xyzabc', heading: /^Suche$/ },
  {
    name: 'a hit that is pinned',
    email: isb,
    path: '/suche?q=M%C3%BChlau',
    after: press('Merken'),
    heading: /^Suche$/,
  },
  { name: 'pinned hits and last searches', email: isb, path: '/suche', heading: /^Suche$/ },
]
