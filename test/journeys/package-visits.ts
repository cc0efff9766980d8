// Pages of measure packages and of what programmes offer.
import { everything, hvb, isb, manager } from '../harness/house.ts'
import { part } from './contact-visits.ts'
import { follow, inTurn, send, type Visit } from './visit.ts'

const ownPackage = inTurn(follow('SicherKOMMUNAL'), part('packages'))
const offers = inTurn(follow('SicherKOMMUNAL'), follow('Angebote und Preise für Maßnahmenpakete'))

export const packageVisits: Visit[] = [
  { name: 'a draft of a package', email: isb, path: '/teilnahmen', after: ownPackage, heading: /^Maßnahmenpaket$/ },
  {
    name: 'a measure of a package',
    email: isb,
    path: '/teilnahmen',
    after: inTurn(ownPackage, follow('Penetrationstest von außen ändern')),
    heading: /^Penetrationstest von außen$/,
  },
  {
    name: 'a measure of one’s own that is refused',
    email: isb,
    path: '/teilnahmen',
    after: inTurn(ownPackage, follow('Eigene Maßnahme hinzufügen'), send('Ins Paket aufnehmen')),
    heading: /^Eigene Maßnahme hinzufügen$/,
  },
  {
    name: 'who changed a package when',
    email: isb,
    path: '/teilnahmen',
    after: inTurn(ownPackage, follow(/^Verlauf/)),
    heading: /^Verlauf des Maßnahmenpakets$/,
  },
  { name: 'a road without a package', email: everything, path: '/teilnahmen', after: ownPackage },
  {
    name: 'a package that is decided',
    email: 'isb@auental.example',
    path: '/teilnahmen',
    after: ownPackage,
    heading: /^Maßnahmenpaket$/,
  },
  {
    name: 'a package that lies before the head',
    email: isb,
    path: '/teilnahmen',
    after: inTurn(ownPackage, send(/vorlegen$/)),
    heading: /^Maßnahmenpaket$/,
  },
  {
    name: 'the decision of the head',
    email: hvb,
    path: '/teilnahmen',
    after: inTurn(ownPackage, follow('Lesen und entscheiden')),
    heading: /^Über das Maßnahmenpaket entscheiden$/,
  },
  {
    name: 'a decision without a password',
    email: hvb,
    path: '/teilnahmen',
    after: inTurn(ownPackage, follow('Lesen und entscheiden'), send('Paket beschließen')),
    heading: /^Über das Maßnahmenpaket entscheiden$/,
  },
  {
    name: 'the price list of a programme',
    email: manager,
    path: '/programme-im-verbund',
    after: offers,
    heading: /^Angebote:/,
  },
  {
    name: 'a new offer that is refused',
    email: manager,
    path: '/programme-im-verbund',
    after: inTurn(offers, follow('Neues Angebot'), send('Angebot speichern')),
    heading: /^Neues Angebot$/,
  },
  {
    name: 'an offer',
    email: manager,
    path: '/programme-im-verbund',
    after: inTurn(offers, follow('Workshop Notfallvorsorge')),
    heading: /^Workshop Notfallvorsorge$/,
  },
]
