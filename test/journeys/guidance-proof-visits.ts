// Pages of attendance, certificates and feedback that are there without an event: checking a number, right and wrong.
import { send, type Visit } from './visit.ts'

export const guidanceProofVisits: Visit[] = [
  { name: 'checking a certificate', path: '/zertifikate', heading: /Zertifikat prüfen/ },
  {
    name: 'a number that is none',
    path: '/zertifikate?nummer=quatsch',
    after: send('Nummer prüfen'),
    heading: /Zertifikat prüfen/,
  },
  { name: 'a number that nobody has', path: '/zertifikate/LW-2026-00000-00000', heading: /Zertifikat LW-2026/ },
]
